internal import Fetch
internal import GRDB

/// What became of pages.
extension FetchState {
  /// What a visit of a page came to.
  enum Visit: Sendable {
    /// A new version is in the archive.
    case version(PageRow.Version)
    /// The version that is known is still the page; what the server says of it now, if it says anything.
    case unchanged(etag: [UInt8]?, lastModified: [UInt8]?)
    /// It is not there, which is how numbered lists end.
    case over
    case failed(code: String, cause: String)

  }

  /// Why a list or a sitemap that is there brings nothing, which nobody would notice else.
  enum Shortfall: Hashable, Sendable {
    /// A source begins at a page that names none.
    case nothingListed
    /// The sitemap cannot be read.
    case unreadable(cause: String)

    /// The failure that it is.
    func failure(_ url: String) -> FetchFailure {
      switch self {
      case .nothingListed: FetchFailure(.nothingListed, url: url, "names no page that the source means")
      case .unreadable(let cause): FetchFailure(.unreadableSitemap, url: url, cause)
      }
    }
  }

  /// When a page is due after a success: lists and sitemaps in the next run, pages after the days that their
  /// source says, less a quarter of one, so that a run that begins a little earlier finds them due.
  static func due(after visit: Moment, _ kind: PageRow.Kind, refreshDays: Int) -> Moment {
    guard kind == .page, refreshDays > 0 else { return visit }
    return visit + .seconds(refreshDays * 86_400 - 21_600)
  }

  /// Keeps what a visit came to.
  ///
  /// - Parameter time: when the page was visited; it is not due at that time or before any more.
  static func keep(_ visit: Visit, of page: PageRow, at time: Moment, refreshDays: Int, _ db: Database) throws
  {
    let due = due(after: time, page.kind, refreshDays: refreshDays).milliseconds
    switch visit {
    case .version(let version):
      try db.run(
        """
        UPDATE pages SET due = ?, checked = ?, succeeded = ?, failures = 0, failure_code = NULL,
          failure_cause = NULL, final_url = ?, record_id = ?, record_date = ?, payload_digest = ?, sha256 = ?,
          file = ?, record_offset = ?, etag = ?, last_modified = ? WHERE id = ?
        """,
        [
          due, time.milliseconds, time.milliseconds, version.known.url, version.known.recordID,
          version.known.date, version.known.payloadDigest, version.sha256, version.file, version.offset,
          version.etag.map(Digest.hexadecimal), version.lastModified.map(Digest.hexadecimal), page.id,
        ])
    case .unchanged, .over:
      try db.run(
        """
        UPDATE pages SET due = ?, checked = ?, succeeded = ?, failures = 0, failure_code = NULL,
          failure_cause = NULL WHERE id = ?
        """, [due, time.milliseconds, time.milliseconds, page.id])
      guard case .unchanged(let etag, let lastModified) = visit, etag != nil || lastModified != nil,
        etag != page.version?.etag || lastModified != page.version?.lastModified
      else { return }
      try db.run(
        "UPDATE pages SET etag = coalesce(?, etag), last_modified = coalesce(?, last_modified) WHERE id = ?",
        [etag.map(Digest.hexadecimal), lastModified.map(Digest.hexadecimal), page.id])
    case .failed(let code, let cause):
      let failures = page.failures + 1
      let state: PageRow.State = failures >= FetchSettings.runsBeforeParking ? .parked : .waiting
      try db.run(
        """
        UPDATE pages SET due = ?, checked = ?, failures = ?, failure_code = ?, failure_cause = ?, state = ?
        WHERE id = ?
        """,
        [time.milliseconds, time.milliseconds, failures, code, cause, state.rawValue, page.id])
    }
  }

  /// Puts a page off to the next run.
  func putOff(_ url: String, at time: Moment) throws {
    try write { db in try db.run("UPDATE pages SET due = ? WHERE url = ?", [time.milliseconds, url]) }
  }

  /// How far a file of the archive is in the state.
  struct Known {
    /// Bytes whose records the state knows.
    var bytes: Int64
    /// Bytes that were brought to the disk, and are there also after a power cut.
    var synchronized: Int64
  }

  /// Notes how far a file of the archive is in the state.
  static func note(_ file: String, _ known: Known, _ db: Database) throws {
    try db.run(
      """
      INSERT INTO archives (name, bytes, synchronized) VALUES (?, ?, ?)
      ON CONFLICT (name) DO UPDATE SET bytes = excluded.bytes, synchronized = excluded.synchronized
      """, [file, known.bytes, known.synchronized])
  }

  /// How far the files of the archive are in the state.
  func archives() throws -> [String: Known] {
    try read { db in
      var files: [String: Known] = [:]
      for row in try Row.fetchAll(db, sql: "SELECT name, bytes, synchronized FROM archives") {
        files[row["name"]] = Known(bytes: row["bytes"], synchronized: row["synchronized"])
      }
      return files
    }
  }

  /// Forgets the versions that would lie in a file from `size` on, where it was found shorter than that: they are due.
  ///
  /// - Returns: how many.
  func forget(_ file: String, from size: Int64) throws -> Int {
    try write { db in
      try db.run(
        """
        UPDATE pages SET due = 0, file = NULL, etag = NULL, last_modified = NULL
        WHERE file = ? AND record_offset >= ?
        """, [file, size])
      let count = db.changesCount
      if size == 0 {
        try db.run("DELETE FROM archives WHERE name = ?", [file])
      } else {
        try Self.note(file, Known(bytes: size, synchronized: size), db)
      }
      return count
    }
  }
}
