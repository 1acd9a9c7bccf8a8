internal import Fetch
internal import GRDB
internal import Glibc
internal import SystemPackage

/// Brings the state level with the archive before a crawl: after a crash, and where the state is made anew.
///
/// Records that the state does not know are read and kept in it, so that their pages are not fetched again. A file that was
/// being written when the process died loses its torn tail and becomes a whole one. What of it was not brought to the disk
/// is read again, for a power cut may have left it out or in zeros: what the state says of records that are not there is
/// forgotten, and fetched again.
struct ArchiveRecovery {
  let folder: String
  let state: FetchState
  let harvest: Harvest
  let pageBytes: Int
  /// Asked between records whether to stop.
  var stop: () -> Stop? = { nil }

  /// What was found.
  struct Report: Sendable, Equatable {
    /// One line for each thing that whoever runs the crawl should know: torn tails, damage, lost versions.
    var notes: [String] = []
    /// How many records were brought into the state.
    var replayed = 0
  }

  /// Goes through the files in the order of their names, which is that of their times.
  ///
  /// - Throws: a `Stop` with status 74 where a file cannot be read or cut, and what `stop` says.
  func run() throws -> Report {
    var report = Report()
    let known = try state.archives()
    let names = try files()
    for (name, isOpen) in names {
      let path = Path.join(folder, isOpen ? name + ArchiveWriter.openEnding : name)
      do {
        let size = Int64(System.size(of: path) ?? 0)
        let known = known[name] ?? FetchState.Known(bytes: 0, synchronized: 0)
        if size == known.bytes, !isOpen { continue }
        let start = size < known.bytes ? 0 : isOpen ? min(known.synchronized, known.bytes) : known.bytes
        let whole = try replay(path, name, from: start, known: known.bytes, &report)
        let isShorter = whole < known.bytes
        if isShorter {
          let lost = try state.forget(name, from: whole)
          report.notes.append("\(path): is shorter than it was; \(lost) pages in it are fetched again")
        }
        if whole < size, isOpen || isShorter { try cut(path, from: size, to: whole, &report) }
        if isOpen { try finish(path, name, whole: whole) }
      } catch let error as Errno {
        throw Stop(.inputOutput, "\(path): cannot be read: \(error)")
      }
    }
    let there = Set(names.map(\.name))
    for name in known.keys.sorted() where !there.contains(name) {
      let lost = try state.forget(name, from: 0)
      report.notes.append("\(Path.join(folder, name)): is gone; \(lost) pages in it are fetched again")
    }
    return report
  }

  private func files() throws -> [(name: String, isOpen: Bool)] {
    let names = try System.names(in: folder).map(\.string)
    let open = names.filter { $0.hasSuffix(ArchiveWriter.openEnding) }.map {
      (name: String($0.dropLast(ArchiveWriter.openEnding.utf8.count)), isOpen: true)
    }
    let done = names.filter(ArchiveFile.isArchive).map { (name: $0, isOpen: false) }
    return (open.filter { ArchiveFile.isArchive($0.name) } + done).sorted { $0.name < $1.name }
  }

  /// Reads the records from `offset` on into the state; where the last whole one ends.
  ///
  /// - Parameter known: how far the state knows the records.
  private func replay(
    _ path: String, _ name: String, from offset: Int64, known: Int64, _ report: inout Report
  ) throws -> Int64 {
    var reader = try ArchiveFile(FilePath(path)).records(from: offset, pageBytes: pageBytes)
    var whole = offset
    var damages: [WARCDamage] = []
    var item = try reader.next()
    while item != nil {
      if let stop = stop() { throw stop }
      // One transaction for many records: a rescan is bound by the disk else.
      try state.write { db in
        var count = 0
        while let current = item, count < 500 {
          switch current {
          case .record(let record, let range):
            whole = max(whole, range.upperBound)
            if let page = ArchivedPage(record, limit: pageBytes) {
              let isKnown = range.lowerBound < known
              report.replayed += try keep(page, name, range.lowerBound, isKnown: isKnown, db) ? 1 : 0
            }
          case .damage(let damage): damages.append(damage)
          }
          count += 1
          item = try reader.next()
        }
        try FetchState.note(name, FetchState.Known(bytes: whole, synchronized: whole), db)
      }
    }
    for damage in damages where damage.offset < whole {
      report.notes.append("\(path): damaged at byte \(damage.offset): \(damage.cause)")
    }
    return whole
  }

  /// Cuts a torn tail off.
  private func cut(_ path: String, from size: Int64, to whole: Int64, _ report: inout Report) throws {
    report.notes.append("\(path): \(size - whole) bytes of a torn record cut off behind byte \(whole)")
    guard truncate(path, off_t(whole)) == 0 else { throw System.lastError }
  }

  /// Makes an open file a whole one.
  private func finish(_ path: String, _ name: String, whole: Int64) throws {
    if whole == 0 {
      System.remove(path)
      return
    }
    let file = try FileDescriptor.open(FilePath(path), .readWrite, options: .closeOnExec)
    try file.closeAfter { try System.synchronize(file) }
    try ArchiveWriter.finish(name, in: folder)
  }

  /// Keeps what a record says; false where the state knows it, or knows nothing of the page.
  ///
  /// - Parameter isKnown: whether the state may know it. What it does not is newer than all that it knows, whatever the
  ///   clock said.
  private func keep(
    _ archived: ArchivedPage, _ file: String, _ offset: Int64, isKnown: Bool, _ db: Database
  ) throws -> Bool {
    guard let time = Moment(timestamp: archived.version.date) else { return false }
    let requested = archived.requested ?? archived.url
    guard let page = try row(requested, archived, time, db) else { return false }
    let refreshDays = harvest.refreshDays(page.source)
    switch archived.kind {
    case .page(let bytes):
      if isKnown, let version = page.version {
        guard version.known.recordID != archived.version.recordID, version.known.date <= archived.version.date
        else { return false }
      }
      let version = PageRow.Version(
        known: archived.version, sha256: Digest.sha256(bytes), file: file, offset: offset,
        etag: archived.etag,
        lastModified: archived.lastModified)
      try FetchState.keep(.version(version), of: page, at: time, refreshDays: refreshDays, db)
      guard let url = try? PageURL(archived.url) else { return true }
      let content = Harvest.Content(bytes: bytes, url: url, sentCharset: archived.charset)
      try FetchState.add(in: content, of: page, due: time, at: time, harvest, db)
      return true
    case .unchanged where !isKnown:
      try FetchState.keep(
        .unchanged(etag: archived.etag, lastModified: archived.lastModified), of: page, at: time,
        refreshDays: refreshDays, db)
      return true
    case .unchanged: return false
    case .other, .unreadable, .cut: return false
    }
  }

  /// The state's row of a page; one that is new to it is added where its source is known.
  private func row(_ requested: String, _ archived: ArchivedPage, _ time: Moment, _ db: Database) throws
    -> PageRow?
  {
    if let page = try FetchState.page(requested, db) { return page }
    guard case .page = archived.kind, let source = archived.source, harvest.sources[source] != nil,
      let url = try? PageURL(requested)
    else { return nil }
    try FetchState.insert(
      FetchState.Found(url: url), source: FetchState.id(of: source, db), isSeed: false, due: time, db)
    return try FetchState.page(requested, db)
  }
}
