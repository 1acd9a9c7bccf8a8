internal import Fetch
internal import Records

/// What `fetch` in the configuration says: whom requests come from, whom they go to, and where answers are kept.
struct FetchSettings: Sendable {
  /// Whom a host can ask about the crawl: an address of a page or of mail.
  var contact: String
  var userAgent: UserAgent
  /// The hosts that may be asked.
  var allowed: AllowList
  /// Addresses that may be talked to although they are not public.
  var addresses: [AddressRange] = []
  /// The folder of the archive; the state lies in it.
  var archive = "archive"
  /// From which size on a file of the archive is followed by another.
  var fileBytes = 1 << 30
  /// How hosts are treated where a source does not say it.
  var politeness = Politeness()
  var parallelHosts = 8
  /// How often a page is tried in one run, where failures pass.
  var attempts = 3
  /// The file of Prometheus that is written after a run.
  var metrics: String?
  /// Hosts whose certificate is not verified, each with the reason.
  var unverified: [String: String] = [:]
  var certificates: String?
  var proxy: String?

  /// After how many runs in a row a page that fails is parked.
  static let runsBeforeParking = 5
}
