/// Words with a payload each, found at a place of a text by the longest match.
///
/// The words lie in one buffer, grouped by their first two scalars: a look-up costs the test of two bits
/// where no word begins, and a probe and a few comparisons otherwise.
public struct Lexicon: Sendable {
  private let table: LexiconTable

  /// A word that was found.
  public struct Match: Equatable, Sendable {
    /// How many bytes it covers.
    public let count: Int
    /// The number that it was given to the lexicon with.
    public let payload: Int
  }

  /// Makes a lexicon of words and payloads; of equal words the first stays, empty words are left out.
  ///
  /// - Complexity: O(n log n) in the words.
  public init(_ entries: some Sequence<(word: String, payload: Int)>) {
    table = LexiconTable(LexiconWords(entries))
  }

  /// The longest word that begins at `offset` of `text`, if any does.
  ///
  /// - Complexity: O(words that begin with the same two scalars).
  public func longestMatch(in text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Match? {
    guard offset < text.count else { return nil }
    return table.longestMatch(in: text, at: offset)
  }

  /// The first place from `start` on, before `end`, at which a word begins that lies in the text, and the
  /// longest that does: what steps over the text from scalar to scalar would find.
  ///
  /// - Complexity: O(bytes passed).
  public func firstMatch(
    in text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> (offset: Int, match: Match)? {
    var offset = start
    while true {
      offset = table.nextCandidate(in: text, from: offset, to: end)
      guard offset < end else { return nil }
      if let match = table.longestMatch(in: text, at: offset) { return (offset, match) }
      offset += LexiconKey.length(text[offset])
    }
  }

  /// Where the run of characters of Chinese ends that begins at `start` and at none of which a word begins; `end` or a
  /// little before it where none does.
  ///
  /// - Complexity: O(bytes passed).
  public func plainRun(in text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int {
    table.plainRun(in: text, from: start, to: end)
  }

  /// The payload of `word`, where it is one of the lexicon's.
  public func payload(of word: String) -> Int? {
    var word = word
    return word.withUTF8 { bytes in
      guard let match = longestMatch(in: bytes, at: 0), match.count == bytes.count else { return nil }
      return match.payload
    }
  }
}
