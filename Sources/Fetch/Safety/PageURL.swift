/// The URL of a page: absolute, http or https, without user-info and fragment, written in one way.
///
/// Scheme and host are in lower case, a port that the scheme implies is left out, dot segments are resolved, an empty
/// path is `/`, and what may not stand in a URL (blanks, Chinese) is percent-encoded as UTF-8. Two URLs that differ
/// only in such things are equal.
public struct PageURL: Hashable, Sendable, CustomStringConvertible {
  /// `http` or `https`.
  public let scheme: String
  /// The host in lower case; an IPv6 address with its brackets. No port. A host that is not ASCII must be written as
  /// punycode.
  public let host: String
  /// The port, also where the scheme implies it.
  public let port: Int
  /// Path and query, as they are sent: `/a/b.html?page=2`.
  public let target: String

  /// Used by the parser alone, which has checked and normalised the parts.
  init(scheme: String, host: String, port: Int, target: String) {
    self.scheme = scheme
    self.host = host
    self.port = port
    self.target = target
  }

  /// Reads an absolute URL.
  ///
  /// - Throws: `FetchFailure` with `badURL`, `schemeRefused` or `userInfoRefused`.
  public init(_ text: String) throws(FetchFailure) {
    self = try CurlURL.parse(text, against: nil)
  }

  /// The URL that a link on this page means.
  ///
  /// - Throws: `FetchFailure` with `badURL`, `schemeRefused` (`javascript:`, `mailto:`) or `userInfoRefused`.
  public func resolving(_ reference: String) throws(FetchFailure) -> PageURL {
    try CurlURL.parse(reference, against: self)
  }

  /// `https://example.gov.cn:8443`: what a robots.txt holds for.
  public var origin: String {
    let isImplied = port == (scheme == "https" ? 443 : 80)
    return scheme + "://" + host + (isImplied ? "" : ":\(port)")
  }

  /// The whole URL.
  public var description: String { origin + target }
}
