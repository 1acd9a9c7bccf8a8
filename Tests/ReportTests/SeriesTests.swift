import Records
import Testing

@testable import Report

/// Which figures a line leads through, and which are not drawn at all.
@Suite struct SeriesTests {
  private func charts(_ figures: [Figure]) throws -> [Templates.Content] {
    Series(figures, try Terms(try Templates().assets["terms.tsv"] ?? [])).charts()
  }

  private func dots(_ chart: Templates.Content?) -> [String] {
    (chart?["dots"] as? [Templates.Content] ?? []).map { "\($0["style"] ?? "") \($0["label"] ?? "")" }
  }

  /// How many corners each line has.
  private func corners(_ chart: Templates.Content?, _ name: String) -> [Int] {
    (chart?[name] as? [Templates.Content] ?? []).map { "\($0["corners"] ?? "")".split(separator: " ").count }
  }

  private func level(_ id: String, _ year: Int, _ value: String, _ changes: [String: String] = [:]) -> Figure
  {
    Example.figure(id, year, ["value": value, "text": value].merging(changes) { $1 })
  }

  @Test func goalsStandBesideWhatCame() throws {
    let chart = try charts([
      level("1", 2020, "7"), level("2", 2021, "8"), level("3", 2022, "9", ["status": "target"]),
    ]).first
    #expect(dots(chart).map { $0.prefix(4) } == ["fact", "fact", "goal"])
    #expect(dots(chart).last?.contains("2022: 9 · 目标 target · 江口县2021年统计公报 · 2022-04-01") == true)
    #expect(corners(chart, "facts") == [2])
    #expect(corners(chart, "goals") == [])
  }

  /// Of several figures of one time the line has one: the preferred one, else the nearer source's, else the later print's.
  @Test func theLineHasOneFigureForEachTime() throws {
    let columns = TableColumns(Example.header + ["preferred", "tier"])
    func figure(_ id: String, _ value: String, _ preferred: String, _ tier: String) -> Figure {
      let row = level(id, 2021, value).row
      return Figure(TableRow(columns, row.cells + [preferred, tier]), of: Example.note)
    }
    let early = level("0", 2020, "5")
    let told = try charts([early, figure("1", "8", "false", "statistics"), figure("2", "9", "true", "media")])
      .first
    #expect(dots(told).map { String($0.prefix(13)) } == ["fact 2020: 5 ", "other 2021: 8", "fact 2021: 9 "])
    let untold = try charts([early, figure("1", "9", "", "media"), figure("2", "8", "", "statistics")]).first
    #expect(
      dots(untold).map { String($0.prefix(13)) } == ["fact 2020: 5 ", "fact 2021: 8 ", "other 2021: 9"])
  }

  @Test func unitsArePrintedOrConverted() throws {
    let same = try charts([level("1", 2020, "7"), level("2", 2021, "8")]).first
    #expect(same?["unit"] as? String == "元")
    let mixed = try charts([level("1", 2020, "7"), level("2", 2021, "8", ["unit": "美元"])]).first
    #expect(mixed?["unit"] as? String == "CNY")
  }

  @Test func whatIsNoLineIsNotDrawn() throws {
    #expect(try charts([level("1", 2021, "7")]).isEmpty, "one time")
    #expect(try charts([level("1", 2021, "7"), level("2", 2021, "8")]).isEmpty, "one time, twice")
    #expect(try charts([level("1", 2020, "7"), level("2", 2021, "8", ["place": "双江街道"])]).isEmpty, "a part")
    #expect(try charts([level("1", 2020, ""), level("2", 2021, "")]).isEmpty, "ranges")
    let month = ["period": "2021-03", "period_start": "2021-03-01", "period_end": "2021-03-31"]
    #expect(try charts([level("1", 2020, "7"), level("2", 2021, "8", month)]).isEmpty, "a year and a month")
    #expect(
      try charts([level("1", 2020, "7"), level("2", 2021, "1" + String(repeating: "0", count: 36))]).isEmpty,
      "far apart")
  }

  /// Nothing is said of a year that has no figure.
  @Test func linesEndBeforeGaps() throws {
    let years = [2015, 2016, 2018, 2019, 2020, 2022]
    let chart = try charts(years.map { level("\($0)", $0, "\($0 - 2000)") }).first
    #expect(dots(chart).count == 6)
    #expect(corners(chart, "facts") == [2, 3])
    let ends = [2015, 2018].map { year in
      level(
        "\(year)", year, "\(year)",
        ["period": "\(year)-12-31", "period_start": "\(year)-12-31", "period_end": "\(year)-12-31"])
    }
    #expect(corners(try charts(ends).first, "facts") == [2])
  }

  @Test func growthStandsBesideLevels() throws {
    let rate = ["measure": "change_rate", "unit": "%"]
    let charts = try charts([
      level("1", 2020, "7"), level("2", 2021, "8"), level("3", 2020, "-1.5", rate),
      level("4", 2021, "6", rate),
    ])
    #expect(charts.count == 2)
    #expect(charts.last?["zero"] is Templates.Content)
    #expect(dots(charts.last).count == 2)
  }
}
