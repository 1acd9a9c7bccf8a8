import Foundation
import TestSupport
import Testing

/// `fetch` and what goes with it, seen from outside.
@Suite struct FetchCommandTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func configure(_ site: LoopbackSite, _ source: String, more: String = "") throws {
    try folder.write(
      "pipeline.json",
      """
      { "fetch": { "contact": "office@example.org", "hosts": ["127.0.0.1:\(site.port)"],
          "addresses": ["127.0.0.1"], "delay_seconds": 0, "metrics": "metrics.prom" \(more) },
        "sources": [{ "name": "county", "region": "520621", \(source) }] }
      """)
  }

  private func list(_ site: LoopbackSite) -> String {
    #""list": { "url": "\#(site.origin)/list", "links": "\#(site.origin)/*.html" }"#
  }

  private func run(_ arguments: String...) throws -> Command.Result {
    try Command.run(arguments, in: folder.path)
  }

  static func site(pages: Int, delay: UInt32 = 0) throws -> LoopbackSite {
    var content = ["/robots.txt": "User-agent: *\nDisallow: /private\n"]
    content["/list"] =
      "<ul>" + (0..<pages).map { "<li><a href=\"\($0).html\">\($0)</a></li>" }.joined() + "</ul>"
    for number in 0..<pages {
      content["/\(number).html"] = ExitStatusTests.page + "<!-- \(number) -->"
    }
    return try LoopbackSite(content, delay: delay)
  }

  private var archives: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder("archive"))) ?? []).sorted()
      .filter { $0.hasSuffix(".warc.gz") }.map { "archive/" + $0 }
  }

  /// How often each page is in the archive.
  private func versions() throws -> [String: Int] {
    let result = try Command.run(["extract"] + archives, in: folder.path)
    #expect(result.status == 0, "\(result.errors)")
    var counts: [String: Int] = [:]
    for line in result.output.split(separator: "\n") {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      guard let source = object?["source"] as? String, source.hasSuffix(".html") else { continue }
      counts[source, default: 0] += 1
    }
    return counts
  }

  @Test func runFetchesFirstAndIsSilentWhereAllIsWell() throws {
    let site = try Self.site(pages: 3)
    defer { site.stop() }
    try configure(site, list(site))
    #expect(try run("fetch", "--dry-run").output == "\(site.origin)/list\n")
    #expect(site.asked == [], "a dry run asks nobody")
    let first = try run("run", "--quiet")
    #expect(first.status == 0)
    #expect(first.errors == "" && first.output == "")
    #expect(site.asked == ["/robots.txt", "/list", "/0.html", "/1.html", "/2.html"])
    let rows = try folder.read("out/documents.csv")
    #expect(rows.contains("\(site.origin)/2.html"))
    let made = try folder.read("out/run.json")
    #expect(try run("run", "--quiet").status == 0)
    #expect(site.asked.count == 6, "the list alone: \(site.asked)")
    #expect(try folder.read("out/run.json") == made, "nothing is new")
    #expect(try run("run", "--offline", "--force", "--quiet").status == 0)
    #expect(site.asked.count == 6)
    #expect(try folder.read("out/documents.csv") == rows)
    let metrics = try folder.read("metrics.prom")
    #expect(metrics.contains("\nxianzhi_fetch_pages{state=\"not_modified\"} 0\n"))
    #expect(metrics.hasSuffix("\n"))
    #expect(
      try run("status", "--rebuild").output.contains("pages         4, 4 archived, 0 failing, 0 parked"))
    #expect(try run("run", "--offline", "--force", "--quiet").status == 0)
    #expect(try folder.read("out/documents.csv") == rows, "the state is made anew from the archive")
  }

  @Test func aPageThatFailsIsSaidWithItsHostAndParked() throws {
    let site = try Self.site(pages: 1)
    defer { site.stop() }
    try configure(site, #""pages": ["\#(site.origin)/0.html", "\#(site.origin)/gone.html"]"#)
    for number in 1...5 {
      let result = try run("run", "--quiet")
      #expect(result.status == 75, "run \(number)")
      #expect(
        result.errors
          == "xianzhi: 127.0.0.1: 1 pages failed (not-found 1); the last: \(site.origin)/gone.html: status 404 (not-found)\n"
          || result.errors.hasPrefix("xianzhi: 127.0.0.1: 1 pages failed (not-found 1); the last: "))
      #expect(result.errors.split(separator: "\n").count == 1)
      #expect(try folder.read("out/documents.csv").contains("0.html"), "what came is read")
    }
    #expect(try run("run", "--quiet").status == 0, "it is parked")
    let status = try run("status", "--format", "json")
    #expect(status.output.contains("\"parked\": 1"))
    #expect(status.output.contains("\"url\": \"\(site.origin)/gone.html\""))
    #expect(try run("requeue").output == "1 pages are due\n")
    site.serve("/gone.html", ExitStatusTests.page)
    #expect(try run("fetch", "--quiet").status == 0)
    #expect(try run("requeue", "\(site.origin)/nobody.html").status == 66)
    #expect(try run("requeue", "--source", "else").status == 64)
  }

  @Test func twoCrawlsCannotOverlap() throws {
    let site = try Self.site(pages: 1)
    defer { site.stop() }
    try configure(site, list(site))
    try FileManager.default.createDirectory(atPath: folder("archive"), withIntermediateDirectories: true)
    let lock = open(folder("archive/lock"), O_RDWR | O_CREAT, 0o644)
    defer { close(lock) }
    #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
    for command in [["fetch"], ["run"], ["requeue"], ["status", "--rebuild"]] {
      let result = try Command.run(command, in: folder.path)
      #expect(result.status == 75, "\(command)")
      #expect(result.errors == "xianzhi: archive/lock: another run holds the lock\n", "\(command)")
    }
    #expect(try run("status").status == 0, "looking is free")
    #expect(site.asked == [])
  }

  /// What is printed may be read slowly, and the state is held as long: a crawl may not wait for that.
  @Test func aDryRunAndACrawlCannotOverlap() throws {
    let site = try Self.site(pages: 1)
    defer { site.stop() }
    try configure(site, list(site))
    #expect(try run("fetch", "--quiet").status == 0)
    let lock = open(folder("archive/lock"), O_RDWR | O_CREAT, 0o644)
    #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
    let result = try run("fetch", "--dry-run")
    #expect(result.status == 75)
    #expect(result.errors == "xianzhi: archive/lock: another run holds the lock\n")
    close(lock)
    #expect(try run("fetch", "--dry-run").output == "\(site.origin)/list\n")
  }

  @Test func aDamagedStateIsSaidAndMadeAnew() throws {
    let site = try Self.site(pages: 2)
    defer { site.stop() }
    try configure(site, list(site))
    #expect(try run("fetch", "--quiet").status == 0)
    for ending in ["-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: folder("archive/state.sqlite" + ending))
    }
    try folder.write("archive/state.sqlite", String(repeating: "no database ", count: 500))
    for command in [["fetch"], ["status"], ["fetch", "--dry-run"]] {
      let result = try Command.run(command, in: folder.path)
      #expect(result.status == 74, "\(command)")
      #expect(result.errors.contains("xianzhi status --rebuild makes it anew"), "\(result.errors)")
    }
    #expect(try run("status", "--rebuild").output.contains("pages         3, 3 archived"))
    #expect(try run("fetch", "--quiet").status == 0)
    #expect(try versions().values.allSatisfy { $0 == 1 })
  }

  @Test func aListThatNamesNothingIsSaidEveryNight() throws {
    let site = try Self.site(pages: 1)
    defer { site.stop() }
    try configure(site, #""list": { "url": "\#(site.origin)/list", "links": "\#(site.origin)/new/*.html" }"#)
    for number in 1...7 {
      let result = try run("fetch", "--quiet")
      #expect(result.status == 75, "run \(number)")
      #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
      #expect(
        result.errors.contains(
          number < 5 ? "1 pages failed (nothing-listed 1)" : "1 of its lists are parked"), "\(result.errors)")
    }
    try configure(site, list(site))
    #expect(try run("requeue").output == "1 pages are due\n")
    let result = try run("fetch", "--quiet")
    #expect(result.status == 0 && result.errors == "")
    #expect(site.asked.contains("/0.html"))
  }

  @Test(arguments: [(SIGTERM, Int32(143)), (SIGINT, Int32(130))])
  func signalsEndACrawlAndKeepWhatItBrought(_ signal: Int32, _ status: Int32) throws {
    let site = try Self.site(pages: 200, delay: 20)
    defer { site.stop() }
    try configure(site, list(site))
    let process = try start()
    while site.asked.count < 20, process.isRunning { usleep(1000) }
    let before = ContinuousClock.now
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(ContinuousClock.now - before < .seconds(5))
    #expect(process.terminationStatus == status)
    let asked = site.asked.count
    #expect(asked < 150)
    #expect(try run("fetch", "--quiet").status == 0)
    let counts = try versions()
    #expect(counts.count == 200)
    #expect(counts.values.allSatisfy { $0 == 1 })
    #expect(site.asked.count <= 200 + 3 + 2, "what had come is not asked for again: \(site.asked.count)")
  }

  /// `scripts/check_kills.py` does the same a hundred times with 300 pages, and has warcio look at the archive.
  @Test(arguments: [3, 40, 77, 110])
  func aKilledCrawlLosesNothingAndDoublesNothing(_ requests: Int) throws {
    let site = try Self.site(pages: 120)
    defer { site.stop() }
    try configure(site, list(site), more: #", "file_bytes": 65536"#)
    let process = try start()
    while site.asked.count < requests, process.isRunning { usleep(200) }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    let next = try run("fetch", "--quiet")
    #expect(next.status == 0, "\(next.errors)")
    let counts = try versions()
    #expect(counts.count == 120)
    #expect(counts.values.allSatisfy { $0 == 1 })
  }

  /// A limit on the size of files stands for a disk that is full.
  @Test func aFullDiskEndsTheCrawlAndLosesNothing() throws {
    let site = try Self.site(pages: 100)
    defer { site.stop() }
    try configure(site, list(site))
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = [
      "-c", #"trap "" XFSZ; ulimit -f 200; exec "$0" fetch --quiet"#, Command.executable.path,
    ]
    process.currentDirectoryURL = URL(filePath: folder.path)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 74)
    #expect(site.asked.count < 100)
    let next = try run("fetch", "--quiet")
    #expect(next.status == 0, "\(next.errors)")
    let counts = try versions()
    #expect(counts.count == 100)
    #expect(counts.values.allSatisfy { $0 == 1 })
  }

  @Test func probeShowsWhatWouldHappen() throws {
    let site = try Self.site(pages: 2)
    defer { site.stop() }
    try configure(site, list(site))
    let page = try run("probe", "\(site.origin)/0.html")
    #expect(page.status == 0, "\(page.errors)")
    for line in [
      "robots.txt     allows it", "title          江口县乡村振兴工作简讯", "kind           article",
      "charset        utf-8", "region         520621", "observations   4",
    ] {
      #expect(page.output.contains(line), "\(page.output)")
    }
    #expect(
      try run("probe", "\(site.origin)/list").output.contains("links          2 pages, 0 further lists"))
    let forbidden = try run("probe", "\(site.origin)/private/a.html")
    #expect(forbidden.status == 75)
    #expect(forbidden.output.contains("robots.txt   forbids it"), "\(forbidden.output)")
    #expect(!FileManager.default.fileExists(atPath: folder("archive")), "nothing is kept")
    try folder.write("page.html", ExitStatusTests.page)
    let file = try run("probe", "page.html")
    #expect(file.status == 0)
    #expect(file.output.contains("title         江口县乡村振兴工作简讯"), "\(file.output)")
  }

  private func start() throws -> Process {
    let process = Process()
    process.executableURL = Command.executable
    process.arguments = ["fetch", "--quiet"]
    process.currentDirectoryURL = URL(filePath: folder.path)
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }
}
