/// Says which addresses are not to be talked to: a page, or whoever answers for a name, may otherwise send the crawl
/// to what lies behind the firewall.
///
/// The ranges are those of the IANA registries of special-purpose addresses (RFC 6890 and its updates).
struct AddressGuard: Sendable {
  /// Ranges that may be talked to all the same.
  let allowed: [AddressRange]

  /// Why the address, 4 or 16 bytes in network order, is refused; nothing where it may be talked to.
  func refusal(of address: [UInt8]) -> String? {
    if allowed.contains(where: { $0.contains(address) }) { return nil }
    if let found = Self.special.first(where: { $0.range.contains(address) }) { return found.kind }
    guard let wrapper = Self.wrappers.first(where: { $0.range.contains(address) }) else { return nil }
    return refusal(of: Array(address[wrapper.start..<(wrapper.start + 4)]))
  }

  /// Addresses of IPv6 that are another way to write an address of IPv4 or lead to it, and where in them it stands.
  private static let wrappers: [(range: AddressRange, start: Int)] = [
    ("::ffff:0:0/96", 12), ("::/96", 12), ("64:ff9b::/96", 12), ("2002::/16", 2),
  ].compactMap { text, start in AddressRange(text).map { ($0, start) } }

  private static let special: [(range: AddressRange, kind: String)] = [
    ("0.0.0.0/8", "unspecified"), ("10.0.0.0/8", "private"), ("100.64.0.0/10", "of a carrier's network"),
    ("127.0.0.0/8", "loopback"), ("169.254.0.0/16", "link-local"), ("172.16.0.0/12", "private"),
    ("192.0.0.0/24", "reserved"), ("192.0.2.0/24", "for examples"), ("192.88.99.0/24", "reserved"),
    ("192.168.0.0/16", "private"), ("198.18.0.0/15", "for benchmarks"), ("198.51.100.0/24", "for examples"),
    ("203.0.113.0/24", "for examples"), ("224.0.0.0/4", "multicast"), ("240.0.0.0/4", "reserved"),
    ("::/128", "unspecified"), ("::1/128", "loopback"), ("64:ff9b:1::/48", "private"),
    ("100::/64", "reserved"),
    ("2001::/23", "reserved"), ("2001:db8::/32", "for examples"), ("3fff::/20", "for examples"),
    ("5f00::/16", "reserved"), ("fc00::/7", "private"), ("fe80::/10", "link-local"), ("fec0::/10", "private"),
    ("ff00::/8", "multicast"),
  ].compactMap { text, kind in AddressRange(text).map { ($0, kind) } }
}
