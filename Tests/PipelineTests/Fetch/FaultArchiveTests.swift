import Fetch
import Foundation
import GRDB
import Records
import Synchronization
import SystemPackage
import TestServers
import TestSupport
import Testing
import Vocabulary

@testable import Pipeline

/// Each row of the fault table in docs/operate.md through the real queue and the real archive: with what status the run
/// ends, and what is in the archive then.
@Suite struct FaultArchiveTests {
  @Test(.timeLimit(.minutes(20)), arguments: ServerFault.all) func fault(_ fault: ServerFault) async throws {
    try await Turns.servers.take { try await Self.check(fault) }
  }

  private static func check(_ fault: ServerFault) async throws {
    let isFirst = Mutex(fault.validators != nil)
    let faulty = try await FaultyServer(fault) { asked in
      asked.target == "/page" && isFirst.withLock { $0 }
        ? answer("old", fields: fault.validatorFields) : fault.steps(asked)
    }
    let crawl = try Crawl(page: PageURL(faulty.base + "/page"))
    if fault.validators != nil {
      // The version that the server's answer is about.
      #expect(try await crawl.run(CrawlPolicy.test()) == .done)
      isFirst.withLock { $0 = false }
    }
    let before = try crawl.page()
    let status = try await crawl.run(CrawlPolicy.test { fault.policy.apply(&$0, faulty.server) })
    withExtendedLifetime(faulty) {}

    #expect(Int32(status.rawValue) == fault.exitStatus)
    let after = try crawl.page()
    let responses = try crawl.types(of: after.version?.known.url ?? after.url)
    switch fault.expected {
    case .page:
      let version = try #require(after.version)
      #expect(version.known.recordID != before.version?.known.recordID)
      #expect(try !crawl.content(version).isEmpty)
      #expect(responses.last == "response")
    case .notModified:
      #expect(after.version?.known.recordID == before.version?.known.recordID)
      #expect(responses == ["response", "revisit"])
      #expect(after.failures == 0)
    case .failed(let code):
      #expect(after.version == nil)
      #expect(after.failures == 1)
      #expect(after.failureCode == code.rawValue)
    case .rests:
      #expect(after.version == nil)
      #expect(after.failures == 0)
    }
    #expect(try crawl.damage() == 0)
  }
}

extension ServerFault {
  /// The fields that say of a version what the fault's request sends back.
  fileprivate var validatorFields: [String] {
    [validators?.etag.map { "ETag: \($0)" }, validators?.lastModified.map { "Last-Modified: \($0)" }]
      .compactMap { $0 }
  }
}

/// A crawl of one page into an archive of its own, over the real network.
private struct Crawl {
  let folder: TemporaryFolder
  private let url: PageURL
  private let clock = TestClock()
  private let sources: [(source: Source, web: WebSource)]

  init(page: PageURL) throws {
    folder = try TemporaryFolder()
    url = page
    let web = WebSource(kind: .pages([page]), refreshDays: 0)
    let source = Source(
      name: "county", regionPosition: nil, location: .web(web), defaults: SourceDefaults(tier: .government))
    sources = [(source, web)]
  }

  /// Fetches what is due; the status that the run ends with.
  func run(_ policy: CrawlPolicy) async throws -> Pipeline.ExitStatus {
    let state = try FetchState(FetchStage.statePath(folder.path))
    try state.take(sources, now: clock.now)
    let harvest = Harvest(
      sources, allowed: policy.allowed, since: nil, limit: 1 << 20, vocabulary: Vocabulary.builtIn)
    let writer = ArchiveWriter(folder: folder.path, fileBytes: 1 << 30, contact: "office@example.org")
    let clock = clock
    let queue = PageQueue(
      state: state, archive: writer, harvest: harvest, policies: nil, started: clock.now
    ) { clock.now }
    let summary = try await CrawlEngine(policy: policy, frontier: queue, clock: clock).run()
    try state.write { _ in try writer.close() }
    return FetchReport(
      started: clock.now, finished: clock.now, hosts: queue.corrected(summary.hosts),
      recovery: ArchiveRecovery.Report()
    ).status
  }

  /// What the state knows of the page.
  func page() throws -> PageRow {
    let state = try FetchState(FetchStage.statePath(folder.path))
    try state.take(sources, now: clock.now)
    return try #require(try state.read { db in try FetchState.page(url.description, db) })
  }

  /// The types of the records of a URL, without requests.
  func types(of url: String) throws -> [String] {
    try records().compactMap { item in
      guard case .record(let record, _) = item, record.targetURI == url, record.type != "request" else {
        return nil
      }
      return record.type
    }
  }

  /// How many places of the archive are damaged.
  func damage() throws -> Int {
    try records().count { item in if case .damage = item { true } else { false } }
  }

  /// The page of a version, as the next stage gets it.
  func content(_ version: PageRow.Version) throws -> [UInt8] {
    let input = Input(
      path: .init(folder(version.file)), source: version.known.url, defaults: SourceDefaults(),
      record: ArchivedInput(offset: version.offset, sha256: version.sha256))
    return try PageLoader(limit: 1 << 20).file(input).page.get().bytes
  }

  private func records() throws -> [WARCReader.Item] {
    var items: [WARCReader.Item] = []
    for name in folder.names where ArchiveFile.isArchive(name) {
      var reader = try ArchiveFile(.init(folder(name))).records(pageBytes: 1 << 20)
      while let item = try reader.next() { items.append(item) }
    }
    return items
  }
}
