internal import Fetch

/// How hosts are treated, by what the configuration says of all of them, of its sources, and of single hosts.
struct HostPolicies: Sendable {
  /// How a host is treated of which nothing is said.
  let defaults: HostPolicy
  private let sources: [String: Politeness]
  private let unverified: [String: String]

  init(_ settings: FetchSettings, sources: [(source: Source, web: WebSource)]) {
    defaults = HostPolicy().treated(settings.politeness)
    self.sources = Dictionary(
      sources.map { ($0.source.name, $0.web.politeness) }, uniquingKeysWith: { first, _ in first })
    unverified = settings.unverified
  }

  /// How a host is treated at which these sources have pages. Of several the most careful holds: the longest delay, the
  /// fewest pages, the hours that suit all.
  func policy(of host: String, sources names: [String]) -> HostPolicy {
    let wishes = names.compactMap { sources[$0] }.map { defaults.treated($0) }
    var policy = wishes.first ?? defaults
    for other in wishes.dropFirst() {
      policy.delay = max(policy.delay, other.delay)
      policy.maxPages = [policy.maxPages, other.maxPages].compactMap { $0 }.min()
      policy.nights += other.nights.filter { !policy.nights.contains($0) }
    }
    if let reason = unverified[host] { policy.tls = .unverified(reason: reason) }
    return policy
  }

  /// The hosts of which something is said by themselves.
  var named: [String] { unverified.keys.sorted() }
}

extension HostPolicy {
  /// The policy with what is said put in.
  fileprivate func treated(_ politeness: Politeness) -> HostPolicy {
    var policy = self
    if let seconds = politeness.delaySeconds { policy.delay = .seconds(seconds) }
    if let count = politeness.maxPages { policy.maxPages = count }
    if let window = politeness.night { policy.nights = [window] }
    return policy
  }
}
