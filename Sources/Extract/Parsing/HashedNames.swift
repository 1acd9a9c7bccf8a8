/// A few values by 64-bit keys that are spread out already: a hash, or the bytes of a name.
///
/// A dictionary would hash each key again with SipHash, which costs more than the look-up.
struct HashedNames<Value: Sendable>: Sendable {
  private var slots: [(key: UInt64, value: Value?)]

  /// - Parameter entries: keys other than 0; of equal ones the first stays.
  init(_ entries: [(key: UInt64, value: Value)]) {
    var capacity = 16
    while capacity < entries.count * 4 { capacity *= 2 }
    slots = Array(repeating: (0, nil), count: capacity)
    for entry in entries {
      let slot = slot(of: entry.key)
      if slots[slot].value == nil { slots[slot] = (entry.key, entry.value) }
    }
  }

  /// The value of `key`, if there is one.
  @inline(__always)
  subscript(key: UInt64) -> Value? { slots[slot(of: key)].value }

  /// The slot that holds `key`, or the free one where it belongs.
  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
    while slots[slot].key != key, slots[slot].value != nil { slot = (slot + 1) & mask }
    return slot
  }
}
