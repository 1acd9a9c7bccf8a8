import Foundation
import TestSupport
import Testing

/// What a run makes of several pages that state the same figure. The figures are invented.
@Suite struct SourcesComparedTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("bureau/a.html", Self.page("江口县统计公报", "2022-03-01", "2021年，江口县粮食产量12.34万吨，茶园面积16.1万亩。"))
    try folder.write("county/b.html", Self.page("江口县年度工作总结", "2022-05-01", "2021年，江口县粮食产量12.3万吨，茶园面积17万亩。"))
    try folder.write("county/c.html", Self.page("江口县农业工作回顾", "2022-09-01", "2021年，江口县茶园面积18.4万亩。"))
    try configure()
  }

  static func page(_ title: String, _ date: String, _ sentence: String, last: String = "") -> String {
    """
    <html><head><meta charset="utf-8"><title>\(title)</title></head><body><h1>\(title)</h1>
    <div>发布时间：\(date)</div><div id="zoom"><p>\(sentence)</p>
    <p>\(title)所列各项工作由有关乡镇和部门共同推进，群众参与积极性明显提高，示范带动作用逐步显现。\(title)</p>\(last)</div></body></html>
    """
  }

  private func configure(_ rest: String = "") throws {
    try folder.write(
      "pipeline.json",
      #"""
      { \#(rest) "sources": [{ "name": "bureau", "tier": "statistics", "folder": "bureau", "license": "CC-BY-4.0" },
        { "name": "county", "tier": "government", "folder": "county", "title": "江口县人民政府" }] }
      """#)
  }

  private func run() throws -> Command.Result { try Command.run(["run", "--quiet"], in: folder.path) }

  /// The rows of a table, each by its columns; no cell here holds a comma.
  private func rows(_ table: String) throws -> [[String: String]] {
    let lines = try folder.read("out/\(table).csv").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let header = try #require(lines.first)
    return lines.dropFirst().map { Dictionary(zip(header, $0)) { first, _ in first } }
  }

  @Test func theBestIsPreferredAndTheOthersStay() throws {
    let result = try run()
    #expect(result.status == 0, "\(result.errors)")
    let rows = try rows("observations")
    #expect(
      rows.map { "\($0["text"] ?? "") \($0["preferred"] ?? "")" } == [
        "12.34万吨 true", "12.3万吨 false", "16.1万亩 true", "18.4万亩 false", "17万亩 false",
      ])
    #expect(
      try self.rows("conflicts").map { "\($0["text"] ?? "") \($0["other_text"] ?? "")" }.sorted() == [
        "16.1万亩 17万亩", "16.1万亩 18.4万亩",
      ])
    #expect(
      try self.rows("revisions").map { "\($0["old_text"] ?? "") \($0["new_text"] ?? "")" } == ["17万亩 18.4万亩"])
    #expect(try folder.read("out/run.json").contains(#""conflicts": 2,"#))
    #expect(try self.rows("panel").map { $0["grain_output"] } == ["123400000"])
    #expect(try self.rows("regions").compactMap { $0["region_code"] }.contains("520621"))
    #expect(try self.rows("units").map { $0["unit_id"] } == ["mu", "t"])
    #expect(try self.rows("indicators").map { $0["indicator_id"] } == ["grain_output", "tea_area"])
  }

  @Test func aReprintIsCountedOnce() throws {
    let report = (0..<20).map { "第\($0)项工作完成投资\($0 * 37 + 11)万元，" }.joined() + "2021年，江口县粮食产量15万吨。"
    try folder.write("bureau/original.html", Self.page("江口县项目推进情况", "2022-04-01", report))
    try folder.write("county/copy.html", Self.page("江口县项目推进情况", "2022-06-01", report, last: "<p>编辑：王某</p>"))
    #expect(try run().status == 0)
    let documents = try rows("documents")
    let original = try #require(documents.first { $0["source"] == "bureau/original.html" })
    let copy = try #require(documents.first { $0["source"] == "county/copy.html" })
    #expect(copy["duplicate_of"] == original["document_id"] && original["duplicate_of"] == "")
    let mine = try rows("observations").filter { $0["document_id"] == copy["document_id"] }
    #expect(mine.count > 20 && mine.allSatisfy { $0["preferred"] == "false" })
  }

  @Test func aMisprintOfAReprintIsShownBesideItsOriginal() throws {
    let report = (0..<20).map { "第\($0)项工作完成投资\($0 * 37 + 11)万元，" }.joined() + "2021年，罗甸县粮食产量15万吨。"
    let misprint = report.replacing("产量15万吨", with: "产量51万吨")
    try folder.write("bureau/original.html", Self.page("罗甸县项目推进情况", "2022-04-01", report))
    try folder.write("county/copy.html", Self.page("罗甸县项目推进情况", "2022-06-01", misprint))
    #expect(try run().status == 0)
    let row = try #require(try rows("conflicts").first { $0["region_code"] == "522728" })
    #expect(row["text"] == "15万吨" && row["other_text"] == "51万吨")
    #expect(row["sentence"] != row["other_sentence"] && row["other_sentence"]?.contains("51万吨") == true)
    #expect(try folder.read("out/run.json").contains(#""conflicts": 3,"#))
  }

  @Test func correctionsAreAppliedAndSaid() throws {
    try folder.write(
      "corrections.tsv",
      """
      locator\taction\tvalue\texpect\treason\twho
      source=county/b.html;indicator_id=tea_area\tdrop\t\ttext=17万亩\tprinted for another county\tWang
      source=bureau/a.html;indicator_id=grain_output\tscale\t1/10\ttext=12.34万吨\ta digit too many\tWang
      source=county/c.html\tdrop\t\ttext=18万亩\twas misprinted\tWang
      source=county/z.html\tdrop\t\ttext=1\tis gone\tWang

      """)
    try configure(#""corrections": "corrections.tsv","#)
    #expect(try run().status == 0)
    let rows = try rows("observations")
    #expect(!rows.contains { $0["text"] == "17万亩" })
    let scaled = try #require(rows.first { $0["text"] == "12.34万吨" })
    #expect(
      scaled["value"] == "12340" && scaled["standard_value"] == "12340000" && scaled["flags"] == "corrected")
    let findings = try folder.read("out/findings.csv")
    for part in [
      ",corrected,\"line 2 of corrections.tsv, drop: printed for another county (Wang)\"",
      ",correction_outdated,",
      "corrections.tsv,correction_unmatched,line 5 means no row: is gone (Wang)",
    ] {
      #expect(findings.contains(part), "\(findings)")
    }
    #expect(try folder.read("out/run.json").contains(#""corrections": {"#))
    #expect(try run().status == 0)
    let before = try FileManager.default.destinationOfSymbolicLink(atPath: folder("out"))
    try folder.write("corrections.tsv", "locator\taction\tvalue\texpect\treason\twho\n")
    #expect(try run().status == 0)
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: folder("out")) != before,
      "another table, another run")
  }

  @Test func aRowThatIsKeptApartJoinsWhenItIsCorrected() throws {
    try folder.write(
      "bureau/a.html", SourcesComparedTests.page("江口县统计公报", "2022-03-01", "2021年，江口县森林覆盖率达到720%。"))
    #expect(try run().status == 0)
    #expect(try rows("quarantine").count == 1 && !rows("observations").contains { $0["text"] == "720%" })
    try folder.write(
      "corrections.tsv",
      "locator\taction\tvalue\texpect\treason\twho\nsource=bureau/a.html\tscale\t1/10\ttext=720%\tthe point is missing\tWang\n"
    )
    try configure(#""corrections": "corrections.tsv","#)
    #expect(try run().status == 0)
    #expect(try rows("quarantine").isEmpty)
    let row = try #require(try rows("observations").first { $0["text"] == "720%" })
    #expect(row["value"] == "72" && row["standard_value"] == "0.72" && row["flags"] == "corrected")
  }

  @Test func aCorrectedNumberIsHeldAgainstItsRangeAgain() throws {
    try folder.write(
      "bureau/a.html", SourcesComparedTests.page("江口县统计公报", "2022-03-01", "2021年，江口县森林覆盖率达到72%。"))
    for (value, flags) in [("71", "corrected"), ("710", "corrected out_of_range")] {
      try folder.write(
        "corrections.tsv",
        "locator\taction\tvalue\texpect\treason\twho\nsource=bureau/a.html\toverride\tvalue=\(value)\ttext=72%\tr\tWang\n"
      )
      try configure(#""corrections": "corrections.tsv","#)
      #expect(try run().status == 0)
      let row = try #require(try rows("observations").first { $0["text"] == "72%" })
      #expect(row["flags"] == flags, "somebody vouches for it: it is not kept apart")
      let findings = try folder.read("out/findings.csv")
      #expect(findings.contains(",out_of_range,\"corrected to 7.1: ") == (value == "710"), "\(findings)")
    }
  }

  @Test func aTableOfCorrectionsThatIsWrongStopsTheRun() throws {
    try folder.write(
      "corrections.tsv", "locator\taction\tvalue\texpect\treason\twho\na\tmove\t\tvalue=1\tr\tw\n")
    try configure(#""corrections": "corrections.tsv","#)
    for command in ["run", "validate"] {
      let result = try Command.run([command], in: folder.path)
      #expect(result.status == 78)
      #expect(
        result.errors.hasPrefix("xianzhi: corrections.tsv:2: action: expected one of drop"),
        "\(result.errors)")
    }
  }

  @Test func theDatasetSaysWhoseItIs() throws {
    try configure(
      #""dataset": { "name": "jiangkou", "title": "江口 in figures", "authors": ["Wang"], "license": "CC-BY-4.0", "url": "https://example.org/jiangkou" },"#
    )
    #expect(try run().status == 0)
    let package = try folder.read("out/datapackage.json")
    for part in [
      #""name": "jiangkou""#, #""homepage": "https://example.org/jiangkou""#, #""title": "江口县人民政府""#,
      #""name": "CC-BY-4.0""#,
    ] { #expect(package.contains(part), "\(package.prefix(900))") }
    let citation = try folder.read("out/CITATION.cff")
    #expect(
      citation.contains("  - name: \"Wang\"\n") && citation.contains("license: \"CC-BY-4.0\"\n"),
      "\(citation)")
  }

  @Test func theChecksumsAreThoseOfTheFiles() throws {
    #expect(try run().status == 0)
    let check = Process()
    check.executableURL = URL(filePath: "/usr/bin/env")
    check.arguments = ["sha256sum", "--check", "--strict", "--quiet", "checksums.txt"]
    check.currentDirectoryURL = URL(filePath: folder("out"))
    try check.run()
    check.waitUntilExit()
    #expect(check.terminationStatus == 0)
    let listed = try folder.read("out/checksums.txt").split(separator: "\n").map { String($0.dropFirst(66)) }
    let files = try FileManager.default.contentsOfDirectory(atPath: folder("out"))
    #expect(Set(listed) == Set(files).subtracting(["checksums.txt", "run.json"]))
  }
}
