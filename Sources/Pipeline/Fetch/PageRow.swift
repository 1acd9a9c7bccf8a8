internal import Fetch
internal import GRDB
internal import Records

/// What the state knows of a page.
struct PageRow: Sendable {
  /// What sort of page it is. The raw values stand in the database; higher ones are fetched first.
  enum Kind: Int, Sendable {
    case page = 0
    case list = 1
    case sitemap = 2
  }

  /// Whether it is to be fetched. The raw values stand in the database.
  enum State: Int, Sendable {
    /// When it is due.
    case waiting = 0
    /// No more: it failed in too many runs in a row.
    case parked = 1
    /// No more: the configuration does not name its source, or it, any longer.
    case dropped = 2
  }

  var id: Int64
  var url: String
  /// The source's name.
  var source: String
  var kind: Kind
  var state: State
  /// Which page of a list it is, from 0.
  var depth: Int
  /// The day that the list gave it.
  var published: Day?
  /// The newest version in the archive.
  var version: Version?
  /// In how many runs in a row it has failed.
  var failures: Int
  var failureCode: String?
  var failureCause: String?

  /// A version of a page in the archive.
  struct Version: Sendable {
    /// How a revisit refers to it; its URL is where the page came from in the end.
    var known: Capture.Known
    /// SHA-256 of the page without any coding, in hexadecimal.
    var sha256: String
    /// The file in the archive's folder.
    var file: String
    /// Where the record begins in it.
    var offset: Int64
    var etag: [UInt8]?
    var lastModified: [UInt8]?
  }

  static let columns = """
    pages.id, url, sources.name AS source_name, kind, state, depth, published, final_url, record_id, record_date,
    payload_digest, sha256, file, record_offset, etag, last_modified, failures, failure_code, failure_cause
    """

  init(_ row: Row) {
    id = row["id"]
    url = row["url"]
    source = row["source_name"]
    kind = Kind(rawValue: row["kind"]) ?? .page
    state = State(rawValue: row["state"]) ?? .waiting
    depth = row["depth"]
    published = (row["published"] as String?).flatMap { Day(iso: $0) }
    failures = row["failures"]
    failureCode = row["failure_code"]
    failureCause = row["failure_cause"]
    if let file: String = row["file"] {
      version = Version(
        known: Capture.Known(
          recordID: row["record_id"], date: row["record_date"], payloadDigest: row["payload_digest"],
          url: row["final_url"]),
        sha256: row["sha256"], file: file, offset: row["record_offset"],
        etag: (row["etag"] as String?).flatMap(Digest.bytes),
        lastModified: (row["last_modified"] as String?).flatMap(Digest.bytes))
    }
  }
}
