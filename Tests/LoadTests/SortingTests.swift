import Records
import Testing

@testable import Load

/// Rows sort by region, indicator, measure, breakdown, period, document and place in it.
@Suite struct SortingTests {
  static func key(_ change: (inout Observation) -> Void) -> ResourceRow {
    var row = Examples.farmland
    change(&row)
    return Resource.observations.encode(row)
  }

  @Test func eachColumnDecidesWhereThoseBeforeItAreEqual() {
    let base = Self.key { _ in }
    let rising = [
      Self.key { $0.regionCode = nil }, Self.key { $0.indicatorID = "arable" }, base,
      Self.key { $0.span = ScalarSpan(7, 12) }, Self.key { $0.documentID = "1" },
      Self.key { $0.period = Period(years: 2021...2022) },
      Self.key { $0.period = Period(year: 2022) }, Self.key { $0.breakdown = "age=35岁以下" },
      Self.key { $0.measure = .share },
      Self.key { $0.indicatorID = nil }, Self.key { $0.regionCode = "520622" },
    ]
    #expect(rising.shuffled().sorted() == rising)
  }

  @Test func noTwoRowsAreEqual() {
    #expect(Self.key { _ in }.key != Self.key { $0.id = "a1b3" }.key)
    #expect(Self.key { _ in }.key != Self.key { $0.span = ScalarSpan(6, 13) }.key)
  }
}
