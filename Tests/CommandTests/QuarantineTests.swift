import Foundation
import TestSupport
import Testing

/// Values that no county can have are kept out of the observations, with their sentence and the reason.
@Suite struct QuarantineTests {
  static let page = """
    <html><head><meta charset="utf-8"><title>江口县林业工作简讯</title></head><body><div id="zoom">
    <p>2021年，江口县森林覆盖率达到720%，粮食产量12.5万吨。</p>
    <p>各村按照计划推进产业发展，群众参与积极性明显提高，集体经济不断壮大，示范带动作用逐步显现。</p></div></body></html>
    """

  private func object(_ line: some StringProtocol) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(String(line).utf8)) as? [String: Any])
  }

  @Test func aRunKeepsThemApart() throws {
    let folder = try TemporaryFolder()
    try folder.write("pages/a.html", Self.page)
    try folder.write("pipeline.json", #"{ "sources": [{ "name": "pages", "folder": "pages" }] }"#)
    #expect(try Command.run(["run", "--quiet"], in: folder.path).status == 0)
    let observations = try folder.read("out/observations.jsonl").split(separator: "\n").map(object)
    #expect(observations.map { $0["text"] as? String } == ["12.5万吨"])
    let lines = try folder.read("out/quarantine.jsonl").split(separator: "\n").map(object)
    #expect(lines.count == 1)
    let row = try #require(lines.first)
    #expect(row["reason"] as? String == "\"720%\" of 森林覆盖率 is beyond what any county has")
    #expect(row["text"] as? String == "720%")
    #expect(row["sentence"] as? String == "2021年，江口县森林覆盖率达到720%，粮食产量12.5万吨。")
    #expect(row["start"] as? Int == 16 && row["end"] as? Int == 20)
    #expect(row["indicator_id"] as? String == "forest_coverage_rate")
    #expect(try folder.read("out/quarantine.csv").split(separator: "\n").count == 2)
    #expect(try folder.read("out/findings.csv").contains(",out_of_range,"), "the finding stays")
    let package = try folder.read("out/datapackage.json")
    #expect(
      package.contains(#""path": "quarantine.csv""#) && package.contains(#""path": "quarantine.jsonl""#))
    #expect(try folder.read("out/run.json").contains(#""quarantined": 1"#))
  }

  @Test func theFilterWritesThemWhereItIsAsked() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.html", Self.page)
    let document = try Command.run(["extract", "a.html"], in: folder.path).output
    let result = try Command.run(
      ["normalize", "--quarantine", "q.jsonl"], input: document, in: folder.path)
    #expect(result.status == 0, "\(result.errors)")
    #expect(!result.output.contains("720%\"") && result.output.contains("12.5万吨"))
    #expect(try folder.read("q.jsonl").contains(#""text":"720%""#))
  }

  /// Nothing is apart: the file is there and empty, and so is the table.
  @Test func nothingToKeepApart() throws {
    let folder = try TemporaryFolder()
    try folder.write("pages/a.html", ExitStatusTests.page)
    try folder.write(
      "pipeline.json",
      #"{ "output": { "formats": ["json"] }, "sources": [{ "name": "pages", "folder": "pages" }] }"#)
    #expect(try Command.run(["run", "--quiet"], in: folder.path).status == 0)
    #expect(try folder.read("out/quarantine.jsonl") == "")
    #expect(!FileManager.default.fileExists(atPath: folder("out/quarantine.csv")))
  }
}
