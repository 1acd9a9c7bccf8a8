package import Fetch

extension CrawlPolicy {
  /// A policy for a server on loopback: no waits, small limits. The times are long: a machine that is busy with other
  /// things is no fault, and tests of a time set that one alone.
  package static func test(_ change: (inout CrawlPolicy) -> Void = { _ in }) throws -> CrawlPolicy {
    guard let agent = UserAgent(version: "0", contact: "office@example.org"),
      let allowed = AllowList(["127.0.0.1:*"]),
      let loopback = AddressRange("127.0.0.1")
    else { throw FetchFailure(.other, url: "", "no policy") }
    var policy = CrawlPolicy(userAgent: agent, allowed: allowed)
    policy.allowedAddresses = [loopback]
    policy.defaults.delay = .zero
    policy.backoff = .zero
    policy.hostFailures = 10
    policy.parallelHosts = 2
    policy.limits.bodyBytes = 1 << 20
    policy.limits.headBytes = 16 << 10
    policy.limits.headLines = 100
    policy.limits.connect = .seconds(100)
    policy.limits.firstByte = .seconds(100)
    policy.limits.idle = .seconds(100)
    policy.limits.total = .seconds(100)
    policy.limits.slowBytes = 0
    change(&policy)
    return policy
  }

  /// The same for servers on several addresses of loopback.
  package static func loopback(_ change: (inout CrawlPolicy) -> Void = { _ in }) throws -> CrawlPolicy {
    guard let allowed = AllowList(["127.0.0.*:*"]), let range = AddressRange("127.0.0.0/8") else {
      throw FetchFailure(.other, url: "", "no policy")
    }
    return try test { policy in
      policy.allowed = allowed
      policy.allowedAddresses = [range]
      change(&policy)
    }
  }
}

extension FetchRequest {
  /// First requests for the URLs.
  package static func list(_ urls: [String]) throws -> [FetchRequest] {
    try urls.map { FetchRequest(url: try PageURL($0)) }
  }
}
