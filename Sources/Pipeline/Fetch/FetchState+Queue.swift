internal import Fetch
internal import GRDB
internal import Records

/// The queue: what links brought, what is due.
extension FetchState {
  /// A page that a link led to.
  struct Found: Sendable {
    var url: PageURL
    var kind = PageRow.Kind.page
    /// Which page of a list it is, from 0.
    var depth = 0
    /// The day that stands beside the link.
    var published: Day?
    /// The day of its last change, where a sitemap says it.
    var modified: Day?
  }

  /// Adds a page, unless it is known. One that was dropped, because its source is gone or has another name now, becomes
  /// the new source's with all that is known of it; a list is then read whole, for what it names was dropped too.
  static func insert(_ found: Found, source: Int64, isSeed: Bool, due: Moment, _ db: Database) throws {
    try db.run(
      """
      INSERT INTO pages (url, host, source, kind, is_seed, depth, published, due)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (url) DO UPDATE SET state = 0, failures = 0, source = excluded.source, kind = excluded.kind,
        is_seed = excluded.is_seed, depth = excluded.depth, published = coalesce(excluded.published, published),
        due = CASE WHEN file IS NULL THEN excluded.due ELSE due END,
        etag = CASE WHEN excluded.kind = 0 THEN etag END,
        last_modified = CASE WHEN excluded.kind = 0 THEN last_modified END
      WHERE state = 2
      """,
      [
        found.url.description, found.url.host, source, found.kind.rawValue, isSeed, found.depth,
        found.published?.description, due.milliseconds,
      ])
    if db.changesCount > 0 {
      try db.run("INSERT OR IGNORE INTO hosts (name) VALUES (?)", [found.url.host])
      try db.run("INSERT OR IGNORE INTO host_sources (host, source) VALUES (?, ?)", [found.url.host, source])
    }
  }

  /// Adds a page that a list or a sitemap names, due from `time` on. A known page that has changed since is due too.
  ///
  /// - Parameter listLimit: how many list pages the source may have.
  static func add(_ found: Found, source: Int64, due time: Moment, listLimit: Int, _ db: Database) throws {
    if found.kind == .list {
      let lists = try db.first(
        "SELECT count(*) FROM pages WHERE source = ? AND kind = 1 AND state <> 2", [source])
      if let count: Int = lists?[0], count >= listLimit { return }
    }
    try insert(found, source: source, isSeed: false, due: time, db)
    if let modified = found.modified {
      try db.run(
        "UPDATE pages SET due = ? WHERE url = ? AND state = 0 AND due > ? AND record_date < ?",
        [time.milliseconds, found.url.description, time.milliseconds, modified.description])
    }
  }

  /// Adds all pages that a list or a sitemap names, or the further parts of an article.
  ///
  /// - Parameter visit: when the page was visited. Where it falls short, this visit has failed.
  /// - Returns: at which hosts they are, how many, and whether the visit has failed.
  @discardableResult
  static func add(
    in content: Harvest.Content, of page: PageRow, due time: Moment, at visit: Moment, _ harvest: Harvest,
    _ db: Database
  ) throws -> (hosts: Set<String>, count: Int, shortfall: Shortfall?) {
    var count = 0
    var hosts: Set<String> = []
    var source: Int64?
    let listLimit = harvest.listLimit(page.source)
    let named = try harvest.forEach(in: content, source: page.source, kind: page.kind, depth: page.depth) {
      found in
      var found = found
      // What the list says of an article holds for all its parts.
      if page.kind == .page { found.published = page.published }
      let known = try source ?? id(of: page.source, db)
      source = known
      try add(found, source: known, due: time, listLimit: listLimit, db)
      hosts.insert(found.url.host)
      count += 1
    }
    var shortfall = named.damage.map { Shortfall.unreadable(cause: $0) }
    if shortfall == nil, named.count == 0, page.kind != .page, page.depth == 0 { shortfall = .nothingListed }
    if let failure = shortfall?.failure(page.url) {
      try keep(
        .failed(code: failure.code.rawValue, cause: failure.cause), of: page, at: visit, refreshDays: 0, db)
    }
    return (hosts, count, shortfall)
  }

  /// The hosts that have a page due at `time`.
  func hosts(dueAt time: Moment) throws -> [String] {
    try read { db in
      try String.fetchAll(db, sql: "SELECT name FROM hosts").filter {
        try !Self.next(of: $0, dueAt: time, most: 1, db).isEmpty
      }
    }
  }

  /// The next pages of a host that are due at `time`: sitemaps before lists before pages, then the longest due. Sitemaps
  /// and lists come one by one, for what they name may go before what is due already.
  func next(of host: String, dueAt time: Moment, most: Int) throws -> [PageRow] {
    try read { db in try Self.next(of: host, dueAt: time, most: most, db) }
  }

  private static func next(of host: String, dueAt time: Moment, most: Int, _ db: Database) throws -> [PageRow]
  {
    for kind in [PageRow.Kind.sitemap, .list, .page] {
      let rows = try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT \(PageRow.columns) FROM pages JOIN sources ON sources.id = pages.source
            WHERE host = ? AND state = 0 AND kind = ? AND due <= ? ORDER BY due, pages.id LIMIT ?
            """),
        arguments: [host, kind.rawValue, time.milliseconds, kind == .page ? most : 1])
      if !rows.isEmpty { return rows.map(PageRow.init) }
    }
    return []
  }

  /// What is known of a URL.
  static func page(_ url: String, _ db: Database) throws -> PageRow? {
    try db.first(
      "SELECT \(PageRow.columns) FROM pages JOIN sources ON sources.id = pages.source WHERE url = ?", [url]
    ).map(PageRow.init)
  }

  /// Every page that would be due at `time` with these sources, host by host, in the order in which each host would be
  /// asked. Nothing is changed.
  func due(
    at time: Moment, with sources: [(source: Source, web: WebSource)], _ body: (PageRow) throws -> Void
  ) throws {
    try rehearse { db in
      try Self.take(sources, now: time, db)
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT \(PageRow.columns) FROM pages JOIN sources ON sources.id = pages.source
          WHERE state = 0 AND due <= ? ORDER BY host, kind DESC, due, pages.id
          """, arguments: [time.milliseconds])
      while let row = try rows.next() { try body(PageRow(row)) }
    }
  }

  /// Brings pages back: those of these URLs, or all that are parked; of one source alone where it is named.
  ///
  /// - Returns: how many.
  func requeue(_ urls: [String], source: String?, now: Moment) throws -> Int {
    try write { db in
      var count = 0
      let filter = source == nil ? "" : " AND source = (SELECT id FROM sources WHERE name = ?)"
      let set = "UPDATE pages SET state = 0, failures = 0, due = ?"
      let tail: StatementArguments = source.map { [$0] } ?? []
      if urls.isEmpty {
        try db.run(set + " WHERE state = 1" + filter, [now.milliseconds] + tail)
        return db.changesCount
      }
      for url in urls {
        try db.run(set + " WHERE url = ? AND state <> 2" + filter, [now.milliseconds, url] + tail)
        count += db.changesCount
      }
      return count
    }
  }
}
