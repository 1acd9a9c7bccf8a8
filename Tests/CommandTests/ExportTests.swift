import Foundation
import TestSupport
import Testing

/// Sets for other tools, made of a run without running it again. The figures are invented.
@Suite struct ExportTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      "pages/a.html",
      SourcesComparedTests.page(
        "江口县统计公报", "2022-03-01", "2021年，江口县粮食产量12.34万吨，茶园面积16.1万亩。2020年，江口县粮食产量11.8万吨。"))
    try folder.write(
      "pages/b.html", SourcesComparedTests.page("罗甸县统计公报", "2022-03-02", "2021年，罗甸县粮食产量9.5万吨。"))
    try folder.write("pipeline.json", #"{ "sources": [{ "name": "pages", "folder": "pages" }] }"#)
    #expect(try run("run", "--quiet").status == 0)
  }

  private func run(_ arguments: String...) throws -> Command.Result {
    try Command.run(arguments, in: folder.path)
  }

  private func texts(_ file: String) throws -> [Substring] {
    try folder.read(file).split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false)[19]
    }
  }

  @Test func withoutAConditionAllRowsComeOver() throws {
    #expect(try run("export", "out", "--csvw", "--output", "copy").status == 0)
    for file in ["observations.csv", "documents.csv", "regions.csv", "observations.csv-metadata.json"] {
      #expect(try folder.read("copy/\(file)") == folder.read("out/\(file)"), "\(file)")
    }
    #expect(!FileManager.default.fileExists(atPath: folder("copy/panel.csv")))
  }

  @Test(arguments: [
    (["region=520621"], ["11.8万吨", "12.34万吨", "16.1万亩"]), (["region=522700"], ["9.5万吨"]),
    (["region=520000", "indicator=tea_area"], ["16.1万亩"]), (["period=2020"], ["11.8万吨"]),
    (["period=2019/2020", "period=2021", "indicator=grain_output", "region=520621"], ["11.8万吨", "12.34万吨"]),
  ])
  func conditionsChooseRows(_ conditions: [String], _ expected: [String]) throws {
    let options = conditions.flatMap { ["--where", $0] }
    let result = try Command.run(["export", "out", "--output", "some"] + options, in: folder.path)
    #expect(result.status == 0, "\(result.errors)")
    #expect(try texts("some/observations.csv").map(String.init).sorted() == expected.sorted())
  }

  @Test func theWideTableHasTheRowsThatAreLeft() throws {
    #expect(
      try run("export", "out", "--wide", "--where", "indicator=grain_output", "--output", "wide").status == 0)
    let lines = try folder.read("wide/panel.csv").split(separator: "\n")
    #expect(lines[0].hasSuffix(",freq,grain_output"))
    #expect(
      lines.dropFirst().map { String($0.split(separator: ",").last ?? "") } == [
        "118000000", "123400000", "95000000",
      ])
    #expect(try folder.read("wide/datapackage.json").contains(#""path": "panel.csv""#))
  }

  /// What the user's tables say of an indicator, its unit among it, holds for tables that are made of a run as well.
  @Test func theTablesOfTheRunAreKnown() throws {
    try folder.write(
      "mine.tsv",
      "id\tname\tvariants\tweak\tname_en\tdimension\tunits\trange_unit\ttypical_min\ttypical_max\thard_min\thard_max\tkind\tcategory\tnote\n"
        + "roxburgh_rose_area\t刺梨面积\t\t\tArea of Roxburgh rose\tarea\tmu\tmu\t\t\t\t\tstock\tagriculture\t\n")
    try folder.write(
      "pages/c.html",
      SourcesComparedTests.page("江口县刺梨产业", "2022-03-03", "2021年，江口县刺梨面积3.2万亩。"))
    try folder.write(
      "pipeline.json",
      #"{ "vocabulary": { "indicators": "mine.tsv" }, "sources": [{ "name": "pages", "folder": "pages" }] }"#)
    let result = try run("run", "--quiet")
    #expect(result.status == 0, "\(result.errors)")
    #expect(try folder.read("out/panel.csv").split(separator: "\n")[0].contains("roxburgh_rose_area"))
    let config = ["--config", "pipeline.json"]
    for arguments in [
      ["export", "out", "--wide", "--output", "new"], ["load", "out/observations.jsonl", "--output", "new"],
    ] {
      let result = try Command.run(arguments + config, in: folder.path)
      #expect(result.status == 0, "\(result.errors)")
      #expect(try folder.read("new/panel.csv") == folder.read("out/panel.csv"))
      #expect(try folder.read("new/indicators.csv") == folder.read("out/indicators.csv"))
      #expect(try folder.read("new/datapackage.json").contains("Area of Roxburgh rose 刺梨面积"))
    }
    let wrong = try run("load", "out/observations.jsonl", "--output", "new", "--config", "none.json")
    #expect(wrong.status == 66 || wrong.status == 78, "\(wrong.status)")
    #expect(wrong.errors.contains("none.json"), "\(wrong.errors)")
  }

  @Test func aDatabaseHasTheTablesAndASearch() throws {
    #expect(try run("export", "out", "--sqlite", "--excel", "--output", "db").status == 0)
    #expect(
      try Data(contentsOf: URL(filePath: folder("db/xianzhi.sqlite"))).starts(
        with: Array("SQLite format 3\0".utf8)))
    #expect(try folder.read("db/checksums.txt").contains("  xianzhi.sqlite\n"))
    let copy = try Data(contentsOf: URL(filePath: folder("db/excel/observations.csv")))
    #expect(copy.starts(with: [0xEF, 0xBB, 0xBF]) && copy.suffix(2) == Data("\r\n".utf8))
  }

  @Test func aRunWritesCopiesWhereItIsAsked() throws {
    #expect(try run("run", "--quiet", "--sqlite").status == 0)
    #expect(
      FileManager.default.fileExists(atPath: folder("out/xianzhi.sqlite")), "other copies are another set")
    try folder.write(
      "pipeline.json",
      #"{ "output": { "excel": true }, "sources": [{ "name": "pages", "folder": "pages" }] }"#)
    #expect(try run("run", "--quiet").status == 0)
    #expect(!FileManager.default.fileExists(atPath: folder("out/xianzhi.sqlite")))
    #expect(FileManager.default.fileExists(atPath: folder("out/excel/panel.csv")))
  }

  @Test(arguments: ["out", "./out", "/out", "target"])
  func whatIsReadIsNotWrittenOver(_ output: String) throws {
    let target = try FileManager.default.destinationOfSymbolicLink(atPath: folder("out"))
    let observations = try folder.read("out/observations.csv")
    let path = output == "target" ? target : output == "/out" ? folder("out") : output
    #expect(try run("export", "out", "--where", "period=2020", "--output", path).status == 73)
    // Nor is the set behind the link, which a new one would replace.
    #expect(try run("export", target, "--output", "out").status == 73)
    #expect(try folder.read("out/observations.csv") == observations)
    #expect(try folder.read("out/run.json").isEmpty == false)
  }

  @Test(arguments: [
    (["export", "pages", "--output", "x"], 66, "pages: holds no datasets of xianzhi"),
    (
      ["export", "out", "--output", "x", "--where", "county=1"], 64,
      "--where: expected region=520600, indicator=gdp or period=2019/2022, found \"county=1\""
    ),
    (
      ["export", "out", "--output", "x", "--where", "indicator=tea_aera"], 64,
      "--where: no indicator has the id tea_aera"
    ),
    (
      ["export", "out", "--output", "x", "--where", "region=992600"], 64,
      "--where: no region has the code 992600"
    ),
    (["export", "out", "--output", "x", "--where", "period=2021-13"], 64, "found \"period=2021-13\""),
    (["export", "out", "--output", "pages"], 73, "pages: is no output of xianzhi"),
    (["diff", "out", "pages"], 66, "pages: holds no datasets of xianzhi"),
  ])
  func badInputIsNamed(_ arguments: [String], _ status: Int, _ message: String) throws {
    let result = try Command.run(arguments, in: folder.path)
    #expect(Int(result.status) == status)
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder("x")))
  }
}
