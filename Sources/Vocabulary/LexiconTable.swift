/// The memory of a lexicon: written once, then only read.
///
/// It is held by pointers, since the look-up is the innermost loop of all stages: nearly every place of a text is
/// refused by a few bits that stay in the nearest cache, and most words that are found cost one slot.
final class LexiconTable: @unchecked Sendable {
  /// Where a word lies in the bytes.
  private struct Entry {
    var start: Int32
    var count: Int32
    var payload: Int32
  }

  /// The words of one key, or those that are one scalar; the key is 0 where the slot is free.
  private struct Slot {
    var key: UInt64 = 0
    /// The payload of the only word, which is the key's six bytes and needs no comparison; else where the words
    /// begin in `entries`.
    var value: Int32 = 0
    /// How many words are to be compared.
    var count: Int32 = 0
  }

  /// Two bits of one word for each key; a word for each four keys, so that one in a hundred that is none passes.
  private let pairBits: UnsafeMutablePointer<UInt64>
  /// How far a hash is shifted to tell its word.
  private let pairShift: UInt64
  /// A bit for the first scalars of words of one scalar.
  private let singleBits: UnsafeMutablePointer<UInt64>
  private static let singleWords = 32
  /// Whether a word of one scalar is a character of Chinese.
  private let hasChineseSingles: Bool
  /// Whether a word goes on with something else behind its first character of Chinese: C919, A股 do not.
  private let hasMixedPairs: Bool
  /// The characters of ASCII that begin words, a bit each.
  private let asciiStarts: (UInt64, UInt64)
  /// Slots of the keys, and of the low bits of single scalars: open addressing.
  private let slots: UnsafeMutablePointer<Slot>
  private let mask: Int
  private let singles: UnsafeMutablePointer<Slot>
  private let singleMask: Int
  private let entries: UnsafeMutablePointer<Entry>
  private let bytes: UnsafeMutablePointer<UInt8>

  init(_ source: LexiconWords) {
    let singleCount = source.words.count(where: \.isSingle)
    hasChineseSingles = source.words.contains { word in
      word.isSingle && LexiconKey.isChinese(UInt64(source.bytes[Int(word.start)]))
    }
    hasMixedPairs = source.words.contains { word in
      !word.isSingle && word.key >> 63 == 1 && LexiconKey.isChinese(UInt64(source.bytes[Int(word.start)]))
    }
    asciiStarts = source.words.reduce(into: (0, 0)) { starts, word in
      let first = source.bytes[Int(word.start)]
      if first < 0x40 { starts.0 |= 1 << first } else if first < 0x80 { starts.1 |= 1 << (first & 0x3F) }
    }
    let pairWords = max(Self.capacity(source.keyCount / 8), 1024)
    pairShift = UInt64(64 - pairWords.trailingZeroBitCount)
    pairBits = Self.filled(pairWords, with: 0)
    singleBits = Self.filled(Self.singleWords, with: 0)
    mask = Self.capacity(source.keyCount) - 1
    slots = Self.filled(mask + 1, with: Slot())
    singleMask = Self.capacity(singleCount) - 1
    singles = Self.filled(singleMask + 1, with: Slot())
    entries = Self.filled(max(source.words.count, 1), with: Entry(start: 0, count: 0, payload: 0))
    bytes = Self.filled(max(source.bytes.count, 1), with: 0)
    for (index, byte) in source.bytes.enumerated() { bytes[index] = byte }
    for (index, word) in source.words.enumerated() {
      entries[index] = Entry(start: word.start, count: word.count, payload: word.payload)
      if word.isSingle { addSingle(word, at: index) } else { addPair(word, at: index) }
    }
  }

  deinit {
    pairBits.deallocate()
    singleBits.deallocate()
    slots.deallocate()
    singles.deallocate()
    entries.deallocate()
    bytes.deallocate()
  }

  private static func filled<Element>(_ count: Int, with value: Element) -> UnsafeMutablePointer<Element> {
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: count)
    memory.initialize(repeating: value, count: count)
    return memory
  }

  private static func capacity(_ count: Int) -> Int {
    var capacity = 16
    while capacity < count * 2 { capacity *= 2 }
    return capacity
  }

  private func addPair(_ word: LexiconWords.Word, at index: Int) {
    let hash = Self.hash(word.key)
    pairBits[pairWord(hash)] |= Self.pattern(hash)
    let place = Self.slot(of: word.key, hash, in: slots, mask)
    if slots[place].key != 0 {
      slots[place].count += 1
    } else if word.count == 6, word.key >> 63 == 0 {
      // It is the shortest of its key, and so the only one.
      slots[place] = Slot(key: word.key, value: word.payload, count: 0)
    } else {
      slots[place] = Slot(key: word.key, value: Int32(index), count: 1)
    }
  }

  /// Words of one scalar are kept by its low bits: words whose scalars share them are compared one after another.
  private func addSingle(_ word: LexiconWords.Word, at index: Int) {
    let first = LexiconKey.first(word.key)
    singleBits[first >> 6] |= 1 << UInt64(first & 63)
    var place = first & singleMask
    while singles[place].key != 0 { place = (place + 1) & singleMask }
    singles[place] = Slot(key: UInt64(first) + 1, value: Int32(index), count: 1)
  }

  /// The longest word at `offset`, which lies in the text.
  @inline(__always)
  func longestMatch(in text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Lexicon.Match? {
    let key = LexiconKey.read(text, offset)
    let hash = Self.hash(key)
    let pattern = Self.pattern(hash)
    if pairBits[pairWord(hash)] & pattern == pattern, let match = pair(key, hash, text, offset) {
      return match
    }
    let first = LexiconKey.first(key)
    guard singleBits[first &>> 6] &>> UInt64(first & 63) & 1 != 0 else { return nil }
    return single(first, text, offset)
  }

  /// The first place from `offset` on at which a word may begin; at `end` or behind it where there is none.
  ///
  /// It steps over characters of Chinese, of which nearly all are refused, with as little as can be done for each.
  @inline(__always)
  func nextCandidate(in text: UnsafeBufferPointer<UInt8>, from offset: Int, to end: Int) -> Int {
    guard let base = text.baseAddress else { return end }
    var offset = offset
    let last = min(end, text.count - 7)
    while offset < last {
      let word = UnsafeRawPointer(base + offset).loadUnaligned(as: UInt64.self).littleEndian
      guard LexiconKey.isPair(word) else {
        let byte = UInt8(truncatingIfNeeded: word)
        if byte < 0x80 {
          let starts = byte < 0x40 ? asciiStarts.0 : asciiStarts.1
          if starts &>> UInt64(byte & 0x3F) & 1 != 0 { return offset }
          offset += 1
        } else if !hasMixedPairs, !hasChineseSingles, LexiconKey.isChinese(word) {
          offset += 3
        } else {
          return offset
        }
        continue
      }
      if mayBegin(word & LexiconKey.pairBytes) { return offset }
      offset += 3
    }
    return offset
  }

  /// Steps over characters of Chinese at which no word begins, and stops at all else.
  @inline(__always)
  func plainRun(in text: UnsafeBufferPointer<UInt8>, from offset: Int, to end: Int) -> Int {
    guard let base = text.baseAddress else { return end }
    var offset = offset
    let last = min(end, text.count - 7)
    while offset < last {
      let word = UnsafeRawPointer(base + offset).loadUnaligned(as: UInt64.self).littleEndian
      guard LexiconKey.isPair(word), LexiconKey.isChinese(word) else { return offset }
      if mayBegin(word & LexiconKey.pairBytes) { return offset }
      offset += 3
    }
    return offset
  }

  /// Whether a word may begin with the pair, or with its first scalar: nearly all pairs of a text are refused.
  @inline(__always)
  private func mayBegin(_ pair: UInt64) -> Bool {
    let hash = Self.hash(pair)
    let pattern = Self.pattern(hash)
    if pairBits[pairWord(hash)] & pattern == pattern { return true }
    guard hasChineseSingles || !LexiconKey.isChinese(pair) else { return false }
    let first = LexiconKey.first(ofPair: pair)
    return singleBits[first &>> 6] &>> UInt64(first & 63) & 1 != 0
  }

  @inline(__always)
  private static func hash(_ key: UInt64) -> UInt64 { key &* 0x9E37_79B9_7F4A_7C15 }

  /// The word of `pairBits` that a key has its bits in.
  @inline(__always)
  private func pairWord(_ hash: UInt64) -> Int { Int(hash &>> pairShift) }

  @inline(__always)
  private static func pattern(_ hash: UInt64) -> UInt64 {
    1 &<< (hash &>> 40 & 63) | 1 &<< (hash &>> 34 & 63)
  }

  private func pair(
    _ key: UInt64, _ hash: UInt64, _ text: UnsafeBufferPointer<UInt8>, _ offset: Int
  ) -> Lexicon.Match? {
    let slot = slots[Self.slot(of: key, hash, in: slots, mask)]
    if slot.count > 0 { return longest(of: slot, text, offset) }
    return slot.key == 0 ? nil : Lexicon.Match(count: 6, payload: Int(slot.value))
  }

  private func single(_ first: Int, _ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Lexicon.Match? {
    var place = first & singleMask
    while singles[place].key != 0 {
      if singles[place].key == UInt64(first) + 1, let match = longest(of: singles[place], text, offset) {
        return match
      }
      place = (place + 1) & singleMask
    }
    return nil
  }

  @inline(__always)
  private func longest(
    of slot: Slot, _ text: UnsafeBufferPointer<UInt8>, _ offset: Int
  ) -> Lexicon.Match? {
    let rest = text.count - offset
    for index in Int(slot.value)..<Int(slot.value + slot.count) {
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
  @inline(__always)
  private static func slot(
    of key: UInt64, _ hash: UInt64, in slots: UnsafeMutablePointer<Slot>, _ mask: Int
  ) -> Int {
    var place = Int(truncatingIfNeeded: hash &>> 32) & mask
    while slots[place].key != 0, slots[place].key != key { place = (place &+ 1) & mask }
    return place
  }
}
