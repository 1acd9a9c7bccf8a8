import Foundation
import TestSupport
import Testing

/// What is said of two runs. The figures are invented.
@Suite struct DiffTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try write("a", "2021年，江口县粮食产量12.34万吨，茶园面积16.1万亩。")
    try write("b", "2021年，江口县红心猕猴桃园面积20万亩。")
    try configure()
    #expect(try run("run", "--quiet", "--output", "old").status == 0)
  }

  private func configure(_ rest: String = "") throws {
    try folder.write("pipeline.json", #"{ \#(rest) "sources": [{ "name": "pages", "folder": "pages" }] }"#)
  }

  private func write(_ name: String, _ sentence: String) throws {
    try folder.write(
      "pages/\(name).html", SourcesComparedTests.page("江口县第\(name)号公报", "2022-03-01", sentence))
  }

  private func run(_ arguments: String...) throws -> Command.Result {
    try Command.run(arguments, in: folder.path)
  }

  private func diff(_ format: String = "table") throws -> Command.Result {
    #expect(try run("run", "--quiet", "--output", "new").status == 0)
    return try run("diff", "old", "new", "--format", format)
  }

  @Test func theSameIsNothing() throws {
    let result = try diff()
    #expect(result.status == 0 && result.output == "the same\n" && result.errors == "")
    #expect(try diff("csv").output.split(separator: "\n").count == 1)
    #expect(try diff("json").output == "")
  }

  @Test func aPageThatHasChangedIsComparedByItsFigures() throws {
    try write("a", "据统计，2021年，江口县粮食产量12.35万吨。")
    let result = try diff()
    #expect(result.status == 1 && result.errors == "")
    let lines = result.output.split(separator: "\n")
    #expect(
      lines.contains {
        $0.hasPrefix("~ pages/a.html: 520621 粮食产量 level 2021 12.35万吨: value 123400 → 123500")
          && $0.hasSuffix("(page changed)")
      }, "\(result.output)")
    #expect(
      lines.contains { $0.hasPrefix("- pages/a.html: 520621 茶园面积") && $0.hasSuffix("(page changed)") },
      "\(result.output)")
    #expect(lines.suffix(2) == ["1 changed, page changed", "1 gone, page changed"])
  }

  @Test func pagesComeAndGo() throws {
    try write("c", "2021年，江口县水产品产量300吨。")
    try FileManager.default.removeItem(atPath: folder("pages/b.html"))
    let lines = try diff().output.split(separator: "\n")
    #expect(lines.suffix(2) == ["1 gone, page removed", "1 new, page added"], "\(lines)")
  }

  @Test func aCorrectionIsSaid() throws {
    try folder.write(
      "corrections.tsv",
      "locator\taction\tvalue\texpect\treason\twho\nsource=pages/b.html\tscale\t10\ttext=20万亩\ta digit is missing\tWang\n"
    )
    try configure(#""corrections": "corrections.tsv","#)
    let result = try diff("json")
    #expect(result.status == 1)
    let lines = result.output.split(separator: "\n")
    #expect(
      lines.count == 1 && lines[0].contains(#""cause":"correction""#)
        && lines[0].contains(#""value":["200000","2000000"]"#), "\(result.output)")
  }

  @Test func whatNobodyKnowsIsUnknown() throws {
    try write("b", "2021年，江口县红心猕猴桃园面积20万亩。")
    #expect(try run("export", "old", "--where", "indicator=tea_area", "--output", "part").status == 0)
    #expect(try run("run", "--quiet", "--output", "new").status == 0)
    for (old, new, kind) in [("part", "new", "new"), ("new", "part", "gone")] {
      let lines = try run("diff", old, new).output.split(separator: "\n")
      #expect(lines.last?.hasSuffix(" \(kind), unknown") == true, "\(lines)")
    }
  }

  @Test func aTableOfTheVocabularyIsSaid() throws {
    try folder.write(
      "indicators.tsv",
      "id\tname\tvariants\tweak\tname_en\tdimension\tunits\trange_unit\ttypical_min\ttypical_max\thard_min\thard_max\tkind\tcategory\tnote\n"
        + "kiwi_orchards\t红心猕猴桃园面积\t\t\tKiwi orchards\tarea\tmu\tmu\t\t\t\t\tstock\tland\t\n")
    try configure(#""vocabulary": { "indicators": "indicators.tsv" },"#)
    let result = try diff("csv")
    #expect(result.status == 1)
    #expect(
      result.output.contains(",indicator_id,,kiwi_orchards\n")
        && result.output.split(separator: "\n").dropFirst().allSatisfy {
          $0.hasPrefix("changed,table changed,pages/b.html,")
        },
      "\(result.output)")
  }
}
