import Extract
import Fetch
import Foundation
import Records
import TestSupport
import Testing

@testable import Pipeline

@Suite struct PageQueueTests {
  static func list(_ links: [(String, String)], next: String? = nil) -> String {
    let items = links.map { "<li><a href=\"\($0.0)\">县</a><span>\($0.1)</span></li>" }.joined()
    return "<ul>\(items)</ul>" + (next.map { "<a class=\"next\" href=\"\($0)\">下一页</a>" } ?? "")
  }

  static func listSource(maxPages: Int = 10, since: Day? = nil) throws -> WebSource.Kind {
    try .list(
      ListPages(
        url: Crawled.url("/list"), links: LinkRule(glob: URLGlob("http://county.example/*.html"), path: nil),
        next: .links(LinkRule(glob: nil, path: .init("a.next"))), maxPages: maxPages, since: since))
  }

  static let site = [
    "/list": list(
      [("a.html", "2022-06-29"), ("b.html", "2022-06-28"), ("/c/x.html", "2022-06-28")], next: "/list2"),
    "/list2": list([("d.html", "2021-01-01"), ("e.html", "2019-01-01"), ("http://else.example/f.html", "")]),
    "/a.html": "a", "/b.html": "b", "/d.html": "d", "/e.html": "e",
  ]

  @Test func listsLeadToPagesAndFurtherLists() throws {
    let crawl = try Crawled(Self.listSource(since: Day(2020, 1, 1)), site: Self.site)
    #expect(try crawl.run().paths == ["/list", "/list2", "/a.html", "/b.html", "/d.html"])
    #expect(
      try crawl.records() == [
        "warcinfo ", "response /list", "response /list2", "response /a.html", "response /b.html",
        "response /d.html",
      ])
    #expect(
      try FetchedPages(state: crawl.open().state, folder: "f").dates(of: crawl.sources[0].source) == [
        "http://county.example/a.html 2022-06-29", "http://county.example/b.html 2022-06-28",
        "http://county.example/d.html 2021-01-01",
      ])
  }

  @Test func theNextRunAsksForListsAndWhatIsNew() throws {
    let crawl = try Crawled(Self.listSource(), site: Self.site)
    try crawl.run()
    crawl.site["/list"] = Self.list([("new.html", "2022-07-01")], next: "/list2")
    crawl.site["/new.html"] = "new"
    #expect(try crawl.run().paths == ["/list", "/list2", "/new.html"])
    #expect(
      try crawl.records().suffix(4) == [
        "warcinfo ", "response /list", "revisit /list2", "response /new.html",
      ])
    crawl.time = crawl.time + .seconds(8 * 86_400)
    #expect(try crawl.run().paths.count == 7)
    #expect(try crawl.records().filter { $0 == "response /a.html" }.count == 1)
    #expect(try crawl.records().filter { $0 == "revisit /a.html" }.count == 1)
  }

  @Test func aPageThatChangedKeepsItsVersions() throws {
    let crawl = try Crawled(.pages([Crawled.url("/a.html")]), refreshDays: 0, site: ["/a.html": "1"])
    try crawl.run()
    crawl.site["/a.html"] = "2"
    try crawl.run()
    #expect(try crawl.records() == ["warcinfo ", "response /a.html", "warcinfo ", "response /a.html"])
    let input = try #require(
      try FetchedPages(state: crawl.open().state, folder: crawl.archive).inputs(of: crawl.sources[0].source)
        .first)
    #expect(try PageLoader(limit: 100).file(input).page.get().bytes == Array("2".utf8))
  }

  @Test func listsAreLimited() throws {
    let crawl = try Crawled(Self.listSource(maxPages: 1), site: Self.site)
    #expect(try crawl.run().paths == ["/list", "/a.html", "/b.html"])
  }

  @Test func numberedListsEndWhereAPageIsNotThere() throws {
    let kind = try WebSource.Kind.list(
      ListPages(
        url: Crawled.url("/list"), links: LinkRule(glob: URLGlob("**/*.html"), path: nil),
        next: .numbered(prefix: "list", suffix: ""), maxPages: 10))
    let site = [
      "/list": Self.list([("a.html", "")]), "/list1": Self.list([("b.html", "")]), "/a.html": "a",
      "/b.html": "b",
    ]
    let crawl = try Crawled(kind, site: site)
    #expect(try crawl.run().paths == ["/list", "/list1", "/list2", "/a.html", "/b.html"])
    let status = try crawl.open().state.status(of: "县")
    #expect(status.failing == 0 && status.parked == 0 && status.archived == 4)
  }

  @Test func sitemapsAreRead() throws {
    let entry = "<url><loc>http://county.example/a.html</loc><lastmod>2022-01-01</lastmod></url>"
    let site = [
      "/sitemap.xml":
        "<sitemapindex><sitemap><loc>http://county.example/s.xml</loc></sitemap></sitemapindex>",
      "/s.xml": "<urlset>\(entry)<url><loc>http://else.example/b.html</loc></url></urlset>", "/a.html": "a",
    ]
    let crawl = try Crawled(.sitemap(SitemapPages(url: Crawled.url("/sitemap.xml"))), site: site)
    #expect(try crawl.run().paths == ["/sitemap.xml", "/s.xml", "/a.html"])
    #expect(try crawl.run().paths == ["/sitemap.xml", "/s.xml"])
    crawl.time = crawl.time + .seconds(2 * 86_400)
    crawl.site["/a.html"] = "changed"
    crawl.site["/s.xml"] = "<urlset>\(entry.replacing("2022-01-01", with: "2023-11-16"))</urlset>"
    #expect(try crawl.run().paths == ["/sitemap.xml", "/s.xml", "/a.html"])
  }

  @Test func aPageThatFailsInFiveRunsIsParkedAndComesBack() throws {
    let crawl = try Crawled(
      .pages([Crawled.url("/gone.html"), Crawled.url("/a.html")]), site: ["/a.html": "a"])
    for number in 1...5 {
      #expect(try crawl.run().paths.contains("/gone.html"), "run \(number)")
    }
    #expect(try crawl.run().paths == [])
    #expect(try crawl.records().filter { $0 == "response /gone.html" }.count == 1, "the 404 is kept once")
    let state = try crawl.open().state
    let status = try state.status(of: "县")
    #expect(status.parked == 1)
    #expect(status.parkedPages.map(\.cause) == ["status 404"])
    #expect(status.parkedPages.map(\.count) == [5])
    #expect(try state.requeue([], source: "else", now: crawl.time) == 0)
    #expect(try state.requeue([], source: nil, now: crawl.time) == 1)
    crawl.site["/gone.html"] = "here"
    #expect(try crawl.run().paths == ["/gone.html"])
    #expect(try crawl.open().state.status(of: "县").failing == 0)
  }

  @Test func sourcesThatGoAreDroppedAndComeBack() throws {
    let crawl = try Crawled(Self.listSource(), refreshDays: 0, site: Self.site)
    try crawl.run()
    let sources = crawl.sources
    crawl.sources = []
    #expect(try crawl.run().paths == [])
    crawl.sources = sources
    #expect(try crawl.run().paths.count == 6)
    #expect(try crawl.open().state.queueCounts().waiting == 6)
  }

  /// What was fetched for a source stays with it when it gets another name.
  @Test func aSourceMayGetAnotherName() throws {
    let crawl = try Crawled(Self.listSource(), site: Self.site)
    try crawl.run()
    let old = crawl.sources[0]
    let new = Source(
      name: "county", regionPosition: nil, location: old.source.location, defaults: SourceDefaults())
    crawl.sources = [(new, old.web)]
    // Lists are read anew, pages are not due.
    #expect(try crawl.run().paths == ["/list", "/list2"])
    let pages = try FetchedPages(state: crawl.open().state, folder: crawl.archive)
    #expect(
      try pages.inputs(of: new).map(\.source)
        == ["a", "b", "d", "e"].map { "http://county.example/\($0).html" })
    #expect(try pages.dates(of: new).contains("http://county.example/a.html 2022-06-29"))
    #expect(try pages.inputs(of: old.source).isEmpty)
    #expect(try crawl.records().filter { $0.hasPrefix("response") }.count == 6)
  }

  @Test func aPageMayBecomeAList() throws {
    let crawl = try Crawled(.pages([Crawled.url("/list")]), site: Self.site)
    #expect(try crawl.run().paths == ["/list"])
    crawl.sources[0].web = WebSource(kind: try Self.listSource(), refreshDays: 7, rules: "a list")
    #expect(
      try crawl.run().paths.sorted() == ["/a.html", "/b.html", "/d.html", "/e.html", "/list", "/list2"])
    crawl.sources[0].web = WebSource(kind: .pages([try Crawled.url("/a.html")]), refreshDays: 7)
    #expect(try crawl.run().paths == ["/a.html"])
    #expect(try crawl.run().paths == [])
  }

  @Test func whatIsGivenBackWaitsForTheNextRun() throws {
    let crawl = try Crawled(.pages([Crawled.url("/a.html")]), site: ["/a.html": "a"])
    let state = try crawl.open().state
    let writer = ArchiveWriter(folder: crawl.archive, fileBytes: 1 << 20, contact: "a@b.example")
    let queue = try crawl.queue(state, writer, crawl.time)
    let request = try #require(try queue.next(host: "county.example"))
    try queue.giveBack(request)
    #expect(try queue.next(host: "county.example") == nil)
    #expect(try state.status(of: "县").failing == 0)
  }

  @Test func hostsAreRemembered() throws {
    let crawl = try Crawled(.pages([]), site: [:])
    let state = try crawl.open().state
    #expect(try state.memory(of: "county.example") == HostMemory())
    let memory = HostMemory(
      notBefore: crawl.time, failuresInARow: 3,
      robots: [
        "http://county.example": RobotsCopy(answer: .file(Array("User-agent: *".utf8)), fetched: crawl.time),
        "https://county.example": RobotsCopy(answer: .unavailable, fetched: crawl.time),
        "http://county.example:8080": RobotsCopy(answer: .unreachable, fetched: crawl.time),
      ])
    try state.remember(memory, of: "county.example")
    #expect(try crawl.open().state.memory(of: "county.example") == memory)
  }

  /// The list says that it has not changed, but what is looked for in it has.
  @Test func otherRulesReadAnUnchangedListAgain() throws {
    let crawl = try Crawled(Self.listSource(maxPages: 1), site: Self.site)
    crawl.since = Day(2022, 6, 29)
    #expect(try crawl.run().paths == ["/list", "/a.html"])
    #expect(try crawl.run().paths == ["/list"])
    #expect(try crawl.records().suffix(1) == ["revisit /list"])
    crawl.since = nil
    #expect(try crawl.run().paths == ["/list", "/b.html"])
    // Only once, and it is no new version.
    #expect(try crawl.records().filter { $0 == "response /list" }.count == 1)
    #expect(
      try crawl.open().state.read { try FetchState.page(Crawled.url("/list").description, $0) }?.version?.etag
        != nil)
  }

  @Test func otherDaysBetweenVisitsHoldFromTheLastVisitOn() throws {
    let kind = try WebSource.Kind.pages([Crawled.url("/a.html")])
    let crawl = try Crawled(kind, refreshDays: 30, site: ["/a.html": "a"])
    #expect(try crawl.run().paths == ["/a.html"])
    crawl.time = crawl.time + .seconds(2 * 86_400)
    #expect(try crawl.run().paths == [])
    crawl.sources[0].web.refreshDays = 1
    #expect(try crawl.run().paths == ["/a.html"])
    crawl.sources[0].web.refreshDays = 0
    crawl.time = crawl.time + .seconds(1)
    #expect(try crawl.run().paths == ["/a.html"])
  }

  /// RFC 9111, section 4.3.4: what a 304 says of the version replaces what was known.
  @Test func validatorsOfUnchangedPagesAreTaken() throws {
    let crawl = try Crawled(.pages([Crawled.url("/a.html")]), refreshDays: 0, site: ["/a.html": "a"])
    crawl.withoutETag = ["/a.html"]
    try crawl.run()
    crawl.withoutETag = []
    try crawl.run()
    #expect(try crawl.records().suffix(1) == ["revisit /a.html"])
    let state = try crawl.open().state
    let etag = try state.read { try FetchState.page(Crawled.url("/a.html").description, $0) }?.version?.etag
    #expect(etag == Array("\"\(WARCDigest.text(Array("a".utf8)))\"".utf8))
  }

  /// A list's wishes hold at the hosts of its articles too.
  @Test func sourcesSayHowTheirHostsAreTreated() throws {
    let links = Self.list([("http://news.county.example/a.html", "2022-06-29")])
    let kind = try WebSource.Kind.list(
      ListPages(url: Crawled.url("/list"), links: LinkRule(glob: URLGlob("**.html"), path: nil)))
    let crawl = try Crawled(kind, site: ["/list": links, "/a.html": "a"])
    crawl.sources[0].web.politeness = Politeness(
      delaySeconds: 20, maxPages: 7, night: NightWindow("22:00-06:00"))
    try crawl.run()
    let state = try crawl.open().state
    #expect(try state.sources(at: "news.county.example") == ["县"])
    let writer = ArchiveWriter(folder: crawl.archive, fileBytes: 1 << 20, contact: "a@b.example")
    let policy = try crawl.queue(state, writer, crawl.time).policy(of: "news.county.example")
    #expect(policy?.delay == .seconds(20))
    #expect(policy?.maxPages == 7)
    #expect(policy?.nights == [try #require(NightWindow("22:00-06:00"))])
    #expect(try crawl.queue(state, writer, crawl.time).policy(of: "else.example") == nil)
  }

  @Test func theMostCarefulSourceHolds() throws {
    let settings = FetchSettings(
      contact: "a@b.example", userAgent: try #require(UserAgent(version: "0", contact: "a@b.example")),
      allowed: try #require(AllowList(["*.example"])), unverified: ["old.example": "expired"])
    func source(_ name: String, _ politeness: Politeness) -> (source: Source, web: WebSource) {
      let web = WebSource(kind: .pages([]), politeness: politeness)
      return (
        Source(name: name, regionPosition: nil, location: .web(web), defaults: SourceDefaults(tier: nil)), web
      )
    }
    let policies = HostPolicies(
      settings,
      sources: [
        source("a", Politeness(delaySeconds: 1, maxPages: 100)), source("b", Politeness(delaySeconds: 10)),
        source("c", Politeness(maxPages: 5)),
        source("d", Politeness(night: NightWindow("20:00-04:00"))),
        source("e", Politeness(night: NightWindow("23:00-06:00"))),
      ])
    #expect(policies.policy(of: "x.example", sources: ["a"]).delay == .seconds(1))
    let all = policies.policy(of: "x.example", sources: ["a", "b", "c"])
    #expect(all.delay == .seconds(10) && all.maxPages == 5 && all.tls == .verified)
    let nights = policies.policy(of: "x.example", sources: ["d", "a", "e", "d"]).nights
    #expect(nights.map(\.start) == [20 * 60, 23 * 60])
    #expect(policies.policy(of: "x.example", sources: []) == HostPolicy())
    #expect(policies.policy(of: "old.example", sources: ["b"]).tls == .unverified(reason: "expired"))
  }

  /// After a site has been made anew its list may name nothing that the pattern means: nobody would notice.
  @Test func aListThatNamesNothingIsAFailureUntilItDoes() throws {
    let crawl = try Crawled(Self.listSource(), site: ["/list": Self.list([("/new/a.php", "")])])
    func failures() throws -> [String] {
      try crawl.open().state.status(of: "县").failures.map { "\($0.code) \($0.url)" }
    }
    for _ in 0..<2 {
      let (state, writer) = (
        try crawl.open().state,
        ArchiveWriter(folder: crawl.archive, fileBytes: 1 << 20, contact: "a@b.example")
      )
      let queue = try crawl.queue(state, writer, crawl.time)
      crawl.time = crawl.time + .seconds(1)
      let request = try #require(try queue.next(host: "county.example"))
      try queue.record(crawl.answer(request))
      try state.write { _ in try writer.close() }
      let hosts = queue.corrected(["county.example": HostSummary()])
      #expect(hosts["county.example"]?.failures == [.nothingListed: 1])
      #expect(try failures() == ["nothing-listed http://county.example/list"])
    }
    // The second was a 304. Five runs in a row, and the list is parked and said to be.
    for _ in 0..<3 { try crawl.run() }
    #expect(try crawl.open().state.parkedLists() == ["county.example": 1])
    #expect(try crawl.open().state.requeue([], source: nil, now: crawl.time) == 1)
    crawl.site = Self.site
    #expect(try crawl.run().paths.count > 2)
    #expect(try failures() == [])
    #expect(try crawl.open().state.parkedLists() == [:])
  }

  /// A sitemap that is there and cannot be read is not one that names nothing, and not silent below an index either.
  @Test func aSitemapInDamagedGzipIsAFailureOfItsOwn() throws {
    let index = "<sitemapindex><sitemap><loc>http://county.example/s.xml.gz</loc></sitemap></sitemapindex>"
    let xml = "<urlset><url><loc>http://county.example/a.html</loc></url></urlset>"
    let whole = Gzip.compress(Array(xml.utf8))
    func failures(_ crawl: Crawled) throws -> [String] {
      try crawl.open().state.status(of: "县").failures.map { "\($0.code) \($0.url) \($0.cause)" }
    }
    let crawl = try Crawled(
      .sitemap(SitemapPages(url: Crawled.url("/sitemap.xml"))), site: ["/sitemap.xml": index, "/a.html": "a"])
    crawl.files["/s.xml.gz"] = Array(whole.dropLast(12))
    #expect(try crawl.run().paths == ["/sitemap.xml", "/s.xml.gz"])
    let cut = "http://county.example/s.xml.gz is gzip that ends too early"
    #expect(try failures(crawl) == ["unreadable-sitemap \(cut)"])
    crawl.forgetState()
    #expect(try failures(crawl) == ["unreadable-sitemap \(cut)"], "a rebuild knows it too")
    crawl.files["/s.xml.gz"] = whole
    crawl.time = crawl.time + .seconds(1)
    #expect(try crawl.run().paths == ["/sitemap.xml", "/s.xml.gz", "/a.html"])
    #expect(try failures(crawl) == [])
    let bomb = try Crawled(.sitemap(SitemapPages(url: Crawled.url("/s.xml.gz"))), site: [:])
    bomb.files["/s.xml.gz"] = Gzip.compress([UInt8](repeating: 0x20, count: 2 << 20))
    let state = try bomb.open().state
    let writer = ArchiveWriter(folder: bomb.archive, fileBytes: 1 << 20, contact: "a@b.example")
    let queue = try bomb.queue(state, writer, bomb.time)
    try queue.record(bomb.answer(try #require(try queue.next(host: "county.example"))))
    let hosts = queue.corrected(["county.example": HostSummary()])
    #expect(hosts["county.example"]?.failures == [.unreadableSitemap: 1])
    #expect(hosts["county.example"]?.lastFailure?.cause == "is larger than 1048576 bytes")
    try state.write { _ in try writer.close() }
    #expect(try failures(bomb).count == 1)
  }

  /// What could not be kept is not counted.
  @Test func aVisitThatWasNotKeptIsNotCounted() throws {
    let crawl = try Crawled(Self.listSource(), site: ["/list": Self.list([])])
    let state = try crawl.open().state
    let writer = ArchiveWriter(folder: crawl.folder("gone"), fileBytes: 1 << 20, contact: "a@b.example")
    let queue = try crawl.queue(state, writer, crawl.time)
    let request = try #require(try queue.next(host: "county.example"))
    #expect(throws: Stop.self) { try queue.record(crawl.answer(request)) }
    #expect(queue.corrected(["county.example": HostSummary()])["county.example"]?.failures == [:])
    #expect(try state.status(of: "县").failing == 0)
    // Nor is the end of a list: it stays the failure that the crawl counted.
    let numbered = try Crawled(
      .list(
        ListPages(
          url: Crawled.url("/list"), links: LinkRule(glob: URLGlob("**/*.html"), path: nil),
          next: .numbered(prefix: "list", suffix: ""), maxPages: 10)),
      site: ["/list": Self.list([("a.html", "")])])
    let other = try numbered.open().state
    let place = ArchiveWriter(folder: numbered.archive, fileBytes: 1, contact: "a@b.example")
    let ending = try numbered.queue(other, place, numbered.time)
    numbered.time = numbered.time + .seconds(1)
    try ending.record(numbered.answer(try #require(try ending.next(host: "county.example"))))
    let last = try #require(try ending.next(host: "county.example"))
    #expect(last.url.target == "/list1")
    // The file is at its size: the next one cannot be made.
    try FileManager.default.removeItem(atPath: numbered.archive)
    var summary = HostSummary()
    summary.failures[.notFound] = 1
    #expect(throws: (any Error).self) { try ending.record(numbered.answer(last)) }
    #expect(ending.corrected(["county.example": summary])["county.example"]?.failures == [.notFound: 1])
  }

  /// What a list of one host brings is no reason to ask the state again for the pages of another.
  @Test func pagesThatAreReadyAtAnotherHostStayReady() throws {
    let crawl = try Crawled(
      .pages(["a", "b"].map { try PageURL("http://news.county.example/\($0).html") }),
      site: ["/list": Self.list([("x.html", "")])])
    let web = WebSource(kind: try Self.listSource(), refreshDays: 7)
    crawl.sources.append(
      (
        Source(name: "lists", regionPosition: nil, location: .web(web), defaults: SourceDefaults()), web
      ))
    let state = try crawl.open().state
    let writer = ArchiveWriter(folder: crawl.archive, fileBytes: 1 << 20, contact: "a@b.example")
    let queue = try crawl.queue(state, writer, crawl.time)
    #expect(try queue.next(host: "news.county.example")?.url.target == "/a.html")
    // The state would not name it any more: who has it ready does not ask.
    try state.putOff("http://news.county.example/b.html", at: crawl.time + .seconds(60))
    let list = try #require(try queue.next(host: "county.example"))
    crawl.time = crawl.time + .seconds(1)
    try queue.record(crawl.answer(list))
    #expect(try queue.next(host: "news.county.example")?.url.target == "/b.html")
    #expect(try queue.next(host: "county.example")?.url.target == "/x.html")
    try state.write { _ in try writer.close() }
  }

  @Test func oldPagesAreNamedThoughTheyAreLeftOut() throws {
    let crawl = try Crawled(Self.listSource(since: Day(2030, 1, 1)), site: Self.site)
    #expect(try crawl.run().paths == ["/list"])
    #expect(try crawl.open().state.status(of: "县").failing == 0)
    let sitemap = try Crawled(
      .sitemap(SitemapPages(url: Crawled.url("/sitemap.xml"))), site: ["/sitemap.xml": "<html>404</html>"])
    try sitemap.run()
    #expect(try sitemap.open().state.status(of: "县").failures.map(\.code) == ["nothing-listed"])
  }

  /// A machine without a battery may begin with any date.
  @Test func aClockThatWasYearsAheadIsForgotten() throws {
    let crawl = try Crawled(.pages([Crawled.url("/a.html")]), site: ["/a.html": "a"])
    let now = crawl.time
    crawl.time = now + .seconds(50 * 366 * 86_400)
    try crawl.run()
    try crawl.open().state.remember(HostMemory(notBefore: crawl.time), of: "county.example")
    crawl.time = now
    let state = try crawl.open().state
    #expect(try state.memory(of: "county.example").notBefore == nil)
    #expect(try crawl.run().paths == ["/a.html"])
    // A host that asks to be left alone for months is.
    let later = now + .seconds(200 * 86_400)
    try state.remember(HostMemory(notBefore: later), of: "county.example")
    #expect(try crawl.open().state.memory(of: "county.example").notBefore == later)
  }
}

extension FetchedPages {
  func inputs(of source: Source) throws -> [Input] {
    var inputs: [Input] = []
    try forEach(of: source) { inputs.append($0) }
    return inputs
  }

  func dates(of source: Source) throws -> [String] {
    try inputs(of: source).map { "\($0.source) \($0.defaults.published?.description ?? "-")" }
  }
}
