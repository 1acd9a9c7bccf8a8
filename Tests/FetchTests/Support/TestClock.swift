import Fetch
import Synchronization

/// A clock that begins at a moment of its own and runs evenly.
struct TestClock: CrawlClock {
  /// 2026-11-24T08:00:00Z.
  static let start = Moment(milliseconds: 1_795_507_200_000)
  private let real = ContinuousClock.now

  var now: Moment { Self.start + (ContinuousClock.now - real) }
  func sleep(until moment: Moment) -> Duration { max(moment - now, .zero) }
}

/// A clock that stands still while nobody waits, and jumps where somebody does.
final class JumpingClock: CrawlClock, @unchecked Sendable {
  private let time: Mutex<Moment>

  init(at start: Moment = TestClock.start) { time = Mutex(start) }

  var now: Moment { time.withLock { $0 } }

  func sleep(until moment: Moment) -> Duration {
    time.withLock { $0 = max($0, moment) }
    return .zero
  }
}

extension CrawlPolicy {
  /// A policy for a server on loopback: no waits, short times, small limits.
  static func test(_ change: (inout CrawlPolicy) -> Void = { _ in }) throws -> CrawlPolicy {
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
    policy.limits.connect = .seconds(2)
    policy.limits.firstByte = .seconds(2)
    policy.limits.idle = .seconds(2)
    policy.limits.total = .seconds(5)
    policy.limits.slowBytes = 0
    change(&policy)
    return policy
  }
}
