internal import Records
internal import Vocabulary

/// The table of words as the tokenizer asks for it.
struct WordTable: Sendable {
  private let lexicon: Lexicon
  private let classes: [WordClass]
  private let endings: [EndingClass: [[UInt8]]]

  init(_ words: [Word], _ endings: [Ending] = []) {
    classes = words.map(\.wordClass)
    lexicon = Lexicon(words.enumerated().lazy.map { (word: $1.text, payload: $0) })
    var known: [EndingClass: [[UInt8]]] = [:]
    for ending in endings {
      for endingClass in ending.classes { known[endingClass, default: []].append(Array(ending.text.utf8)) }
    }
    self.endings = known
  }

  /// Whether a name that ends right before `offset` ends as those of the class do.
  ///
  /// - Complexity: O(endings of the class).
  func endsName(_ endingClass: EndingClass, in text: Bytes, at offset: Int) -> Bool {
    endings[endingClass]?.contains { text.ends(with: $0, at: offset) } ?? false
  }

  /// Whether the name ends as those of the class do.
  func endsName(_ endingClass: EndingClass, of name: String) -> Bool {
    var name = name
    return name.withUTF8 { endsName(endingClass, in: $0, at: $0.count) }
  }

  /// The longest word that begins at `offset`.
  func word(in text: Bytes, at offset: Int) -> (wordClass: WordClass, count: Int)? {
    guard let match = lexicon.longestMatch(in: text, at: offset) else { return nil }
    return (classes[match.payload], match.count)
  }

  /// Whether a word of one of `wanted` stands in the stretch.
  func contains(_ wanted: Set<WordClass>, in text: Bytes, _ span: ByteSpan) -> Bool {
    var offset = span.start
    while offset < span.end {
      if let word = word(in: text, at: offset), offset + word.count <= span.end {
        if wanted.contains(word.wordClass) { return true }
        offset += word.count
      } else {
        offset += text.width(at: offset)
      }
    }
    return false
  }
}
