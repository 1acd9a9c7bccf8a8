internal import Fetch

extension CrawlPolicy {
  /// The policy that the configuration asks for.
  ///
  /// Where several sources are at one host, the most careful holds for it: the longest delay, the fewest pages.
  init(_ settings: FetchSettings, sources: [(source: Source, web: WebSource)], pageBytes: Int, seed: UInt64) {
    self.init(userAgent: settings.userAgent, allowed: settings.allowed)
    allowedAddresses = settings.addresses
    limits.bodyBytes = pageBytes
    parallelHosts = settings.parallelHosts
    attempts = settings.attempts
    certificates = settings.certificates
    proxy = settings.proxy
    self.seed = seed
    defaults = HostPolicy().treated(settings.politeness)
    for (_, web) in sources {
      for host in Set(web.seeds.map(\.host)) {
        var own = defaults.treated(web.politeness)
        if let other = hosts[host] {
          own.delay = max(own.delay, other.delay)
          own.maxPages = [own.maxPages, other.maxPages].compactMap { $0 }.min()
          own.night = own.night ?? other.night
        }
        hosts[host] = own
      }
    }
    for (host, reason) in settings.unverified {
      hosts[host, default: defaults].tls = .unverified(reason: reason)
    }
  }
}

extension HostPolicy {
  /// The policy with what is said put in.
  fileprivate func treated(_ politeness: Politeness) -> HostPolicy {
    var policy = self
    if let seconds = politeness.delaySeconds { policy.delay = .seconds(seconds) }
    if let count = politeness.maxPages { policy.maxPages = count }
    if let window = politeness.night { policy.night = window }
    return policy
  }
}
