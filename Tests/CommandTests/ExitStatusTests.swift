import Foundation
import TestSupport
import Testing

/// The table of statuses in docs/operate.md, each seen from outside.
@Suite struct ExitStatusTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("pages/a.html", Self.page)
    try folder.write("pipeline.json", #"{ "sources": [{ "name": "pages", "folder": "pages" }] }"#)
  }

  static let page = """
    <html><head><meta charset="utf-8"><title>江口县乡村振兴工作简讯</title></head><body><div id="zoom">
    <p>2021年，江口县组建党支部19个，下派37名农技专家，开展教育培训12期，全县林改培面积4200亩。</p>
    <p>各村按照计划推进产业发展，群众参与积极性明显提高，集体经济不断壮大，示范带动作用逐步显现。</p></div></body></html>
    """

  private func run(_ arguments: String...) throws -> Command.Result {
    try Command.run(arguments, in: folder.path)
  }

  private var out: [String] { folder.names.filter { $0.hasPrefix("out") || $0.hasPrefix(".out") } }

  @Test func zeroWhereDoneAndWhereNothingIsNew() throws {
    let first = try run("run", "--quiet")
    #expect(first.status == 0)
    #expect(first.errors == "" && first.output == "", "silent where all is well")
    let made = try folder.read("out/run.json")
    let second = try run("run")
    #expect(second.status == 0)
    #expect(second.errors.contains("nothing new"))
    #expect(try folder.read("out/run.json") == made)
    #expect(try run("run", "--force", "--quiet").status == 0)
    #expect(try run("run", "--force", "--quiet").status == 0)
    #expect(out.count == 5, "the link, the lock, the documents, the newest set and the one before: \(out)")
  }

  @Test(arguments: [
    ["run", "--bogus"], ["bogus"], ["run", "--workers", "0"], ["extract"],
    ["extract", "--region", "52", "pages/a.html"],
    ["extract", "--published", "2022-02-30", "pages/a.html"], ["extract", "--tier", "blog", "pages/a.html"],
  ])
  func sixtyFourForTheCommandLine(_ arguments: [String]) throws {
    let result = try Command.run(arguments, in: folder.path)
    #expect(result.status == 64)
    #expect(result.output == "")
    #expect(result.errors != "")
  }

  @Test func sixtyFiveForAGateAndForDataThatIsNone() throws {
    try folder.write(
      "pipeline.json",
      #"{ "quality": { "min_documents": 2 }, "sources": [{ "name": "pages", "folder": "pages" }] }"#)
    let gate = try run("run")
    #expect(gate.status == 65)
    #expect(
      gate.errors
        == "xianzhi: nothing was published; a quality gate failed: min_documents is 2, and 1 pages are articles\n"
    )
    #expect(out == ["out.lock"])
    let data = try Command.run(["annotate"], input: "{\"text\": \"党支部19个\"}\nno json\n", in: folder.path)
    #expect(data.status == 65)
    #expect(data.errors == "xianzhi: standard input:2:1: expected an object, found \"n\"\n")
    #expect(data.output.split(separator: "\n").count == 1, "the line before is answered")
    for filter in [["normalize"], ["load", "--output", "data"]] {
      let result = try Command.run(filter, input: "[]\n", in: folder.path)
      #expect(result.status == 65)
      #expect(result.errors == "xianzhi: standard input:1:1: expected an object, found \"[\"\n")
    }
  }

  @Test func sixtySixForNoInput() throws {
    try folder.write("empty/readme.txt", "no page")
    try folder.write("pipeline.json", #"{ "sources": [{ "name": "empty", "folder": "empty" }] }"#)
    #expect(try run("run").status == 66)
    let extract = try run("extract", "no.html", "pages/a.html", "pages")
    #expect(extract.status == 66)
    #expect(
      extract.errors
        == "xianzhi: no.html: cannot be read: No such file or directory\nxianzhi: pages: is no file\n")
    #expect(extract.output.split(separator: "\n").count == 1, "the other pages are unharmed")
  }

  @Test func seventyThreeWhereTheOutputIsNotOurs() throws {
    try folder.write("out/thesis.txt", "mine")
    let result = try run("run")
    #expect(result.status == 73)
    #expect(
      result.errors
        == "xianzhi: out: is no output of xianzhi (it would be a link); move it away or name another folder\n"
    )
    #expect(try folder.read("out/thesis.txt") == "mine")
    #expect(try run("extract", "pages/a.html", "--output", "nowhere/a.jsonl").status == 73)
  }

  @Test func seventyFourForAFullDisk() throws {
    let result = try Command.run(
      ["extract", "pages/a.html"], input: Data(), in: folder.path, outputPath: "/dev/full")
    #expect(result.status == 74)
    #expect(result.errors == "xianzhi: standard output: cannot be written: No space left on device\n")
  }

  @Test func seventyFiveWhereAnotherRunHoldsTheLock() throws {
    let lock = open(folder("out.lock"), O_RDWR | O_CREAT, 0o644)
    defer { close(lock) }
    #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
    let result = try run("run")
    #expect(result.status == 75)
    #expect(result.errors == "xianzhi: out.lock: another run holds the lock\n")
    #expect(out == ["out.lock"])
  }

  @Test func seventyEightForTheConfigurationAndTheTables() throws {
    try folder.write("pipeline.json", "{\n  \"source\": []\n}")
    for command in ["run", "validate"] {
      let result = try run(command)
      #expect(result.status == 78)
      #expect(
        result.errors
          == "xianzhi: pipeline.json:2:3: source: is no key here; there are $schema, sources, workers, output, vocabulary, corrections, dataset, limits, pages, quality, fetch\n"
      )
    }
    try folder.write("mine.tsv", "name\n江口\n")
    try folder.write(
      "pipeline.json",
      #"{ "vocabulary": { "units": "mine.tsv" }, "sources": [{ "name": "pages", "folder": "pages" }] }"#)
    let table = try run("validate")
    #expect(table.status == 78)
    #expect(table.errors.hasPrefix("xianzhi: mine.tsv:1"), "\(table.errors)")
    #expect(out == [], "nothing is written")
  }

  @Test(arguments: [(SIGTERM, Int32(143)), (SIGINT, Int32(130))])
  func signalsEndARunAndPublishNothing(_ signal: Int32, _ status: Int32) throws {
    for index in 0..<1000 { try folder.write("pages/\(index).html", Self.page + "<!-- \(index) -->") }
    let process = Process()
    process.executableURL = Command.executable
    process.arguments = ["run", "--workers", "1", "--quiet"]
    process.currentDirectoryURL = URL(filePath: folder.path)
    try process.run()
    // The lock says that the run has begun, and listens to signals.
    while !FileManager.default.fileExists(atPath: folder("out.lock")), process.isRunning { usleep(500) }
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationStatus == status)
    #expect(process.terminationReason == .exit)
    #expect(out == ["out.lock"])
  }
}
