/// The groups of a robots.txt, line by line (RFC 9309, section 2.2).
struct RobotsFile {
  /// What is said to one crawler.
  struct Group: Equatable {
    var rules: [RobotsRule] = []
    var crawlDelay: Duration?
  }

  /// The groups by their user agent in small letters, `*` among them; those with the same name are one.
  private var groups: [[UInt8]: Group] = [:]
  /// The user agents that the next rule is for.
  private var agents: [[UInt8]] = []
  /// Whether a rule has come since: then the next user agent begins a group.
  private var hasRules = false

  /// The group of the crawler, else that of all.
  func group(for product: [UInt8]) -> Group {
    groups[product] ?? groups[[UInt8(ascii: "*")]] ?? Group()
  }

  /// Whether the bytes are a page of HTML.
  static func isHTML(_ bytes: [UInt8]) -> Bool {
    let start = withoutMark(bytes[...]).prefix(1024).drop { $0 <= 0x20 }
    return start.first == UInt8(ascii: "<")
  }

  /// Reads the lines.
  mutating func read(_ bytes: ArraySlice<UInt8>) {
    for line in Self.withoutMark(bytes).split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let text = line.prefix { $0 != UInt8(ascii: "#") }
      guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let key = trimmed(text[..<colon]).map(lowercased)
      take(String(decoding: key, as: UTF8.self), trimmed(text[(colon + 1)...]))
    }
  }

  private mutating func take(_ key: String, _ value: ArraySlice<UInt8>) {
    switch key {
    case "user-agent":
      if hasRules { agents = [] }
      hasRules = false
      let agent = Self.product(value)
      agents.append(agent)
      // A group without rules allows all; the one for `*` does not hold then.
      groups[agent, default: Group()].rules += []
    case "allow", "disallow":
      hasRules = true
      // An empty pattern matches nothing.
      guard !value.isEmpty else { return }
      let rule = RobotsRule(allows: key == "allow", written: value)
      for agent in Set(agents) { groups[agent]?.rules.append(rule) }
    case "crawl-delay":
      // It ends no group: only rules do (section 2.2.4).
      guard let delay = Self.seconds(value) else { return }
      for agent in agents {
        let known = groups[agent]?.crawlDelay ?? .zero
        groups[agent]?.crawlDelay = max(known, delay)
      }
    default: return
    }
  }

  /// The product token at the start of the value: `Xianzhi/1.0` is `xianzhi`.
  private static func product(_ value: ArraySlice<UInt8>) -> [UInt8] {
    if value.first == UInt8(ascii: "*") { return [UInt8(ascii: "*")] }
    return value.map(lowercased).prefix { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: "_")
    }.map { $0 }
  }

  /// Seconds, also with a fraction: `0.5`. At most a day.
  private static func seconds(_ value: ArraySlice<UInt8>) -> Duration? {
    let parts = value.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.allSatisfy({ $0.allSatisfy { (0x30...0x39).contains($0) } }), let first = parts.first,
      !first.isEmpty
    else { return nil }
    let whole = first.prefix(6).reduce(Int64(0)) { $0 * 10 + Int64($1 - 0x30) }
    let fraction = parts.count < 2 ? [] : Array((parts[1] + [0x30, 0x30, 0x30]).prefix(3))
    let milliseconds = fraction.reduce(Int64(0)) { $0 * 10 + Int64($1 - 0x30) }
    return min(.milliseconds(whole * 1000 + milliseconds), .seconds(86_400))
  }

  /// The bytes without a byte order mark.
  private static func withoutMark(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
  }
}
