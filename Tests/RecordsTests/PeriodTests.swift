import Records
import Testing

@Suite struct PeriodTests {
  @Test(arguments: [
    ("2013-01-01", "2013-12-31", "2013"),
    ("2016-01-01", "2020-12-31", "2016/2020"),
    ("2013-01-01", "2013-06-30", "2013-H1"),
    ("2013-07-01", "2013-12-31", "2013-H2"),
    ("2013-01-01", "2013-03-31", "2013-Q1"),
    ("2013-10-01", "2013-12-31", "2013-Q4"),
    ("2013-06-01", "2013-06-30", "2013-06"),
    ("2013-01-01", "2013-09-30", "2013-01/2013-09"),
    ("2013-06-30", "2013-06-30", "2013-06-30"),
    ("2024-02-01", "2024-02-29", "2024-02"),
    ("2023-02-01", "2023-02-27", "2023-02-01/2023-02-27"),
    ("2012-03-01", "2014-02-28", "2012-03/2014-02"),
  ])
  func labelIsTheShortestExactOne(_ start: String, _ end: String, _ label: String) throws {
    let first = try #require(Day(iso: start))
    let last = try #require(Day(iso: end))
    #expect(try #require(Period(from: first, to: last)).label == label)
  }

  @Test(arguments: [
    "2022-02-30", "2022-13-01", "2022-6-1", "0000-01-01", "2022/06/29", "2100-02-29", "２０２２-06-29",
  ])
  func refusesDaysThatTheCalendarLacks(_ text: String) {
    #expect(Day(iso: text) == nil)
  }

  @Test func doesNotEndBeforeItStarts() throws {
    let day = try #require(Day(2022, 6, 29))
    let before = try #require(Day(2022, 6, 28))
    #expect(Period(from: day, to: before) == nil)
    #expect(Period(year: 2022, months: 11...13) == nil)
    #expect(Period(year: 0) == nil)
  }
}

@Suite struct ScalarCounterTests {
  @Test func countsScalarsNotBytesOrCharacters() {
    let text = "aé县👍🏽e\u{301}终"
    var counter = ScalarCounter(text)
    var (scalars, bytes) = (0, 0)
    for scalar in text.unicodeScalars {
      #expect(counter.scalars(before: bytes) == scalars)
      bytes += String(scalar).utf8.count
      scalars += 1
    }
    #expect(counter.scalars(before: bytes) == scalars)
    #expect(counter.span(ByteSpan(3, 6)) == ScalarSpan(2, 3), "going back starts again from the front")
  }
}

@Suite struct FaultTests {
  @Test func pointsAsFarAsItKnows() {
    #expect(
      Fault(file: "县.json", line: 3, column: 12, path: "sources[0].region", "expected a code").description
        == "县.json:3:12: sources[0].region: expected a code")
    #expect(Fault(file: "a.tsv", line: 3, "too many").description == "a.tsv:3: too many")
    #expect(Fault(file: "a.tsv", "is not there").description == "a.tsv: is not there")
  }
}
