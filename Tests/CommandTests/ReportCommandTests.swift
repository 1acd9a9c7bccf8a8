import Foundation
import TestSupport
import Testing

/// A report is made of what a run left in its folder, by the names of its columns.
@Suite struct ReportCommandTests {
  static let hostile = """
    <html><head><meta charset="utf-8"><title>江口县"><script>alert(1)</script>简讯</title></head><body><div id="zoom">
    <p>2021年，江口县粮食产量12.5万吨&lt;img src=x onerror=alert(1)&gt;，建成抹茶晾青棚12座，建设5个以上茶园的乡镇给予奖励。</p>
    <p>2020年，江口县粮食产量12.1万吨。2020年，江口县粮食产量12.9万吨。2022年粮食产量力争达到13万吨。群众参与积极性明显提高，示范带动作用逐步显现。</p></div></body></html>
    """

  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("pages/a.html", Self.hostile)
    try folder.write(
      "pages/b.html",
      """
      <html><head><meta charset="utf-8"><title>岑巩县简讯</title></head><body><div id="zoom">
      <p>2021年，岑巩县蔬菜产量8.5万吨，增长6.1%。全县群众参与积极性明显提高，示范带动作用逐步显现，各项工作稳步推进。</p></div></body></html>
      """)
    try configure(#""texts": true"#)
  }

  private func configure(_ output: String) throws {
    try folder.write(
      "pipeline.json",
      #"{ "sources": [{ "name": "pages", "folder": "pages" }], "output": { "folder": "out", \#(output) } }"#)
    let run = try run(["run", "--quiet", "--force"])
    #expect(run.status == 0, "\(run.errors)")
  }

  private func run(_ arguments: [String]) throws -> Command.Result {
    try Command.run(arguments, in: folder.path)
  }

  private func report() throws -> [String: Data] {
    let made = try run(["report"])
    #expect(made.status == 0, "\(made.errors)")
    #expect(made.output == "out/report/index.html\n")
    return try files()
  }

  /// The files of the report by their paths.
  private func files() throws -> [String: Data] {
    let base = URL(filePath: folder("out")).resolvingSymlinksInPath().appending(path: "report")
    let walk = try #require(
      FileManager.default.enumerator(at: base, includingPropertiesForKeys: [.isRegularFileKey]))
    var files: [String: Data] = [:]
    for case let file as URL in walk
    where try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
      files[String(file.path.dropFirst(base.path.count + 1))] = try Data(contentsOf: file)
    }
    return files
  }

  private func pages(_ files: [String: Data]) -> [String: String] {
    files.filter { $0.key.hasSuffix(".html") }.mapValues { String(decoding: $0, as: UTF8.self) }
  }

  /// One command for cron: the report appears with its set, is made for a set that is fresh and has none, and not made again.
  @Test func aRunMakesTheReportOnRequest() throws {
    #expect(try files().isEmpty)
    let set = try FileManager.default.destinationOfSymbolicLink(atPath: folder("out"))
    let asked = try run(["run", "--quiet", "--report"])
    #expect(asked.status == 0 && asked.errors.isEmpty && asked.output.isEmpty, "\(asked.errors)")
    let made = try files()
    #expect(made["index.html"] != nil)
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: folder("out")) == set, "nothing else was done"
    )
    try configure(#""texts": true, "report": true"#)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder("out")) != set)
    #expect(try files().keys.sorted() == made.keys.sorted())
    #expect(try report() == files(), "the same that xianzhi report makes")
    try folder.write(
      "json.json",
      #"{ "sources": [{ "name": "pages", "folder": "pages" }], "output": { "formats": ["json"], "report": true } }"#
    )
    let refused = try run(["run", "--quiet", "--config", "json.json"])
    #expect(refused.status == 64 && refused.errors.contains("output.formats must have csv"))
  }

  /// Every link leads to a file that is there, and to a place in it.
  @Test func everyLinkLeadsSomewhere() throws {
    let files = try report()
    let pages = pages(files)
    #expect(pages.count == 7, "\(pages.keys.sorted())")
    var count = 0
    for (path, page) in pages {
      for match in page.matches(of: /(?:href|src)="([^"]*)"/) {
        let parts = match.1.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let base = URL(filePath: "/" + path)
        let target =
          parts[0].isEmpty
          ? path
          : String(URL(filePath: String(parts[0]), relativeTo: base).standardizedFileURL.path.dropFirst())
        #expect(files[target] != nil, "\(path) leads to \(target)")
        if parts.count == 2, target != "search.html" {
          #expect(pages[target]?.contains("id=\"\(parts[1])\"") == true, "\(path) leads to \(match.1)")
        }
        count += 1
      }
    }
    #expect(count > 60)
  }

  @Test func numbersAreMarkedByWhatTheyBecame() throws {
    let page = try #require(
      pages(try report()).values.first { $0.contains("抹茶晾青棚") && $0.contains("class=\"page\"") })
    #expect(page.contains(#">12.5万吨</a>"#) && page.contains("mark indicator"))
    #expect(page.contains(#">12座</a>"#) && page.contains("mark mention"))
    #expect(page.contains("mark refused") && page.contains("<code>Threshold</code>"))
    #expect(page.contains(#"<span class="mark time" id=""#))
    // It says two things of 2020, and the overview leads to them.
    let overview = try folder.read("out/report/index.html")
    #expect(overview.matches(of: /class="conflicts"[\s\S]*?href="[^"]*#m-[0-9a-f]+"/).count > 0)
    // 江口县's page has the goal beside what came about.
    let region = try folder.read("out/report/regions/520621.html")
    #expect(region.contains("dot goal") && region.contains("dot fact"))
  }

  @Test func textOfPagesIsNoMarkup() throws {
    for (path, page) in pages(try report()) {
      #expect(!page.contains("<img") && !page.contains("<script>") && !page.contains("alert(1)<"), "\(path)")
    }
  }

  @Test func theSameSetGivesTheSameBytes() throws {
    let first = try report()
    #expect(try report() == first)
    #expect(try run(["run", "--quiet", "--force", "--workers", "1"]).status == 0)
    let finished = try folder.read("out/run.json").firstMatch(of: /"finished": "([^"]*)"/)?.1
    var other = try report()
    // The overview alone says when the run was.
    let page = String(decoding: try #require(other["index.html"]), as: UTF8.self)
    #expect(page.contains(try #require(finished)))
    let time = /20[0-9-]*T[0-9:]*Z/
    #expect(
      page.replacing(time, with: "")
        == String(decoding: try #require(first["index.html"]), as: UTF8.self).replacing(time, with: ""))
    other["index.html"] = first["index.html"]
    #expect(other == first)
  }

  /// Columns are read by name: in another order, with new ones, and without those that are not needed.
  @Test func columnsMayComeAndGo() throws {
    let lines = try folder.read("out/observations.csv").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let kept = lines[0].indices.filter {
      !["rules", "is_exact", "sentence", "section"].contains(lines[0][$0])
    }
    try #require(lines.allSatisfy { $0.count == lines[0].count })
    let rows = lines.enumerated().map { number, cells in
      ([number == 0 ? "novel" : "x"] + kept.reversed().map { String(cells[$0]) }).joined(separator: ",")
    }
    try folder.write("out/observations.csv", rows.joined(separator: "\n") + "\n")
    #expect(pages(try report()).count == 7)
    #expect(try folder.read("out/report/regions/520621.html").contains("12.5万吨"))
  }

  @Test func conflictsAreShownWhereTheSetHasThem() throws {
    let header =
      "region_name,indicator,period,observation_id,document_id,text,sentence,other_observation_id,other_document_id,other_text"
    try folder.write(
      "out/conflicts.csv", header + "\n江口县,粮食产量,2021,00aa,11bb,12.5万吨,\"说,12.5\",00cc,11dd,12.9万吨\n")
    _ = try run(["report"])
    let page = try folder.read("out/report/index.html")
    #expect(
      page.contains("12.9万吨") && page.contains("documents/11/11dd.html#m-00cc") && page.contains("说,12.5"))
  }

  @Test func withoutTextsTheRowsAreShown() throws {
    try configure(#""formats": ["csv"]"#)
    let pages = pages(try report())
    #expect(pages.count == 7)
    let page = try #require(pages.first { $0.key.hasPrefix("documents/") }?.value)
    #expect(
      page.contains(#""texts": true"#.replacing("\"", with: "&quot;")) || page.contains(#"{"texts": true}"#))
  }

  @Test func whatCannotBeReadIsSaid() throws {
    let none = try run(["report", "--output", "nothing"])
    #expect(none.status == 66)
    #expect(
      none.errors
        == "xianzhi: nothing/observations.csv: is not there; output.formats of the run must have csv\n")
    try folder.write("out/observations.csv", "observation_id,indicator,start,end\n")
    let lacking = try run(["report"])
    #expect(lacking.status == 65)
    #expect(
      lacking.errors.hasSuffix("observations.csv:1: has no column \"document_id\"\n"), "\(lacking.errors)")
  }

  @Test func observationsWithoutADocumentAreRefused() throws {
    let table = try folder.read("out/observations.csv")
    let id = try #require(table.split(separator: "\n").last?.split(separator: ",").dropFirst().first)
    try folder.write("out/observations.csv", table.replacing(id, with: "0000000000000000"))
    let refused = try run(["report"])
    #expect(refused.status == 65)
    #expect(
      refused.errors.hasSuffix("names document 0000000000000000, which the set does not have\n"),
      "\(refused.errors)")
  }

  /// What somebody else put there stays, and so does the report before where a new one fails.
  @Test func whatIsNotOursStays() throws {
    try folder.write("out/report/notes.txt", "mine")
    let refused = try run(["report"])
    #expect(refused.status == 73)
    #expect(refused.errors.hasSuffix("report: is no report of xianzhi; move it away\n"), "\(refused.errors)")
    #expect(try folder.read("out/report/notes.txt") == "mine")
  }

  @Test func aFailureLeavesTheReportBefore() throws {
    let before = try report()
    try folder.write("out/observations.csv", "")
    #expect(try run(["report"]).status == 65)
    #expect(try files() == before)
    let base = URL(filePath: folder("out")).resolvingSymlinksInPath()
    let left = try FileManager.default.contentsOfDirectory(atPath: base.path).filter {
      $0.hasPrefix(".report-")
    }
    #expect(left.isEmpty, "\(left)")
  }
}
