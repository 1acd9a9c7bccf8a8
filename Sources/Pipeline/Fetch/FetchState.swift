internal import Fetch
internal import GRDB
internal import Records

/// What the crawl remembers between runs: the queue, what servers said of pages, failures, delays of hosts.
///
/// It is a SQLite database in WAL mode beside the archive, and can be made anew from it. Memory holds none of it but
/// SQLite's cache of a few megabytes, however long the queue is. Text is UTF-8, bytes are hexadecimal, times are
/// milliseconds since 1970 in UTC.
struct FetchState: Sendable {
  let database: DatabaseQueue

  /// Opens the database, which is made where it is not there.
  ///
  /// - Parameter path: nothing for one in memory, of which nothing stays.
  /// - Throws: a `Stop` with status 73 where it cannot be opened, 74 where it is damaged.
  init(_ path: String?) throws {
    do {
      var configuration = GRDB.Configuration()
      configuration.busyMode = .timeout(10)
      configuration.prepareDatabase { db in
        try db.execute(
          sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -8000")
      }
      database = try path.map { try DatabaseQueue(path: $0, configuration: configuration) } ?? DatabaseQueue()
      try Self.migrator.migrate(database)
    } catch let error as DatabaseError where Self.isDamage(error) {
      throw Self.stop(error)
    } catch {
      throw Stop(.cannotCreate, "\(path ?? "the state"): cannot be opened: \(error)")
    }
  }

  private static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in
      try db.execute(
        sql: """
          CREATE TABLE sources (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
          CREATE TABLE pages (
            id INTEGER PRIMARY KEY,
            url TEXT NOT NULL UNIQUE,
            host TEXT NOT NULL,
            source INTEGER NOT NULL REFERENCES sources,
            kind INTEGER NOT NULL,
            state INTEGER NOT NULL DEFAULT 0,
            is_seed INTEGER NOT NULL,
            depth INTEGER NOT NULL DEFAULT 0,
            published TEXT,
            due INTEGER NOT NULL,
            checked INTEGER,
            succeeded INTEGER,
            final_url TEXT, record_id TEXT, record_date TEXT, payload_digest TEXT, sha256 TEXT,
            file TEXT, record_offset INTEGER, etag TEXT, last_modified TEXT,
            failures INTEGER NOT NULL DEFAULT 0,
            failure_code TEXT, failure_cause TEXT
          );
          CREATE INDEX pages_due ON pages (host, state, kind, due, id);
          CREATE INDEX pages_source ON pages (source, state);
          CREATE TABLE hosts (
            name TEXT PRIMARY KEY, not_before INTEGER, failures INTEGER NOT NULL DEFAULT 0
          ) WITHOUT ROWID;
          CREATE TABLE robots (
            origin TEXT PRIMARY KEY, host TEXT NOT NULL, answer TEXT NOT NULL, file TEXT, fetched INTEGER NOT NULL
          ) WITHOUT ROWID;
          CREATE TABLE archives (name TEXT PRIMARY KEY, bytes INTEGER NOT NULL) WITHOUT ROWID;
          """)
    }
    migrator.registerMigration("2") { db in
      try db.execute(
        sql: """
          CREATE TABLE host_sources (
            host TEXT NOT NULL, source INTEGER NOT NULL REFERENCES sources, PRIMARY KEY (host, source)
          ) WITHOUT ROWID;
          INSERT INTO host_sources SELECT DISTINCT host, source FROM pages;
          ALTER TABLE sources ADD COLUMN rules TEXT;
          ALTER TABLE sources ADD COLUMN refresh_days INTEGER;
          ALTER TABLE archives ADD COLUMN synchronized INTEGER NOT NULL DEFAULT 0;
          """)
    }
    return migrator
  }

  /// Calls `body` with the database in one transaction: all of it stays, or nothing.
  ///
  /// - Throws: what `body` throws, and a `Stop` with status 74 where the database fails.
  func write<Result>(_ body: (Database) throws -> Result) throws -> Result {
    try Self.telling { try database.write(body) }
  }

  /// Calls `body` with the database for reading.
  ///
  /// GRDB's own `read` sets a pragma, and SQLite then prepares all its statements anew: half the time of a crawl.
  func read<Result>(_ body: (Database) throws -> Result) throws -> Result {
    try Self.telling { try database.unsafeRead(body) }
  }

  /// Calls `body` with the database in a transaction of which nothing stays.
  func rehearse(_ body: (Database) throws -> Void) throws {
    try Self.telling {
      try database.inTransaction { db in
        try body(db)
        return .rollback
      }
    }
  }

  private static func telling<Result>(_ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let error as DatabaseError { throw stop(error) }
  }

  private static func isDamage(_ error: DatabaseError) -> Bool {
    [.SQLITE_NOTADB, .SQLITE_CORRUPT].contains(error.resultCode)
  }

  /// What to say where the database fails.
  private static func stop(_ error: DatabaseError) -> Stop {
    let advice = isDamage(error) ? "; xianzhi status --rebuild makes it anew from the archive" : ""
    return Stop(
      .inputOutput, "the state of the crawl: \(error.message ?? "error \(error.resultCode)")\(advice)")
  }
}

extension Database {
  /// Runs a statement that is kept prepared.
  func run(_ sql: String, _ arguments: StatementArguments = []) throws {
    try cachedStatement(sql: sql).execute(arguments: arguments)
  }

  /// The first row of a query that is kept prepared.
  func first(_ sql: String, _ arguments: StatementArguments = []) throws -> Row? {
    try Row.fetchOne(cachedStatement(sql: sql), arguments: arguments)
  }
}
