/// The hosts that may be asked.
///
/// A pattern is a host name in which `*` stands for one character or more, dots among them: `*.gov.cn` is every host
/// below `gov.cn`, and not `gov.cn` itself. Without a port it means the ports of the schemes, 80 and 443; another port
/// is named, `example.gov.cn:8080`, or all are, `example.gov.cn:*`.
public struct AllowList: Hashable, Sendable {
  private struct Pattern: Hashable, Sendable {
    var host: [UInt8]
    /// The ports that are meant; nothing: those of the schemes.
    var ports: ClosedRange<Int>?
  }

  /// The patterns as they are written.
  public let written: [String]
  private let patterns: [Pattern]

  /// Reads the patterns; nothing where one of them is none.
  public init?(_ patterns: [String]) {
    written = patterns
    var read: [Pattern] = []
    for text in patterns {
      guard let pattern = Self.pattern(text) else { return nil }
      read.append(pattern)
    }
    self.patterns = read
  }

  /// Whether the text is a pattern.
  public static func isPattern(_ text: String) -> Bool { pattern(text) != nil }

  /// Whether the URL's host, at its port, may be asked.
  ///
  /// - Complexity: O(patterns × bytes of the host²) at worst.
  public func allows(_ url: PageURL) -> Bool {
    let host = Array(url.host.utf8)
    return patterns.contains { pattern in
      let isPort = pattern.ports?.contains(url.port) ?? (url.port == 80 || url.port == 443)
      return isPort && matches(pattern.host[...], host[...])
    }
  }

  private static func pattern(_ text: String) -> Pattern? {
    var host = Array(text.utf8).map(lowercased)
    var ports: ClosedRange<Int>?
    // An IPv6 address keeps its brackets and has colons of its own.
    let search = host.lastIndex(of: UInt8(ascii: "]")) ?? 0
    if let colon = host[search...].firstIndex(of: UInt8(ascii: ":")) {
      let written = host[(colon + 1)...]
      if written.elementsEqual([UInt8(ascii: "*")]) {
        ports = 1...65535
      } else if let number = Int(String(decoding: written, as: UTF8.self)), (1...65535).contains(number) {
        ports = number...number
      } else {
        return nil
      }
      host.removeSubrange(colon...)
    }
    if host.last == UInt8(ascii: ".") { host.removeLast() }
    let isHost = host.allSatisfy { byte in
      byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "/") && byte != UInt8(ascii: "@")
    }
    guard !host.isEmpty, isHost, host != [UInt8(ascii: "*")] else { return nil }
    return Pattern(host: host, ports: ports)
  }

  /// Whether the host is what the pattern says; a `*` in it takes one byte or more.
  private func matches(_ pattern: ArraySlice<UInt8>, _ host: ArraySlice<UInt8>) -> Bool {
    var pattern = pattern
    var host = host
    /// Where to go on when the last `*` takes one byte more.
    var retry: (pattern: ArraySlice<UInt8>, host: ArraySlice<UInt8>)?
    while true {
      if pattern.first == UInt8(ascii: "*"), !host.isEmpty {
        pattern.removeFirst()
        host.removeFirst()
        retry = (pattern, host)
      } else if let byte = pattern.first, byte == host.first {
        pattern.removeFirst()
        host.removeFirst()
      } else if pattern.isEmpty, host.isEmpty {
        return true
      } else if let last = retry, !last.host.isEmpty {
        pattern = last.pattern
        host = last.host.dropFirst()
        retry = (pattern, host)
      } else {
        return false
      }
    }
  }
}
