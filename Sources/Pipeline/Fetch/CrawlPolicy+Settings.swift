internal import Fetch

extension CrawlPolicy {
  /// The policy that the configuration asks for.
  init(_ settings: FetchSettings, sources: [(source: Source, web: WebSource)], pageBytes: Int, seed: UInt64) {
    self.init(userAgent: settings.userAgent, allowed: settings.allowed)
    allowedAddresses = settings.addresses
    limits.bodyBytes = pageBytes
    parallelHosts = settings.parallelHosts
    attempts = settings.attempts
    certificates = settings.certificates
    proxy = settings.proxy
    self.seed = seed
    let policies = HostPolicies(settings, sources: sources)
    defaults = policies.defaults
    var names: [String: [String]] = [:]
    for (source, web) in sources {
      for host in Set(web.seeds.map(\.host)) { names[host, default: []].append(source.name) }
    }
    for host in Set(names.keys).union(policies.named) {
      hosts[host] = policies.policy(of: host, sources: names[host] ?? [])
    }
  }
}
