internal import Fetch
internal import GRDB
internal import Records

/// What the state tells people.
extension FetchState {
  /// How a source stands.
  struct SourceStatus: Sendable {
    var name: String
    /// Pages that are known, lists and sitemaps among them, without those that were dropped.
    var pages = 0
    /// Pages of which the archive has a version.
    var archived = 0
    /// Pages whose last visit failed.
    var failing = 0
    var parked = 0
    /// When a page was last fetched or found unchanged.
    var lastSuccess: Moment?
    /// When the next page is due; nothing where none is waiting.
    var nextDue: Moment?
    /// The failures by kind, with one example each.
    var failures: [Failure] = []
    var parkedPages: [Failure] = []

    /// A failure.
    struct Failure: Sendable {
      var code: String
      var count: Int
      var url: String
      var cause: String
    }
  }

  /// How many parked pages are told one by one.
  private static let mostParked = 20

  /// How many pages wait and how many are parked.
  func queueCounts() throws -> (waiting: Int, parked: Int) {
    try read { db in
      (
        try Int.fetchOne(db, sql: "SELECT count(*) FROM pages WHERE state = 0") ?? 0,
        try Int.fetchOne(db, sql: "SELECT count(*) FROM pages WHERE state = 1") ?? 0
      )
    }
  }

  /// How many lists and sitemaps where sources begin are parked, by host: their sources bring nothing any more.
  func parkedLists() throws -> [String: Int] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT host, count(*) AS count FROM sources JOIN pages ON pages.source = sources.id AND state = 1
          WHERE is_seed = 1 AND kind > 0 GROUP BY host
          """)
      return Dictionary(uniqueKeysWithValues: rows.map { ($0["host"], $0["count"]) })
    }
  }

  /// How a source stands.
  func status(of name: String) throws -> SourceStatus {
    try read { db in
      var status = SourceStatus(name: name)
      guard let id = try Int64.fetchOne(db, sql: "SELECT id FROM sources WHERE name = ?", arguments: [name])
      else { return status }
      let sums = try Row.fetchOne(
        db,
        sql: """
          SELECT count(*) AS pages, count(file) AS archived, count(failure_code) AS failing,
            coalesce(sum(state = 1), 0) AS parked, max(succeeded) AS succeeded,
            min(CASE WHEN state = 0 THEN due END) AS due
          FROM pages WHERE source = ? AND state <> 2
          """, arguments: [id])
      guard let sums else { return status }
      (status.pages, status.archived) = (sums["pages"], sums["archived"])
      (status.failing, status.parked) = (sums["failing"], sums["parked"])
      status.lastSuccess = (sums["succeeded"] as Int64?).map { Moment(milliseconds: $0) }
      status.nextDue = (sums["due"] as Int64?).map { Moment(milliseconds: $0) }
      status.failures = try Row.fetchAll(
        db,
        sql: """
          SELECT failure_code, count(*) AS count, min(url) AS url, failure_cause FROM pages
          WHERE source = ? AND state = 0 AND failure_code IS NOT NULL GROUP BY failure_code ORDER BY failure_code
          """, arguments: [id]
      ).map(Self.failure)
      status.parkedPages = try Row.fetchAll(
        db,
        sql: """
          SELECT failure_code, failures AS count, url, failure_cause FROM pages
          WHERE source = ? AND state = 1 ORDER BY url LIMIT ?
          """, arguments: [id, Self.mostParked]
      ).map(Self.failure)
      return status
    }
  }

  private static func failure(_ row: Row) -> SourceStatus.Failure {
    SourceStatus.Failure(
      code: row["failure_code"] ?? "", count: row["count"], url: row["url"], cause: row["failure_cause"] ?? ""
    )
  }
}
