/// How a host is treated.
public struct HostPolicy: Hashable, Sendable {
  /// The time from the end of one answer to the next request; a longer `Crawl-delay` of robots.txt goes before it.
  public var delay: Duration = .seconds(3)
  /// How much is added to the delay at most, by chance, in hundredths of it.
  public var jitterPercent = 50
  /// How many pages a run asks the host for at most; nothing: as many as are due.
  public var maxPages: Int?
  /// The hours in which the host is asked: those that lie in all of these windows; all where there is none.
  public var nights: [NightWindow] = []
  /// How its certificate is treated.
  public var tls: TLSPolicy = .verified

  /// Makes the policy that holds where the configuration says nothing.
  public init() {}

  /// Whether the host may be asked at this time of day.
  func isOpen(at moment: Moment) -> Bool { nights.allSatisfy { $0.contains(moment) } }
}

/// How certificates are treated.
public enum TLSPolicy: Hashable, Sendable {
  /// Only a certificate that is valid for the host is trusted.
  case verified
  /// Any certificate is. The reason stands in the configuration and is reported on every run.
  case unverified(reason: String)
}
