/// How a host is treated.
public struct HostPolicy: Hashable, Sendable {
  /// The time from the end of one answer to the next request; a longer `Crawl-delay` of robots.txt goes before it.
  public var delay: Duration = .seconds(3)
  /// How much is added to the delay at most, by chance, in hundredths of it.
  public var jitterPercent = 50
  /// How many requests for pages a run sends to the host at most; nothing: as many as are due.
  public var maxPages: Int?
  /// The hours in which the host is asked; nothing: all.
  public var night: NightWindow?
  /// How its certificate is treated.
  public var tls: TLSPolicy = .verified

  /// Makes the policy that holds where the configuration says nothing.
  public init() {}
}

/// How certificates are treated.
public enum TLSPolicy: Hashable, Sendable {
  /// Only a certificate that is valid for the host is trusted.
  case verified
  /// Any certificate is. The reason stands in the configuration and is reported on every run.
  case unverified(reason: String)
}

/// Hours of the day in China (UTC+08:00 all year): from `start` until just before `end`, over midnight where `end` is
/// the smaller. Minutes of the day, 0 to 1439.
public struct NightWindow: Hashable, Sendable {
  /// The first minute.
  public let start: Int
  /// The minute after the last.
  public let end: Int

  /// Makes the window; nothing where a minute is none of the day or both are the same.
  public init?(start: Int, end: Int) {
    guard (0..<1440).contains(start), (0..<1440).contains(end), start != end else { return nil }
    self.start = start
    self.end = end
  }
}
