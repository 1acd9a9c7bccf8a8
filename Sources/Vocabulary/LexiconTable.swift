/// The memory of a lexicon: written once, then only read.
///
/// It is held by pointers, since the look-up is the innermost loop of all stages: nearly every place of a text is
/// refused by two bits.
final class LexiconTable: @unchecked Sendable {
  /// Where a word lies in the bytes.
  private struct Entry {
    var start: Int32
    var count: Int32
    var payload: Int32
  }

  /// The words of one key; the key is 0 where the slot is free.
  private struct Slot {
    var key: UInt32
    var first: Int32
    var last: Int32
  }

  /// A bit for each 16 bits that the keys of words of two scalars and more hash to, then one for each scalar that is
  /// a word.
  private let bits: UnsafeMutablePointer<UInt64>
  private static let bitWords = 1024
  /// Slots of all keys: open addressing.
  private let slots: UnsafeMutablePointer<Slot>
  private let mask: UInt32
  private let entries: UnsafeMutablePointer<Entry>
  private let bytes: UnsafeMutablePointer<UInt8>

  init(_ source: LexiconWords) {
    var capacity = 16
    while capacity < source.words.count * 2 { capacity *= 2 }
    mask = UInt32(capacity - 1)
    bits = .allocate(capacity: 2 * Self.bitWords)
    bits.initialize(repeating: 0, count: 2 * Self.bitWords)
    slots = .allocate(capacity: capacity)
    slots.initialize(repeating: Slot(key: 0, first: 0, last: 0), count: capacity)
    entries = .allocate(capacity: max(source.words.count, 1))
    bytes = .allocate(capacity: max(source.bytes.count, 1))
    for (index, byte) in source.bytes.enumerated() { (bytes + index).initialize(to: byte) }
    for (index, word) in source.words.enumerated() {
      (entries + index).initialize(to: Entry(start: word.start, count: word.count, payload: word.payload))
      let slot = slot(of: word.key)
      if slots[slot].key != word.key { slots[slot] = Slot(key: word.key, first: Int32(index), last: 0) }
      slots[slot].last = Int32(index + 1)
      let isSingle = word.key & 0xFFFF == 0
      let bit = isSingle ? Int(word.key >> 16) : Self.hash(word.key)
      bits[bit >> 6 + (isSingle ? Self.bitWords : 0)] |= 1 << UInt64(bit & 63)
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
    let (pair, single) = (Self.hash(key), Int(key >> 16))
    if bits[pair >> 6] &>> UInt64(pair & 63) & 1 != 0, let match = find(key, text, offset) { return match }
    guard bits[Self.bitWords + single >> 6] &>> UInt64(single & 63) & 1 != 0 else { return nil }
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

  @inline(__always)
  private static func hash(_ key: UInt32) -> Int { Int((key &* 0x9E37_79B1) &>> 16) }

  private func find(_ key: UInt32, _ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Lexicon.Match? {
    let slot = slots[slot(of: key)]
    let rest = text.count - offset
    for index in Int(slot.first)..<Int(slot.last) {
      let entry = entries[index]
      if Int(entry.count) <= rest, matches(entry, text, offset) {
        return Lexicon.Match(count: Int(entry.count), payload: Int(entry.payload))
      }
    }
    return nil
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
