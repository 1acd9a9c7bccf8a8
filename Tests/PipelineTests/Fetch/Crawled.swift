import Fetch
import Foundation
import GRDB
import Records
import Synchronization
import SystemPackage
import TestSupport
import Testing
import Vocabulary

@testable import Pipeline

/// A crawl of a site that is in memory: what the engine would do, one request after another.
final class Crawled {
  let folder: TemporaryFolder
  var sources: [(source: Source, web: WebSource)]
  /// The site: content by path; nothing is 404.
  var site: [String: String]
  /// Files that are no text, by path; their server says nothing of their version.
  var files: [String: [UInt8]] = [:]
  /// Pages whose server says nothing of their version.
  var withoutETag: Set<String> = []
  /// The time, which goes on with every request.
  var time: Moment {
    get { clock.time.withLock { $0 } }
    set { clock.time.withLock { $0 = newValue } }
  }
  var fileBytes = 1 << 30
  /// What `--since` says.
  var since: Day?
  private let clock = Clock()

  private final class Clock: Sendable {
    let time = Mutex(Moment(milliseconds: 1_700_000_000_000))
  }

  static let origin = "http://county.example"

  init(_ kind: WebSource.Kind, refreshDays: Int = 7, site: [String: String]) throws {
    folder = try TemporaryFolder()
    let web = WebSource(kind: kind, refreshDays: refreshDays)
    let source = Source(
      name: "县", regionPosition: nil, location: .web(web), defaults: SourceDefaults(tier: .government))
    sources = [(source, web)]
    self.site = site
  }

  static func url(_ path: String) throws -> PageURL { try PageURL(origin + path) }

  var archive: String { folder.path }
  var statePath: String { FetchStage.statePath(archive) }

  var harvest: Harvest {
    Harvest(
      sources, allowed: AllowList(["county.example", "*.county.example"])!, since: since, limit: 1 << 20,
      vocabulary: Vocabulary.builtIn)
  }

  /// Opens the state as a run does; what was found out of order.
  func open() throws -> (state: FetchState, report: ArchiveRecovery.Report) {
    let state = try FetchState(statePath)
    try state.take(sources, now: time)
    try state.renew(harvest, now: time)
    let report = try ArchiveRecovery(folder: archive, state: state, harvest: harvest, pageBytes: 1 << 20)
      .run()
    return (state, report)
  }

  /// Removes the state, which is then made anew from the archive.
  func forgetState() {
    for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: statePath + ending) }
  }

  /// Puts an older state back, by the endings of its files.
  func put(_ files: [String: Data]) throws {
    forgetState()
    for (ending, bytes) in files { try bytes.write(to: URL(filePath: statePath + ending)) }
  }

  func queue(_ state: FetchState, _ writer: ArchiveWriter, _ started: Moment) throws -> PageQueue {
    let clock = clock
    let settings = FetchSettings(
      contact: "a@b.example", userAgent: try #require(UserAgent(version: "0", contact: "a@b.example")),
      allowed: harvest.allowed)
    return PageQueue(
      state: state, archive: writer, harvest: harvest, policies: HostPolicies(settings, sources: sources),
      started: started
    ) { clock.time.withLock { $0 } }
  }

  /// Fetches what is due; the paths in their order.
  ///
  /// - Parameters:
  ///   - isKilled: whether the file of the archive is left as a killed process would.
  ///   - most: how many requests at most.
  ///   - afterEach: called with the number of requests after each.
  @discardableResult
  func run(isKilled: Bool = false, most: Int = .max, afterEach: (Int) throws -> Void = { _ in })
    throws -> (paths: [String], report: ArchiveRecovery.Report)
  {
    let (state, report) = try open()
    let writer = ArchiveWriter(folder: archive, fileBytes: fileBytes, contact: "a@b.example")
    let started = time
    let queue = try queue(state, writer, started)
    var paths: [String] = []
    while paths.count < most, let host = try queue.hosts().first, let request = try queue.next(host: host) {
      time = Moment(milliseconds: time.milliseconds + 1000)
      paths.append(request.url.target)
      try queue.record(answer(request))
      try afterEach(paths.count)
    }
    if !isKilled { try state.write { _ in try writer.close() } }
    return (paths, report)
  }

  func answer(_ request: Fetch.FetchRequest) -> FetchOutcome {
    if let bytes = files[request.url.target] {
      return FetchOutcome(request: request, ending: .page(exchange(request.url, 200, bytes, "")))
    }
    guard let text = site[request.url.target] else {
      let failure = FetchFailure(.notFound, url: request.url.description, "status 404", status: 404)
      return FetchOutcome(
        request: request, ending: .failed(failure, answer: exchange(request.url, 404, "gone", "")))
    }
    let etag = withoutETag.contains(request.url.target) ? "" : "\"\(WARCDigest.text(Array(text.utf8)))\""
    if !etag.isEmpty, request.validators?.etag == Array(etag.utf8) {
      return FetchOutcome(request: request, ending: .notModified(exchange(request.url, 304, "", etag)))
    }
    return FetchOutcome(request: request, ending: .page(exchange(request.url, 200, text, etag)))
  }

  private func exchange(_ url: PageURL, _ status: Int, _ body: String, _ etag: String) -> Exchange {
    exchange(url, status, Array(body.utf8), etag)
  }

  private func exchange(_ url: PageURL, _ status: Int, _ body: [UInt8], _ etag: String) -> Exchange {
    let field = etag.isEmpty ? "" : "ETag: \(etag)\r\n"
    return Exchange(
      url: url, requestHead: Array("GET \(url.target) HTTP/1.1\r\n\r\n".utf8),
      responseHead: Array("HTTP/1.1 \(status) -\r\nContent-Type: text/html\r\n\(field)\r\n".utf8),
      status: status, payload: body, content: body, remoteAddress: "203.0.113.9", started: time,
      finished: time)
  }

  /// The records of the archive, in the order of the files: type and path.
  func records() throws -> [String] {
    var found: [String] = []
    for name in folder.names where ArchiveFile.isArchive(name) {
      var reader = try ArchiveFile(.init(folder(name))).records(pageBytes: 1 << 20)
      while let item = try reader.next() {
        switch item {
        case .record(let record, _) where record.type != "request":
          found.append(
            record.type + " " + (record.targetURI.map { String($0.dropFirst(Self.origin.utf8.count)) } ?? ""))
        case .record: break
        case .damage(let damage): found.append("damage at \(damage.offset)")
        }
      }
    }
    return found
  }

  /// The rows of the state, without what a rebuild cannot know: when pages were found.
  func rows() throws -> [[String]] {
    let state = try FetchState(statePath)
    return try state.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT url, kind, state, depth, published, checked, succeeded, final_url, record_id, record_date,
            payload_digest, sha256, file, record_offset, etag FROM pages ORDER BY url
          """
      ).map { row in row.map { "\($0.0)=\($0.1)" } }
    }
  }
}
