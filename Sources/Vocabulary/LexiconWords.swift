/// The words of a lexicon in the order in which its table holds them: those of one key beside each other, the
/// longest first.
struct LexiconWords {
  /// A word, by where it lies in `bytes`.
  struct Word {
    var key: UInt64
    /// Whether it is one scalar.
    var isSingle: Bool
    var start: Int32
    var count: Int32
    var payload: Int32
  }

  /// Bytes of all words, one after another.
  private(set) var bytes: [UInt8] = []
  private(set) var words: [Word] = []
  /// How many different keys words of two scalars and more have.
  private(set) var keyCount = 0

  /// - Complexity: O(n log n) in the words.
  init(_ entries: some Sequence<(word: String, payload: Int)>) {
    var found: [Word] = []
    for entry in entries where !entry.word.isEmpty {
      let start = bytes.count
      bytes.append(contentsOf: entry.word.utf8)
      found.append(
        Word(
          key: 0, isSingle: false, start: Int32(start), count: Int32(bytes.count - start),
          payload: Int32(entry.payload)))
    }
    bytes.withUnsafeBufferPointer { text in
      for index in found.indices {
        let (start, count) = (Int(found[index].start), Int(found[index].count))
        found[index].key = LexiconKey.read(UnsafeBufferPointer(rebasing: text[start..<start + count]), 0)
        found[index].isSingle = LexiconKey.length(text[start]) >= count
      }
    }
    // Of equal words the one that was given first has the smaller start.
    found.sort { a, b in
      if a.key != b.key { return a.key < b.key }
      if a.count != b.count { return a.count > b.count }
      return a.start < b.start
    }
    var first = 0
    for word in found {
      if first < words.count, words[first].key != word.key { first = words.count }
      if first == words.count, !word.isSingle { keyCount += 1 }
      if !words[first...].contains(where: { isSame($0, word) }) { words.append(word) }
    }
  }

  private func isSame(_ a: Word, _ b: Word) -> Bool {
    a.count == b.count
      && bytes[Int(a.start)..<Int(a.start + a.count)].elementsEqual(
        bytes[Int(b.start)..<Int(b.start + b.count)])
  }
}

/// What a word is looked up by: its first two scalars.
///
/// Two scalars of three bytes, as nearly all of Chinese text are, are their six bytes; others a fold of their values
/// that different ones may share, with the highest bit set.
enum LexiconKey {
  /// The key of the two scalars at `offset`, which lies in the text; of the last scalar alone at its end.
  @inline(__always)
  static func read(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> UInt64 {
    if offset + 8 <= text.count, let base = text.baseAddress {
      let word = UnsafeRawPointer(base + offset).loadUnaligned(as: UInt64.self).littleEndian
      if isPair(word) { return word & pairBytes }
    }
    return readSlowly(text, offset)
  }

  /// The bytes of a word of memory that two scalars of three bytes fill.
  static let pairBytes: UInt64 = 0xFFFF_FFFF_FFFF

  /// Whether the word's first six bytes are two scalars of three.
  @inline(__always)
  static func isPair(_ word: UInt64) -> Bool { word & 0xF000_00F0 == 0xE000_00E0 }

  /// Whether the first scalar of a pair is a character of Chinese and no mark.
  @inline(__always)
  static func isChinese(_ pair: UInt64) -> Bool { (0xE4...0xE9).contains(pair & 0xFF) }

  /// The low eleven bits of the first scalar.
  @inline(__always)
  static func first(_ key: UInt64) -> Int {
    key >> 63 == 0 ? first(ofPair: key) : Int(key &>> 32 & 0x7FF)
  }

  /// Those of a pair: the low six bits of its third byte and five of its second.
  @inline(__always)
  static func first(ofPair key: UInt64) -> Int { Int(key &>> 16 & 0x3F | (key &>> 8 & 0x1F) &<< 6) }

  private static func readSlowly(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> UInt64 {
    let second = offset + length(text[offset])
    if offset + 6 <= text.count, text[offset] & 0xF0 == 0xE0, text[offset + 3] & 0xF0 == 0xE0 {
      return (0..<6).reduce(0) { $0 | UInt64(text[offset + $1]) << UInt64(8 * $1) }
    }
    let tail = second < text.count ? UInt64(scalar(text, second)) + 1 : 0
    return 1 << 63 | UInt64(scalar(text, offset)) << 32 | tail
  }

  /// How many bytes the scalar has that `byte` begins; 1 for a byte that begins none.
  static func length(_ byte: UInt8) -> Int {
    byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }

  /// The value of the scalar at `offset` in 16 bits, or a fold where it has more.
  private static func scalar(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> UInt32 {
    let first = UInt32(text[offset])
    if first < 0x80 { return first }
    let second = offset + 1 < text.count ? UInt32(text[offset + 1] & 0x3F) : 0
    if first < 0xE0 { return (first & 0x1F) << 6 | second }
    let third = offset + 2 < text.count ? UInt32(text[offset + 2] & 0x3F) : 0
    return ((first & 0x0F) << 12 | second << 6 | third) & 0xFFFF
  }
}
