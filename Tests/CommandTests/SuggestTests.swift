import Foundation
import TestSupport
import Testing

/// What the vocabulary has no indicator for, listed for who keeps a table of indicators.
@Suite struct SuggestTests {
  static func page(_ name: String, _ tea: String) -> String {
    """
    <html><head><meta charset="utf-8"><title>江口县\(name)简讯</title></head><body><div id="zoom">
    <p>2021年，江口县\(tea)。全县粮食产量12.5万吨，\(name)组群众参与积极性明显提高，示范带动作用逐步显现。</p></div></body></html>
    """
  }

  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("pages/a.html", Self.page("甲", "建成抹茶晾青棚12座"))
    try folder.write("pages/b.html", Self.page("乙", "建成抹茶晾青棚30座，建成抹茶晾青棚5座"))
    try folder.write("pages/c.html", Self.page("丙", "建成候鸟观测屋7处"))
    try folder.write(
      "pipeline.json", #"{ "sources": [{ "name": "pages", "folder": "pages", "region": "520621" }] }"#)
  }

  private func run(_ arguments: [String], input: String = "") throws -> Command.Result {
    try Command.run(arguments, input: input, in: folder.path)
  }

  @Test func listsTheCommonestFirst() throws {
    #expect(try run(["run", "--quiet"]).status == 0)
    let text = try run(["suggest", "--least", "1", "out"])
    #expect(text.status == 0, "\(text.errors)")
    let lines = text.output.split(separator: "\n").filter { !$0.hasPrefix("\t") }
    #expect(lines == ["3\t抹茶晾青棚\tin 2 documents, 座", "1\t候鸟观测屋\tin 1 documents, 处"], "\(text.output)")
    #expect(text.output.contains("\t12座: 2021年，江口县建成抹茶晾青棚12座。\n"))
    #expect(try run(["suggest", "out"]).output.contains("候鸟") == false, "twice at least")
    #expect(try run(["suggest", "--least", "1", "--limit", "1", "out"]).output.contains("候鸟") == false)
    // A file and standard input hold the same.
    let json = try run(["suggest", "--format", "json", "out/observations.jsonl"])
    #expect(
      json.output.hasPrefix(
        #"{"indicator":"抹茶晾青棚","count":3,"documents":2,"units":{"座":3},"measures":{"level":3},"examples":[{"document_id":""#
      ),
      "\(json.output)")
    let observations = try folder.read("out/observations.jsonl")
    #expect(try run(["suggest", "--format", "json"], input: observations).output == json.output)
    let backwards = observations.split(separator: "\n").reversed().joined(separator: "\n")
    #expect(try run(["suggest", "--format", "json"], input: backwards).output == json.output)
  }

  /// What is printed goes into a table as it is, and the next run knows the indicator.
  @Test func rowsAreReadyForATable() throws {
    #expect(try run(["run", "--quiet"]).status == 0)
    let rows = try run(["suggest", "--format", "tsv", "out"]).output
    let lines = rows.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(lines.count == 3 && lines[2] == [""], "\(rows)")
    let row = Dictionary(zip(lines[0], lines[1])) { first, _ in first }
    #expect(row["name"] == "抹茶晾青棚")
    #expect(row["units"] == "座")
    #expect(row["dimension"] == "count")
    #expect(row["kind"] == "stock")
    #expect(row["note"]?.hasPrefix("3 times in 2 documents: 2021年") == true)
    let id = try #require(row["id"])
    #expect(id.hasPrefix("x_") && id.utf8.count == 10)
    try folder.write("mine.tsv", rows)
    try folder.write(
      "pipeline.json",
      #"{ "vocabulary": { "indicators": "mine.tsv" }, "sources": [{ "name": "pages", "folder": "pages", "region": "520621" }] }"#
    )
    let second = try run(["run", "--quiet"])
    #expect(second.status == 0, "\(second.errors)")
    #expect(try run(["suggest", "--least", "1", "out"]).output.contains("抹茶") == false)
    #expect(try folder.read("out/observations.csv").contains(",\(id),抹茶晾青棚,"))
  }

  @Test func whatCannotBeReadIsSaid() throws {
    let missing = try run(["suggest", "pages"])
    #expect(missing.status == 66)
    #expect(
      missing.errors
        == "xianzhi: pages/observations.jsonl: is not there; output.formats of the run must have jsonl\n")
    #expect(try run(["suggest"], input: "[]\n").status == 65)
    #expect(try run(["suggest", "--least", "0"]).status == 64)
  }
}
