import Fetch
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Pipeline

@Suite struct ArchiveRecoveryTests {
  static let site = [
    "/list": PageQueueTests.list([("a.html", "2022-06-29"), ("b.html", "2022-06-28")]),
    "/a.html": "县".repeated(50),
    "/b.html": "志".repeated(70),
  ]

  private func crawl() throws -> Crawled { try Crawled(PageQueueTests.listSource(), site: Self.site) }

  private func open(in crawl: Crawled) throws -> String {
    try #require(crawl.folder.names.first { $0.hasSuffix(".open") })
  }

  /// A copy of a folder's files in another crawl's folder.
  private func copy(_ crawl: Crawled) throws -> Crawled {
    let other = try self.crawl()
    for name in crawl.folder.names {
      try FileManager.default.copyItem(atPath: crawl.folder(name), toPath: other.folder(name))
    }
    other.time = crawl.time
    return other
  }

  @Test func aKilledRunIsGoneOnWith() throws {
    let crawl = try crawl()
    #expect(try crawl.run(isKilled: true, most: 2).paths == ["/list", "/a.html"])
    let next = try crawl.run()
    #expect(next.paths.sorted() == ["/b.html", "/list"])
    #expect(next.report == ArchiveRecovery.Report())
    #expect(
      try crawl.records().filter { $0.hasPrefix("response") }.sorted() == [
        "response /a.html", "response /b.html", "response /list",
      ])
    #expect(!crawl.folder.names.contains { $0.hasSuffix(".open") })
  }

  /// A kill between archive and state, at every byte of what was written last.
  @Test func aTornTailIsCutAtEveryByte() throws {
    let torn = try crawl()
    var before = 0
    var state: Crawled?
    try torn.run(isKilled: true, most: 2) { count in
      guard count == 1 else { return }
      before = try Data(contentsOf: URL(filePath: torn.folder(open(in: torn)))).count
      state = try copy(torn)
    }
    let bytes = try Data(contentsOf: URL(filePath: torn.folder(open(in: torn))))
    for cut in stride(from: before, through: bytes.count, by: 7) {
      // The state of before, and the archive up to a byte of what came then.
      let killed = try copy(#require(state))
      try bytes[..<cut].write(to: URL(filePath: killed.folder(open(in: killed))))
      let next = try killed.run()
      #expect(try killed.records().filter { $0.hasPrefix("damage") } == [], "cut at \(cut)")
      let pages = try killed.records().filter { $0.hasPrefix("response") && $0.hasSuffix(".html") }.sorted()
      #expect(pages == ["response /a.html", "response /b.html"], "cut at \(cut)")
      #expect(next.report.notes.count <= 1, "cut at \(cut)")
    }
  }

  @Test func theStateIsMadeAnewFromTheArchive() throws {
    let crawl = try crawl()
    crawl.fileBytes = 600
    try crawl.run()
    crawl.site["/a.html"] = "changed"
    crawl.time = crawl.time + .seconds(8 * 86_400)
    try crawl.run()
    #expect(crawl.folder.names.filter { $0.hasSuffix(".warc.gz") }.count > 2)
    let rows = try crawl.rows()
    crawl.forgetState()
    let report = try crawl.open().report
    #expect(report.notes == [])
    #expect(report.replayed == 6)
    #expect(try crawl.rows() == rows)
    #expect(try crawl.run().paths == ["/list"])
  }

  @Test func anArchiveThatIsShorterThanTheStateIsFetchedAgain() throws {
    let crawl = try crawl()
    try crawl.run()
    let name = try #require(crawl.folder.names.first { $0.hasSuffix(".warc.gz") })
    let bytes = try Data(contentsOf: URL(filePath: crawl.folder(name)))
    try bytes[..<(bytes.count - 500)].write(to: URL(filePath: crawl.folder(name)))
    let next = try crawl.run()
    #expect(next.paths.contains("/b.html"))
    #expect(next.report.notes.count == 2)
    #expect(
      next.report.notes.first?.hasSuffix("is shorter than it was; 1 pages in it are fetched again") == true)
    try FileManager.default.removeItem(atPath: crawl.folder(name))
    let last = try crawl.run()
    #expect(last.paths.contains("/a.html"))
    #expect(last.report.notes.first?.contains("is gone") == true)
  }

  @Test func damageIsToldAndTheRestIsKept() throws {
    let crawl = try crawl()
    try crawl.run()
    let name = try #require(crawl.folder.names.first { $0.hasSuffix(".warc.gz") })
    var bytes = try Data(contentsOf: URL(filePath: crawl.folder(name)))
    let size = bytes.count
    // In the middle of the first page's record.
    bytes[size / 2] ^= 0x55
    try bytes.write(to: URL(filePath: crawl.folder(name)))
    crawl.forgetState()
    let report = try crawl.open().report
    #expect(report.notes.count == 1)
    #expect(report.notes.first?.contains("damaged at byte") == true)
    #expect(
      try Data(contentsOf: URL(filePath: crawl.folder(name))).count == size, "a whole file is never cut")
  }

  /// A power cut leaves a file as long as it was with zeros at its end, or shorter.
  @Test(arguments: [true, false]) func whatWasNotBroughtToTheDiskIsFetchedAgain(_ isZeros: Bool) throws {
    let crawl = try crawl()
    var ends: [Int] = []
    try crawl.run(isKilled: true) { _ in
      ends.append(try Data(contentsOf: URL(filePath: crawl.folder(open(in: crawl)))).count)
    }
    let path = URL(filePath: crawl.folder(try open(in: crawl)))
    var bytes = try Data(contentsOf: path)
    bytes.replaceSubrange(ends[1]..., with: isZeros ? Data(count: bytes.count - ends[1]) : Data())
    try bytes.write(to: path)
    let next = try crawl.run()
    #expect(next.paths.sorted() == ["/b.html", "/list"])
    #expect(next.report.notes.first?.contains("1 pages in it are fetched again") == true)
    #expect(
      try crawl.records().filter { !$0.hasPrefix("warcinfo") }.sorted() == [
        "response /a.html", "response /b.html", "response /list", "revisit /list",
      ])
  }

  /// What a killed run has archived is newer than all that is known, even where the clock was set back before it.
  @Test func aClockThatWasSetBackDoublesNothing() throws {
    let crawl = try Crawled(.pages([Crawled.url("/a.html")]), refreshDays: 0, site: ["/a.html": "1"])
    try crawl.run()
    let state = try copyOfState(crawl)
    crawl.time = crawl.time + .seconds(-86_400)
    try crawl.open().state.write { db in try db.execute(sql: "UPDATE pages SET due = 0") }
    crawl.site["/a.html"] = "2"
    try crawl.run(isKilled: true)
    // The process died between archive and state.
    try crawl.put(state)
    #expect(try crawl.open().report.replayed == 1)
    try crawl.run()
    #expect(try crawl.records().filter { $0 == "response /a.html" }.count == 2)
  }

  private func copyOfState(_ crawl: Crawled) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for ending in ["", "-wal"] {
      files[ending] = try? Data(contentsOf: URL(filePath: crawl.statePath + ending))
    }
    return files
  }
}

extension String {
  fileprivate func repeated(_ count: Int) -> String { String(repeating: self, count: count) }
}
