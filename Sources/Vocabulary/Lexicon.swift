/// Words with a payload each, found at a place of a text by the longest match.
///
/// The words lie in one buffer, grouped by their first scalar and within that by their second: a look-up
/// costs one table access where no word begins, and a probe and a few comparisons otherwise.
public struct Lexicon: Sendable {
  /// Bytes of all words, one after another.
  private var bytes: [UInt8] = []
  /// Where each word lies in `bytes`: those of one slot beside each other, the longest first.
  private var words: [Word] = []
  /// For the first scalar's key: one more than the word that is that scalar alone; -1 where there is none
  /// but longer words begin so; 0 where nothing does.
  private var firsts = [Int32](repeating: 0, count: 65_536)
  /// The same in one bit for each key, whether any word begins so: it stays in the processor's nearest cache,
  /// and nearly every place of a text is refused by it.
  private var begins = [UInt64](repeating: 0, count: 1024)
  /// A bit for each sixteen bits that the first two scalars of words hash to: most places that `begins` lets
  /// pass are refused by it.
  private var pairs = [UInt64](repeating: 0, count: 1024)
  /// Slots of the words of two scalars and more, by a hash of the first two: open addressing.
  private var slots: [Slot] = []

  private struct Word {
    var start: Int32
    var count: Int32
    var payload: Int32
  }

  /// The words that begin with the two scalars of `key`; `key` is 0 where the slot is free.
  private struct Slot {
    var key: UInt32 = 0
    var first: Int32 = 0
    var last: Int32 = 0
  }

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
    var found: [(key: UInt32, word: Word)] = []
    for entry in entries where !entry.word.isEmpty {
      let start = bytes.count
      bytes.append(contentsOf: entry.word.utf8)
      let word = Word(
        start: Int32(start), count: Int32(bytes.count - start), payload: Int32(entry.payload))
      found.append((0, word))
    }
    bytes.withUnsafeBufferPointer { text in
      for index in found.indices { found[index].key = Self.key(of: found[index].word, in: text) }
      // Of equal words the one that was given first has the smaller start.
      found.sort { a, b in
        if a.key != b.key { return a.key < b.key }
        if a.word.count != b.word.count { return a.word.count > b.word.count }
        return a.word.start < b.word.start
      }
    }
    index(found)
  }

  private mutating func index(_ found: [(key: UInt32, word: Word)]) {
    var capacity = 16
    while capacity < found.count * 2 { capacity *= 2 }
    slots = Array(repeating: Slot(), count: capacity)
    var key: UInt32 = 0
    var place = 0
    for entry in found {
      let first = Int(entry.key >> 16)
      begins[first >> 6] |= 1 << UInt64(first & 63)
      if entry.key & 0xFFFF == 0 {
        if firsts[first] > 0 { continue }
        words.append(entry.word)
        firsts[first] = Int32(words.count)
        continue
      }
      if firsts[first] == 0 { firsts[first] = -1 }
      if entry.key != key {
        key = entry.key
        let hash = Self.hash(key)
        pairs[hash >> 6] |= 1 << UInt64(hash & 63)
        place = slot(of: key)
        slots[place] = Slot(key: key, first: Int32(words.count), last: Int32(words.count))
      } else if holds(entry.word, in: Int(slots[place].first)..<words.count) {
        continue
      }
      words.append(entry.word)
      slots[place].last = Int32(words.count)
    }
  }

  private func holds(_ word: Word, in range: Range<Int>) -> Bool {
    let text = bytes[Int(word.start)..<Int(word.start + word.count)]
    return words[range].contains { other in
      other.count == word.count
        && text.elementsEqual(bytes[Int(other.start)..<Int(other.start + other.count)])
    }
  }

  /// The longest word that begins at `offset` of `text`, if any does.
  ///
  /// - Complexity: O(words that begin with the same two scalars).
  public func longestMatch(in text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Match? {
    guard offset < text.count else { return nil }
    let first = Self.scalar(text, offset)
    guard begins[Int(first) >> 6] & 1 << UInt64(first & 63) != 0 else { return nil }
    let rest = text.count - offset
    let second = offset + Self.length(text[offset])
    if second < text.count, let slot = found(first << 16 | Self.following(text, second)) {
      for index in Int(slot.first)..<Int(slot.last) {
        let word = words[index]
        if Int(word.count) <= rest, matches(word, text, offset) {
          return Match(count: Int(word.count), payload: Int(word.payload))
        }
      }
    }
    let single = firsts[Int(first)]
    guard single > 0 else { return nil }
    let word = words[Int(single) - 1]
    guard Int(word.count) <= rest, matches(word, text, offset) else { return nil }
    return Match(count: Int(word.count), payload: Int(word.payload))
  }

  private func matches(_ word: Word, _ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
    let start = Int(word.start)
    for index in 0..<Int(word.count) where bytes[start + index] != text[offset + index] { return false }
    return true
  }

  private func found(_ key: UInt32) -> Slot? {
    let hash = Self.hash(key)
    guard pairs[hash >> 6] &>> UInt64(hash & 63) & 1 != 0 else { return nil }
    return slots[slot(of: key)]
  }

  private static func hash(_ key: UInt32) -> Int { Int((key &* 0x9E37_79B1) >> 16) }

  /// The slot that holds `key`, or the free one where it belongs.
  private func slot(of key: UInt32) -> Int {
    let mask = slots.count - 1
    var place = Int((key &* 0x9E37_79B1) >> 8) & mask
    while slots[place].key != 0, slots[place].key != key { place = (place + 1) & mask }
    return place
  }

  /// The keys of a word's first two scalars, the second's 0 where there is none.
  private static func key(of word: Word, in text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let (start, end) = (Int(word.start), Int(word.start + word.count))
    let second = start + length(text[start])
    return scalar(text, start) << 16 | (second < end ? following(text, second) : 0)
  }

  /// The 16-bit key of the scalar at `offset` as a second one: never 0.
  private static func following(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> UInt32 {
    max(scalar(text, offset), 1)
  }

  /// How many bytes the scalar has that `byte` begins; 1 for a byte that begins none.
  private static func length(_ byte: UInt8) -> Int {
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
