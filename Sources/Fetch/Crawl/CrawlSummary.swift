/// What a crawl came to, host by host.
public struct CrawlSummary: Sendable, Equatable {
  /// The hosts that were asked, or were to be asked, by name.
  public var hosts: [String: HostSummary] = [:]

  /// Makes the summary.
  public init(hosts: [String: HostSummary] = [:]) { self.hosts = hosts }
}

/// What a crawl came to at one host.
public struct HostSummary: Sendable, Equatable {
  /// Pages that came.
  public var pages = 0
  /// Pages of which the server says that they are as archived.
  public var notModified = 0
  /// Pages that failed, by the kind of failure.
  public var failures: [FetchFailure.Code: Int] = [:]
  /// The last failure.
  public var lastFailure: FetchFailure?
  /// Why the host was left before it ran dry; nothing where it ran dry.
  public var ended: HostEnding?
  /// What whoever looks after the sources should know; each once.
  public var notes: [HostNote] = []

  /// Makes an empty summary.
  public init() {}
}

/// Why a host was left although it has pages due.
public enum HostEnding: Sendable, Hashable {
  /// The run's share of pages is used up.
  case pageLimit
  /// It is not the time of day for this host.
  case outsideWindow
  /// It asked to be left alone until then, or failed too often; longer than a run waits.
  case resting(until: Moment)
  /// Too many attempts failed in a row.
  case tooManyFailures
  /// The crawl was stopped.
  case stopped
}

/// What whoever looks after the sources should know of a host.
public enum HostNote: Sendable, Hashable {
  /// Its robots.txt is a page of HTML: it holds no rules.
  case robotsIsHTML(origin: String)
  /// Its robots.txt is longer than 500 KiB: the rest is not read.
  case robotsCut(origin: String)
  /// Its certificate is not verified, for the reason that the configuration gives.
  case certificateNotVerified(reason: String)
}
