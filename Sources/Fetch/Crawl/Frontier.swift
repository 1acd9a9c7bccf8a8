/// Where the crawl takes its requests from and where it brings what became of them: the queue, the archive and the
/// memory of hosts.
///
/// The crawl calls from several threads at once, but for one host never from two: between `next(host:)` and the
/// `record(_:)` or `giveBack(_:)` of its request the host is not asked again. What a call throws ends the crawl.
public protocol Frontier: Sendable {
  /// The hosts (`PageURL.host`) that have a request due in this run. Called at the start, and again whenever all
  /// known hosts have run dry, for pages may have brought new links.
  func hosts() throws -> [String]

  /// The next due request of the host; nothing where there is none. A request that was recorded or given back in this
  /// run is not due again in it.
  func next(host: String) throws -> FetchRequest?

  /// Keeps what became of a request: first in the archive, then in the state. When this returns, a `kill -9` loses
  /// nothing of it.
  func record(_ outcome: FetchOutcome) throws

  /// Takes a request back that was not tried to its end, because the run is stopped or the host is to be left alone.
  /// It did not fail, and is due in the next run.
  func giveBack(_ request: FetchRequest) throws

  /// How the sources that have pages at the host want it treated; nothing where they say nothing.
  func policy(of host: String) throws -> HostPolicy?

  /// What is remembered of the host from earlier runs.
  func memory(of host: String) throws -> HostMemory

  /// Keeps what is to be remembered of the host. Called when it changes: rarely.
  func remember(_ memory: HostMemory, of host: String) throws
}

extension Frontier {
  /// Nothing is said.
  public func policy(of host: String) throws -> HostPolicy? { nil }
}

/// What one run tells the next about a host.
public struct HostMemory: Equatable, Sendable {
  /// The host is not asked before; from `Retry-After` and from failures.
  public var notBefore: Moment?
  /// How many attempts have failed since the last answer; the waits grow with it.
  public var failuresInARow: Int
  /// The last robots.txt of each origin (`PageURL.origin`).
  public var robots: [String: RobotsCopy]

  /// Makes the memory; of a host that was never asked by default.
  public init(notBefore: Moment? = nil, failuresInARow: Int = 0, robots: [String: RobotsCopy] = [:]) {
    self.notBefore = notBefore
    self.failuresInARow = failuresInARow
    self.robots = robots
  }
}

/// A robots.txt as it was fetched, or why there was none.
public struct RobotsCopy: Equatable, Sendable {
  /// What the server answered.
  public enum Answer: Equatable, Sendable {
    /// The file; its first 500 KiB.
    case file([UInt8])
    /// It says that there is none (4xx, or too many redirects): all may be fetched.
    case unavailable
    /// It could not be had (5xx, network): nothing may be fetched.
    case unreachable
  }

  /// What the server answered.
  public var answer: Answer
  /// When.
  public var fetched: Moment

  /// Makes the copy.
  public init(answer: Answer, fetched: Moment) {
    self.answer = answer
    self.fetched = fetched
  }
}
