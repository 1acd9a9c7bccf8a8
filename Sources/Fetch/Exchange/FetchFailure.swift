/// Why a page could not be fetched.
public struct FetchFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of failures. The raw values are part of the program's surface: they stand in the state, in `status`
  /// and in `metrics.prom`, and never change their meaning.
  public enum Code: String, CaseIterable, Sendable {
    // Of the URL.
    /// No URL of a page: no host, or not written as RFC 3986 says.
    case badURL = "bad-url"
    /// Another scheme than http and https.
    case schemeRefused = "scheme-refused"
    /// A user name or a password in the URL.
    case userInfoRefused = "user-info-refused"
    /// A host that the configuration does not name.
    case hostNotAllowed = "host-not-allowed"
    // Of robots.txt.
    /// robots.txt forbids the page.
    case robotsDisallowed = "robots-disallowed"
    /// robots.txt could not be had, which forbids all (RFC 9309, section 2.3.1.4).
    case robotsUnreachable = "robots-unreachable"
    // Of redirects.
    /// More redirects in a row than the limit.
    case tooManyRedirects = "too-many-redirects"
    /// A redirect back to a URL of the same chain.
    case redirectLoop = "redirect-loop"
    /// A redirect that does not say where to.
    case redirectWithoutLocation = "redirect-without-location"
    // Of the connection.
    /// The host's name has no address.
    case nameNotResolved = "name-not-resolved"
    /// The host's address is one that is not to be talked to: loopback, private, link-local and the like.
    case addressRefused = "address-refused"
    /// Nothing listens there, or there is no way to it.
    case connectionFailed = "connection-failed"
    /// No connection within the time for it.
    case connectTimeout = "connect-timeout"
    /// The certificate is not to be trusted, or TLS could not be agreed on.
    case tlsFailed = "tls-failed"
    // Of the answer's time.
    /// No line of an answer within the time for it.
    case firstByteTimeout = "first-byte-timeout"
    /// No byte for too long in the middle of an answer, or too few for too long.
    case idleTimeout = "idle-timeout"
    /// The answer as a whole took too long.
    case totalTimeout = "total-timeout"
    // Of the answer's form.
    /// The connection ended before an answer began.
    case emptyAnswer = "empty-answer"
    /// The connection was reset in the middle.
    case connectionReset = "connection-reset"
    /// The body ended before its announced end.
    case bodyShort = "body-short"
    /// What came is no HTTP.
    case badHTTP = "bad-http"
    /// The head is larger than the limit, or has more fields.
    case headTooLarge = "head-too-large"
    /// The body is larger than the limit, as it comes over the wire.
    case bodyTooLarge = "body-too-large"
    /// The body is larger than the limit once it is decompressed: a bomb.
    case contentTooLarge = "content-too-large"
    /// The body cannot be decompressed.
    case badContentEncoding = "bad-content-encoding"
    /// A content coding that was not asked for and is not known.
    case unknownContentEncoding = "unknown-content-encoding"
    // Of what the answer says.
    /// 429, or 503 with `Retry-After`: the host asks to be left alone for a while.
    case rateLimited = "rate-limited"
    /// 404 or 410.
    case notFound = "not-found"
    /// Another status of 4xx: 401, 403, and those that guards of sites answer with, such as 412 and 451.
    case refusedByServer = "refused-by-server"
    /// A status of 5xx.
    case serverError = "server-error"
    /// Another status that brings no page: 204, 206, a 304 that nobody asked for.
    case unexpectedStatus = "unexpected-status"
    // Of what the page says.
    /// A list page or a sitemap that names no page, where a source begins: the site has changed, or its pattern is wrong.
    case nothingListed = "nothing-listed"
    /// A sitemap in gzip that is damaged, ends too early, or is larger than the limit once it is decompressed.
    case unreadableSitemap = "unreadable-sitemap"
    /// Something that should not happen between this program and libcurl.
    case other = "other"
  }

  /// The kind.
  public var code: Code
  /// The URL that failed: the one asked for, or the one that redirects led to. Never with user-info.
  public var url: String
  /// What went wrong, in words, without the URL and the code.
  public var cause: String
  /// The status code of the answer, where there was one.
  public var status: Int?
  /// How long the server asks to be left alone, by `Retry-After`.
  public var retryAfter: Duration?

  /// Makes the failure.
  public init(_ code: Code, url: String, _ cause: String, status: Int? = nil, retryAfter: Duration? = nil) {
    self.code = code
    self.url = url
    self.cause = cause
    self.status = status
    self.retryAfter = retryAfter
  }

  /// Whether another attempt may well succeed a little later, in the same run. A 500 belongs to its page, a 502 to the
  /// moment.
  public var isTransient: Bool {
    switch code {
    case .nameNotResolved, .connectionFailed, .connectTimeout, .firstByteTimeout, .idleTimeout, .totalTimeout,
      .emptyAnswer, .connectionReset, .bodyShort, .rateLimited:
      true
    case .serverError: [502, 503, 504].contains(status)
    default: false
    }
  }

  /// Whether there was no connection to ask over.
  var isOfConnection: Bool {
    [.nameNotResolved, .addressRefused, .connectionFailed, .connectTimeout, .tlsFailed].contains(code)
  }

  /// Whether it says something of the host and not of the page.
  var isOfHost: Bool { isTransient || isOfConnection || code == .badHTTP }

  /// `http://example.gov.cn/a.html: 4 MB came, the limit is 2 MB (body-too-large)`.
  public var description: String { "\(url): \(cause) (\(code.rawValue))" }
}
