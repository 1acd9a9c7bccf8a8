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
    .filter { $0.isGrowth == isGrowth && PanelUnits(vocabulary).row(of: $0) != nil }
    var tables = PanelTable.tables(
      isGrowth: isGrowth, indicators: Set(cells.map(\.indicatorID)), vocabulary: vocabulary, limit: limit)
    var files: [String: String] = [:]
    for index in tables.indices {
      var bytes = tables[index].header
      for row in cells.compactMap(PanelUnits(vocabulary).row(of:)).sorted() {
        bytes += tables[index].take(row) ?? []
      }
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

  static func count(
    _ indicator: String, _ value: String, _ unit: String, tier: Tier = .government, day: Int = 1
  ) -> ObservationRow {
    var row = level(indicator, value) { $0.quantity.standardUnit = unit }
    (row.tier, row.published) = (tier, Day(2022, 3, day))
    return row
  }

  @Test(arguments: [
    // Persons, not the households beside them, whatever tier says so.
    (
      [
        count("poverty_pop_left", "2045", "person"),
        count("poverty_pop_left", "524", "household", tier: .statistics),
      ], "2045"
    ),
    ([count("poverty_pop_left", "524", "household")], nil),
    // A measure word that the indicator does not list.
    (
      [count("nine_year_schools", "12", "所"), count("nine_year_schools", "99", "个", tier: .statistics)], "12"
    ),
    // Its own measure word goes before another that it lists.
    ([count("hospitals", "7", "个"), count("hospitals", "6", "家", tier: .statistics, day: 2)], "7"),
  ])
  func aColumnCountsOneThing(_ rows: [ObservationRow], _ expected: String?) throws {
    let lines = try #require(Self.records(rows)["panel.csv"]).split(separator: "\n").dropFirst()
    #expect(lines.map { String($0.split(separator: ",").last ?? "") } == (expected.map { [$0] } ?? []))
  }

  @Test func ofUnitsThatNobodyRanksTheBetterTierThenTheLaterDate() throws {
    func kept(_ rows: ObservationRow...) throws -> String? {
      try Self.records(rows)["panel.csv"]?.split(separator: "\n").last?.split(separator: ",").last.map(
        String.init)
    }
    let old = Self.count("own_indicator", "1", "个"), new = Self.count("own_indicator", "2", "家", day: 2)
    #expect(try kept(old, new) == "2")
    #expect(try kept(old, new, Self.count("own_indicator", "3", "座", tier: .statistics)) == "3")
  }

  @Test func tooManyColumnsAreDealtOutByCategory() throws {
    let rows = [Self.level("gdp", "5"), Self.level("tea_area", "6") { $0.quantity.standardUnit = "m2" }]
    let files = try Self.records(rows, limit: 8)
    #expect(files.keys.sorted() == ["panel/agriculture.csv", "panel/national_accounts.csv"])
    #expect(files["panel/agriculture.csv"]?.hasSuffix("A,6\n") == true)
  }
}
