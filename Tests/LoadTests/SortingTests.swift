import Records
import Testing

@testable import Load

/// Rows sort by region, place, indicator, measure, breakdown, status, unit and period; those of one figure by what makes
/// them better.
@Suite struct SortingTests {
  static func key(_ change: (inout ObservationRow) -> Void) -> ResourceRow {
    var row = Examples.row(of: Examples.farmland)
    change(&row)
    return Resource.observations.encode(row)
  }

  @Test func eachColumnDecidesWhereThoseBeforeItAreEqual() {
    let rising = [
      Self.key { $0.observation.regionCode = nil }, Self.key { $0.observation.indicatorID = "arable" },
      Self.key { _ in },
      Self.key { $0.observation.period = Period(years: 2021...2022) },
      Self.key { $0.observation.period = Period(year: 2022) }, Self.key { $0.observation.statusNote = .norm },
      Self.key { $0.observation.quantity.standardUnit = "mu" }, Self.key { $0.observation.status = .target },
      Self.key { $0.observation.breakdown = "age=35岁以下" },
      Self.key { $0.observation.measure = .share },
      Self.key { $0.observation.indicatorID = nil }, Self.key { $0.observation.place = "闵孝镇" },
      Self.key { $0.observation.regionCode = "520622" },
    ]
    #expect(rising.shuffled().sorted() == rising)
  }

  @Test func ofOneFigureTheBetterRowComesFirst() {
    let rising = [
      Self.key { $0.tier = .statistics }, Self.key { $0.tier = .government },
      Self.key { $0.published = Day(2022, 6, 30) },
      Self.key {
        ($0.observation.surface, $0.observation.quantity.value) = ("12.34万亩", Examples.decimal("123400"))
      },
      Self.key { $0.observation.documentID = "00" }, Self.key { _ in },
      Self.key { $0.observation.span = ScalarSpan(7, 12) },
      Self.key { $0.published = nil }, Self.key { $0.tier = nil },
      Self.key {
        $0.tier = .statistics
        $0.observation.quantity.relation = .greater
      },
    ]
    #expect(rising.shuffled().sorted() == rising)
    #expect(rising.allSatisfy { $0.isGrouped(with: rising[0]) })
  }

  @Test func rowsThatCannotBeComparedAreInNoGroup() {
    for row in [
      Self.key { $0.observation.regionCode = nil }, Self.key { $0.observation.indicatorID = nil },
      Self.key { $0.observation.period = nil },
    ] {
      #expect(row.groupLength == 0 && !row.isGrouped(with: row))
    }
  }

  @Test func noTwoRowsAreEqual() {
    #expect(Self.key { _ in }.key != Self.key { $0.observation.id = "a1b3" }.key)
    #expect(Self.key { _ in }.key != Self.key { $0.observation.span = ScalarSpan(6, 13) }.key)
  }
}
