/// The words of a lexicon in the order in which its table holds them: those of one key beside each other, the
/// longest first.
struct LexiconWords {
  /// A word, by where it lies in `bytes`.
  struct Word {
    var key: UInt32
    var start: Int32
    var count: Int32
    var payload: Int32
  }

  /// Bytes of all words, one after another.
  private(set) var bytes: [UInt8] = []
  private(set) var words: [Word] = []

  /// - Complexity: O(n log n) in the words.
  init(_ entries: some Sequence<(word: String, payload: Int)>) {
    var found: [Word] = []
    for entry in entries where !entry.word.isEmpty {
      let start = bytes.count
      bytes.append(contentsOf: entry.word.utf8)
      found.append(
        Word(key: 0, start: Int32(start), count: Int32(bytes.count - start), payload: Int32(entry.payload)))
    }
    bytes.withUnsafeBufferPointer { text in
      for index in found.indices {
        let (start, count) = (Int(found[index].start), Int(found[index].count))
        found[index].key = LexiconKey.read(UnsafeBufferPointer(rebasing: text[start..<start + count]), 0)
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
      if !words[first...].contains(where: { isSame($0, word) }) { words.append(word) }
    }
  }

  private func isSame(_ a: Word, _ b: Word) -> Bool {
    a.count == b.count
      && bytes[Int(a.start)..<Int(a.start + a.count)].elementsEqual(
        bytes[Int(b.start)..<Int(b.start + b.count)])
  }
}

/// What a word is looked up by: its first two scalars, in 16 bits each; the second's are 0 where there is none.
enum LexiconKey {
  /// The key of the two scalars at `offset`.
  static func read(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> UInt32 {
    let second = offset + length(text[offset])
    let first = scalar(text, offset) << 16
    // A second scalar is never 0: that is none.
    return second < text.count ? first | max(scalar(text, second), 1) : first
  }

  /// How many bytes the scalar has that `byte` begins; 1 for a byte that begins none.
  static func length(_ byte: UInt8) -> Int {
    byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }

  /// The 16-bit key of the scalar at `offset`: its value where it has one to three bytes, else a fold.
  private static func scalar(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> UInt32 {
    let first = UInt32(text[offset])
    if first < 0x80 { return first }
    let second = offset + 1 < text.count ? UInt32(text[offset + 1] & 0x3F) : 0
    if first < 0xE0 { return (first & 0x1F) << 6 | second }
    let third = offset + 2 < text.count ? UInt32(text[offset + 2] & 0x3F) : 0
    return ((first & 0x0F) << 12 | second << 6 | third) & 0xFFFF
  }
}
