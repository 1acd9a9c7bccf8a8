internal import Records
internal import Vocabulary

/// The table of words as the tokenizer asks for it.
struct WordTable: Sendable {
  private let lexicon: Lexicon
  private let classes: [WordClass]

  init(_ words: [Word]) {
    classes = words.map(\.wordClass)
    lexicon = Lexicon(words.enumerated().lazy.map { (word: $1.text, payload: $0) })
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
