/// Words with a payload each, found at a place of a text by the longest match.
///
/// The words lie in one buffer, grouped by their first scalar: a look-up costs one table access where
/// no word begins, and a comparison for each word that begins with the scalar otherwise.
public struct Lexicon: Sendable {
  /// Bytes of all words, one after another.
  private var bytes: [UInt8] = []
  /// Where each word lies in `bytes`, grouped by first scalar, the longest first.
  private var words: [Word] = []
  /// For the first scalar's 16-bit key: where its group begins in `words`; a group ends where the next begins.
  private var groups: [Int32]

  private struct Word {
    var start: Int32
    var count: Int32
    var payload: Int32
  }

  /// A word that was found.
  public struct Match: Equatable, Sendable {
    /// How many bytes it covers.
    public let count: Int
    /// The number that it was given to the lexicon with.
    public let payload: Int
  }

  /// Makes a lexicon of words and payloads; of equal words the first stays, empty words are left out.
  public init(_ entries: some Sequence<(word: String, payload: Int)>) {
    var seen: Set<[UInt8]> = []
    var grouped: [(key: Int, bytes: [UInt8], payload: Int)] = []
    for entry in entries {
      let word = Array(entry.word.utf8)
      guard !word.isEmpty, seen.insert(word).inserted else { continue }
      let key = word.withUnsafeBufferPointer { Self.key($0, 0) }
      grouped.append((key, word, entry.payload))
    }
    grouped.sort {
      $0.key != $1.key
        ? $0.key < $1.key
        : $0.bytes.count != $1.bytes.count
          ? $0.bytes.count > $1.bytes.count : $0.bytes.lexicographicallyPrecedes($1.bytes)
    }
    groups = [Int32](repeating: 0, count: 65_537)
    for entry in grouped {
      words.append(
        Word(start: Int32(bytes.count), count: Int32(entry.bytes.count), payload: Int32(entry.payload)))
      bytes.append(contentsOf: entry.bytes)
      groups[entry.key + 1] += 1
    }
    for key in 0..<65_536 { groups[key + 1] += groups[key] }
  }

  /// The longest word that begins at `offset` of `text`, if any does.
  ///
  /// - Complexity: O(words that begin with the same scalar).
  public func longestMatch(in text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Match? {
    guard offset < text.count else { return nil }
    let key = Self.key(text, offset)
    let rest = text.count - offset
    for index in Int(groups[key])..<Int(groups[key + 1]) {
      let word = words[index]
      let count = Int(word.count)
      guard count <= rest else { continue }
      if matches(word, text, offset) { return Match(count: count, payload: Int(word.payload)) }
    }
    return nil
  }

  private func matches(_ word: Word, _ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
    let start = Int(word.start)
    for index in 0..<Int(word.count) where bytes[start + index] != text[offset + index] { return false }
    return true
  }

  /// The 16-bit key of the scalar at `offset`: its value where it has one to three bytes, else a fold of it.
  private static func key(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int {
    let first = Int(text[offset])
    if first < 0x80 { return first }
    let second = offset + 1 < text.count ? Int(text[offset + 1] & 0x3F) : 0
    if first < 0xE0 { return (first & 0x1F) << 6 | second }
    let third = offset + 2 < text.count ? Int(text[offset + 2] & 0x3F) : 0
    return ((first & 0x0F) << 12 | second << 6 | third) & 0xFFFF
  }
}
