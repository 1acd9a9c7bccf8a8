internal import Fetch
internal import GRDB
internal import Records

/// What the configuration says, brought into the state.
extension FetchState {
  /// Brings the sources of the configuration into the state: what is new is due, what is gone is dropped, and what came
  /// back is due again.
  func take(_ sources: [(source: Source, web: WebSource)], now: Moment) throws {
    try write { db in try Self.take(sources, now: now, db) }
  }

  static func take(_ sources: [(source: Source, web: WebSource)], now: Moment, _ db: Database) throws {
    let names = Set(sources.map(\.source.name))
    for row in try Row.fetchAll(db, sql: "SELECT id, name FROM sources") where !names.contains(row["name"]) {
      let id: Int64 = row["id"]
      try db.run("UPDATE pages SET state = 2 WHERE source = ? AND state <> 2", [id])
    }
    for (source, web) in sources {
      try db.run("INSERT OR IGNORE INTO sources (name) VALUES (?)", [source.name])
      let id = try id(of: source.name, db)
      // Further lists and sitemaps come back where they are named again.
      try db.run(
        "UPDATE pages SET state = 0 WHERE source = ? AND state = 2 AND is_seed = 0 AND kind = 0", [id])
      let kind: PageRow.Kind =
        switch web.kind {
        case .pages: .page
        case .list: .list
        case .sitemap: .sitemap
        }
      for url in web.seeds {
        try insert(Found(url: url, kind: kind), source: id, isSeed: true, due: now, db)
        // A page may become a list, or a page that a list has named may be named by the configuration too.
        try db.run(
          """
          UPDATE pages SET kind = ?, is_seed = 1, depth = 0, due = ?, etag = NULL, last_modified = NULL
          WHERE url = ? AND source = ? AND (kind <> ? OR is_seed = 0)
          """, [kind.rawValue, now.milliseconds, url.description, id, kind.rawValue])
      }
      let seeds = Set(web.seeds.map(\.description))
      let old = try String.fetchAll(
        db, sql: "SELECT url FROM pages WHERE source = ? AND is_seed = 1 AND state <> 2", arguments: [id])
      for url in old where !seeds.contains(url) {
        try db.run("UPDATE pages SET state = 2 WHERE url = ?", [url])
      }
    }
    try mendTimes(now, db)
  }

  static func id(of source: String, _ db: Database) throws -> Int64 {
    guard let row = try db.first("SELECT id FROM sources WHERE name = ?", [source]) else {
      throw Stop(.bug, "the state has no source \(source)")
    }
    return row["id"]
  }

  /// A clock that was wrong by more than a year in an earlier run has left times that do not come: nothing asks a host to
  /// be left alone for longer.
  private static func mendTimes(_ now: Moment, _ db: Database) throws {
    let latest = now + .seconds(366 * 86_400)
    try db.run("UPDATE hosts SET not_before = NULL WHERE not_before > ?", [latest.milliseconds])
    guard db.changesCount > 0 else { return }
    try db.run(
      "UPDATE pages SET due = ? WHERE checked > ? AND state = 0", [now.milliseconds, now.milliseconds])
  }

  /// Lets what the configuration says count for what is known already: lists and sitemaps whose rules have changed are
  /// read as if they were new, though their servers say that they have not changed; other days between visits hold
  /// from the last visit on.
  func renew(_ harvest: Harvest, now: Moment) throws {
    try write { db in
      for (name, source) in harvest.sources {
        guard let row = try db.first("SELECT id, rules, refresh_days FROM sources WHERE name = ?", [name])
        else { continue }
        let (id, rules, days): (Int64, String, Int) = (
          row["id"], harvest.rules(of: name), source.web.refreshDays
        )
        if let known: String = row["rules"], known != rules {
          // Further lists that are still meant are named again.
          try db.run(
            """
            UPDATE pages SET etag = NULL, last_modified = NULL, state = CASE WHEN is_seed THEN state ELSE 2 END
            WHERE source = ? AND kind > 0
            """, [id])
        }
        if let known: Int = row["refresh_days"], known != days {
          let wait = Self.due(after: Moment(milliseconds: 0), .page, refreshDays: days).milliseconds
          try db.run(
            """
            UPDATE pages SET due = succeeded + ?
            WHERE source = ? AND kind = 0 AND state = 0 AND failures = 0 AND file IS NOT NULL AND due > ?
            """, [wait, id, now.milliseconds])
        }
        try db.run("UPDATE sources SET rules = ?, refresh_days = ? WHERE id = ?", [rules, days, id])
      }
    }
  }

  /// The names of the sources that have pages at a host.
  func sources(at host: String) throws -> [String] {
    try read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT sources.name FROM host_sources JOIN sources ON sources.id = source WHERE host = ?
          ORDER BY sources.name
          """, arguments: [host])
    }
  }
}
