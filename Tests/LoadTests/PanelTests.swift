import Records
import Testing
import Vocabulary

@testable import Load

/// Wide tables: one row a region and period, one column an indicator. The figures are invented.
@Suite struct PanelTests {
  static func level(
    _ indicator: String, _ value: String, year: Int = 2021, _ change: (inout Observation) -> Void = { _ in }
  ) -> ObservationRow {
    var row = FigureJudgeTests.row("a", "\(value)元", value)
    row.observation.id = "\(indicator)-\(value)-\(year)"
    row.observation.indicatorID = indicator
    row.observation.period = Period(year: year)
    row.observation.regionName = "江口县"
    change(&row.observation)
    return row
  }

  static func records(_ rows: [ObservationRow], isGrowth: Bool = false, limit: Int = 500) throws -> [String:
    String]
  {
    let vocabulary = try Vocabulary.builtIn()
    var judge = FigureJudge(reprints: Reprints())
    let cells = rows.map(Resource.observations.encode).shuffled().sorted().compactMap {
      judge.judge($0).panelCell
    }
    .filter { $0.isGrowth == isGrowth && PanelUnits(vocabulary).accepts($0) }
    var tables = PanelTable.tables(
      isGrowth: isGrowth, indicators: Set(cells.map(\.indicatorID)), vocabulary: vocabulary, limit: limit)
    var files: [String: String] = [:]
    for index in tables.indices {
      var bytes = tables[index].header
      for row in cells.map(\.row).sorted() { bytes += tables[index].take(row) ?? [] }
      bytes += tables[index].finish() ?? []
      files[tables[index].path] = String(decoding: bytes, as: UTF8.self)
    }
    return files
  }

  @Test func aRowARegionAndPeriod() throws {
    let files = try Self.records([
      Self.level("gdp", "16100000000"), Self.level("fai", "900"),
      Self.level("gdp", "17000000000", year: 2022),
    ])
    #expect(
      files == [
        "panel.csv": """
        region_code,region_name,region_level,period,period_start,period_end,freq,fai,gdp
        520621,江口县,,2021,2021-01-01,2021-12-31,A,900,16100000000
        520621,江口县,,2022,2022-01-01,2022-12-31,A,,17000000000

        """
      ])
  }

  @Test func onlyWhatCameAboutInTheWholeRegion() throws {
    let rows = [
      Self.level("gdp", "1") { $0.place = "闵孝镇" }, Self.level("gdp", "2") { $0.breakdown = "sex=男" },
      Self.level("gdp", "3") { $0.status = .target }, Self.level("gdp", "4") { $0.statusNote = .capacity },
      Self.level("gdp", "5") { $0.measure = .rank },
      Self.level("gdp", "6") { $0.quantity.relation = .greater },
      Self.level("gdp", "7") { $0.quantity.standardUnit = "person" },
      Self.level("gdp", "8") { $0.period = nil },
    ]
    #expect(try Self.records(rows)["panel.csv"]?.split(separator: "\n").count == 1, "the header alone")
  }

  @Test func growthHasATableOfItsOwn() throws {
    let rate = Self.level("gdp", "0.085") { observation in
      observation.measure = .changeRate
      observation.quantity.standardUnit = "1"
    }
    #expect(try Self.records([rate], isGrowth: true)["growth.csv"]?.hasSuffix("2021-12-31,A,0.085\n") == true)
    #expect(try Self.records([rate])["panel.csv"]?.split(separator: "\n").count == 1)
  }

  @Test func tooManyColumnsAreDealtOutByCategory() throws {
    let rows = [Self.level("gdp", "5"), Self.level("tea_area", "6") { $0.quantity.standardUnit = "m2" }]
    let files = try Self.records(rows, limit: 8)
    #expect(files.keys.sorted() == ["panel/agriculture.csv", "panel/national_accounts.csv"])
    #expect(files["panel/agriculture.csv"]?.hasSuffix("A,6\n") == true)
  }
}
