/// Addresses that begin alike: `127.0.0.0/8`, `fd00::/8`, or one address alone.
public struct AddressRange: Hashable, Sendable {
  /// 4 bytes of an IPv4 address or 16 of an IPv6 address.
  let bytes: [UInt8]
  /// How many bits are the same.
  let bits: Int

  init(bytes: [UInt8], bits: Int) {
    self.bytes = bytes
    self.bits = bits
  }

  /// Reads `address` or `address/bits`; nothing where it is none.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let address = AddressText.bytes(String(parts[0])) else { return nil }
    var bits = address.count * 8
    if parts.count == 2 {
      guard let number = Int(parts[1]), (0...bits).contains(number) else { return nil }
      bits = number
    }
    self.init(bytes: address, bits: bits)
  }

  /// Whether the address, 4 or 16 bytes in network order, is one of them.
  func contains(_ address: [UInt8]) -> Bool {
    guard address.count == bytes.count else { return false }
    let whole = bits / 8
    guard address[..<whole] == bytes[..<whole] else { return false }
    guard bits % 8 != 0 else { return true }
    let mask = UInt8(truncatingIfNeeded: 0xFF00 >> (bits % 8))
    return address[whole] & mask == bytes[whole] & mask
  }
}
