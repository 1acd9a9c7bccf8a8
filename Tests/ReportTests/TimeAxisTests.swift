import Records
import Testing

@testable import Report

@Suite struct TimeAxisTests {
  /// Every day follows the one before, over leap years and centuries.
  @Test func daysFollowEachOther() throws {
    for year in [1899, 1900, 1999, 2000, 2003, 2004, 2100] {
      var number = TimeAxis.number(of: try #require(Day(year, 1, 1))) - 1
      for month in 1...12 {
        for day in 1...Day.lastDay(year, month) {
          number += 1
          #expect(TimeAxis.number(of: try #require(Day(year, month, day))) == number)
        }
      }
      #expect(TimeAxis.number(of: try #require(Day(year + 1, 1, 1))) == number + 1)
    }
  }

  @Test func endsLieAtTheEnds() throws {
    let days = try [2019, 2021, 2023].map { try #require(Day($0, 12, 31)) }
    let axis = try #require(TimeAxis(over: days))
    // 731 of 1461 days: 2020 has one more.
    #expect(days.map { axis.place(of: $0, in: 1461) } == [0, 731, 1461])
    #expect(TimeAxis(over: []) == nil)
    #expect(TimeAxis(over: [days[0]])?.place(of: days[0], in: 100) == 50)
  }
}
