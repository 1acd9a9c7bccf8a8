internal import Records
internal import Vocabulary

/// The table of words as the tokenizer asks for it.
struct WordTable: Sendable {
  private let lexicon: Lexicon
  private let classes: [WordClass]
  /// The endings by their last scalar, with their classes: most names end with none of them.
  private let endings: [UInt32: [(ending: [UInt8], classes: [EndingClass])]]

  init(_ words: [Word], _ endings: [Ending] = []) {
    classes = words.map(\.wordClass)
    lexicon = Lexicon(words.enumerated().lazy.map { (word: $1.text, payload: $0) })
    var known: [UInt32: [(ending: [UInt8], classes: [EndingClass])]] = [:]
    for ending in endings {
      let bytes = Array(ending.text.utf8)
      let last = bytes.withUnsafeBufferPointer { Self.lastScalar($0, $0.count) }
      known[last, default: []].append((bytes, ending.classes))
    }
    self.endings = known
  }

  /// The last three bytes before `offset`: a character of Chinese.
  private static func lastScalar(_ text: Bytes, _ offset: Int) -> UInt32 {
    guard offset >= 3 else { return 0 }
    return UInt32(text[offset - 3]) << 16 | UInt32(text[offset - 2]) << 8 | UInt32(text[offset - 1])
  }

  /// Whether a name that ends right before `offset` ends as those of the class do.
  ///
  /// - Complexity: O(endings that share the last character).
  func endsName(_ endingClass: EndingClass, in text: Bytes, at offset: Int) -> Bool {
    endings[Self.lastScalar(text, offset)]?.contains {
      $0.classes.contains(endingClass) && text.ends(with: $0.ending, at: offset)
    } ?? false
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
