/// The memory of a lexicon: written once, then only read.
///
/// It is held by pointers, since the look-up is the innermost loop of all stages: nearly every place of a text is
/// refused by the bits of two words, and most words that are found cost one slot.
final class LexiconTable: @unchecked Sendable {
  /// Where a word lies in the bytes.
  private struct Entry {
    var start: Int32
    var count: Int32
    var payload: Int32
  }

  /// The words of one key; the key is 0 where the slot is free.
  private struct Slot {
    var key: UInt32 = 0
    /// Those that are to be compared, in `entries`.
    var first: Int32 = 0
    var last: Int32 = 0
    /// The payload of the word that is the key's two scalars of three bytes, and needs no comparison; -1 where
    /// there is none.
    var pair: Int32 = -1
  }

  /// Two bits of one word for each key of two scalars and more, then a bit for each scalar that is a word.
  private let bits: UnsafeMutablePointer<UInt64>
  private static let pairWords = 2048
  private static let singleWords = 1024
  /// Slots of all keys: open addressing.
  private let slots: UnsafeMutablePointer<Slot>
  private let mask: UInt32
  private let entries: UnsafeMutablePointer<Entry>
  private let bytes: UnsafeMutablePointer<UInt8>

  init(_ source: LexiconWords) {
    var capacity = 16
    while capacity < source.words.count * 2 { capacity *= 2 }
    mask = UInt32(capacity - 1)
    bits = .allocate(capacity: Self.pairWords + Self.singleWords)
    bits.initialize(repeating: 0, count: Self.pairWords + Self.singleWords)
    slots = .allocate(capacity: capacity)
    slots.initialize(repeating: Slot(), count: capacity)
    entries = .allocate(capacity: max(source.words.count, 1))
    bytes = .allocate(capacity: max(source.bytes.count, 1))
    for (index, byte) in source.bytes.enumerated() { (bytes + index).initialize(to: byte) }
    for (index, word) in source.words.enumerated() {
      (entries + index).initialize(to: Entry(start: word.start, count: word.count, payload: word.payload))
      let place = slot(of: word.key)
      if slots[place].key != word.key {
        slots[place] = Slot(key: word.key, first: Int32(index), last: Int32(index))
      }
      let text = UnsafeBufferPointer(start: bytes + Int(word.start), count: Int(word.count))
      if text.count == 6, Self.isWide(text, 0), Self.isWide(text, 3) {
        slots[place].pair = word.payload
      } else {
        slots[place].last = Int32(index + 1)
      }
      if word.key & 0xFFFF == 0 {
        bits[Self.pairWords + Int(word.key >> 22)] |= 1 << UInt64(word.key >> 16 & 63)
      } else {
        let (index, pattern) = Self.pattern(word.key)
        bits[index] |= pattern
      }
    }
  }

  deinit {
    bits.deallocate()
    slots.deallocate()
    entries.deallocate()
    bytes.deallocate()
  }

  /// The longest word at `offset`, which lies in the text.
  @inline(__always)
  func longestMatch(in text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Lexicon.Match? {
    let key = Self.key(text, offset)
    let (index, pattern) = Self.pattern(key)
    if bits[index] & pattern == pattern, let match = find(key, text, offset) { return match }
    guard bits[Self.pairWords + Int(key &>> 22)] &>> UInt64(key &>> 16 & 63) & 1 != 0 else { return nil }
    return find(key & 0xFFFF_0000, text, offset)
  }

  /// The key at `offset`; two scalars of three bytes, as nearly all of Chinese text are, are read as one word.
  @inline(__always)
  private static func key(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> UInt32 {
    guard offset + 8 <= text.count, let base = text.baseAddress else { return LexiconKey.read(text, offset) }
    let word = UnsafeRawPointer(base + offset).loadUnaligned(as: UInt64.self).littleEndian
    guard word & 0xF000_00F0 == 0xE000_00E0 else { return LexiconKey.read(text, offset) }
    let (a, b) = (UInt32(truncatingIfNeeded: word), UInt32(truncatingIfNeeded: word &>> 24))
    let first = (a & 0x0F) &<< 12 | (a &>> 2) & 0x0FC0 | (a &>> 16) & 0x3F
    let second = (b & 0x0F) &<< 12 | (b &>> 2) & 0x0FC0 | (b &>> 16) & 0x3F
    return first &<< 16 | max(second, 1)
  }

  /// The word of `bits` that a key has its two bits in, and those bits.
  @inline(__always)
  private static func pattern(_ key: UInt32) -> (index: Int, bits: UInt64) {
    let hash = key &* 0x9E37_79B1
    return (Int(hash &>> 21), 1 &<< UInt64(hash &>> 15 & 63) | 1 &<< UInt64(hash &>> 9 & 63))
  }

  /// Whether a scalar of three bytes stands at `offset`.
  @inline(__always)
  private static func isWide(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
    text[offset] & 0xF0 == 0xE0 && text[offset + 1] & 0xC0 == 0x80 && text[offset + 2] & 0xC0 == 0x80
  }

  private func find(_ key: UInt32, _ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Lexicon.Match? {
    let slot = slots[slot(of: key)]
    let rest = text.count - offset
    for index in Int(slot.first)..<Int(slot.last) {
      let entry = entries[index]
      if Int(entry.count) <= rest, matches(entry, text, offset) {
        return Lexicon.Match(count: Int(entry.count), payload: Int(entry.payload))
      }
    }
    // A key may also be that of scalars of other widths, or of broken bytes.
    guard slot.pair >= 0, rest >= 6, Self.isWide(text, offset), Self.isWide(text, offset + 3) else {
      return nil
    }
    return Lexicon.Match(count: 6, payload: Int(slot.pair))
  }

  private func matches(_ entry: Entry, _ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
    let word = bytes + Int(entry.start)
    for index in 0..<Int(entry.count) where word[index] != text[offset + index] { return false }
    return true
  }

  /// The slot that holds `key`, or the free one where it belongs.
  private func slot(of key: UInt32) -> Int {
    var place = (key &* 0x9E37_79B1) &>> 8 & mask
    while slots[Int(place)].key != 0, slots[Int(place)].key != key { place = (place &+ 1) & mask }
    return Int(place)
  }
}
