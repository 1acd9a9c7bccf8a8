/// What a robots.txt says to one crawler (RFC 9309).
public struct RobotsRules: Sendable, Equatable {
  /// The bytes that are read at least and at most: 500 KiB (section 2.5).
  public static let limit = 500 << 10

  /// The rules for the crawler, from its own groups or from those for `*`.
  let rules: [RobotsRule]
  /// The time between two requests that the file asks for; outside the RFC, and kept all the same.
  public let crawlDelay: Duration?
  /// Whether the file is a page of HTML, as a server sends it for what it does not have: it holds no rules.
  public let isHTML: Bool
  /// Whether it is longer than the limit; the rest is not read.
  public let isCut: Bool

  /// Reads the file.
  ///
  /// - Parameter product: the crawler's product token (section 2.2.1); capitals make no difference.
  /// - Complexity: O(bytes).
  public init(_ bytes: [UInt8], product: String = UserAgent.product) {
    isCut = bytes.count > Self.limit
    var file = RobotsFile()
    isHTML = RobotsFile.isHTML(bytes)
    // A line that is cut would forbid more than it does.
    let end = isCut ? bytes[..<Self.limit].lastIndex { $0 == 0x0A || $0 == 0x0D } ?? 0 : bytes.count
    if !isHTML { file.read(bytes[..<end]) }
    let group = file.group(for: Array(product.utf8).map(lowercased))
    rules = group.rules
    crawlDelay = group.crawlDelay
  }

  /// Whether the page may be fetched. The longest rule that matches decides, `Allow` where two are equally long;
  /// without one it may (section 2.2.2). robots.txt itself always may.
  ///
  /// - Parameter target: path and query as they are sent (`PageURL.target`).
  /// - Complexity: O(rules × bytes of the target) without `*`; each `*` may go over the target once more.
  public func allows(_ target: String) -> Bool {
    if target == "/robots.txt" { return true }
    let path = RobotsPath.normalized(url: target)
    var longest: RobotsRule?
    for rule in rules where rule.matches(path) {
      guard let current = longest else {
        longest = rule
        continue
      }
      let isLonger = rule.pattern.count > current.pattern.count
      if isLonger || rule.pattern.count == current.pattern.count && rule.allows { longest = rule }
    }
    return longest?.allows ?? true
  }
}
