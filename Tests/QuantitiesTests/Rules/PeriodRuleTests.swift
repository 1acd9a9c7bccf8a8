import Records
import Testing

/// A test for each rule of Periods/.
@Suite struct PeriodRuleTests {
  @Test func year() throws {
    try expectPeriod("⟦2013年⟧增长", "2013", rule: "Year")
    try expectPeriod("⟦二〇一三年⟧增长", "2013", rule: "Year")
    try expectPeriod("⟦08年⟧建成", "2008", rule: "Year")
    try expectPeriod("⟦民国三年⟧", "1914", rule: "EraYear")
    try expectPeriod("⟦2004下半年⟧开工", "2004-H2", rule: "HalfYear")
    #expect(try Reading.annotate("建成15年来").periods.isEmpty)
  }

  @Test func parts() throws {
    try expectPeriod("⟦2021年上半年⟧", "2021-H1", rule: "HalfYear")
    try expectPeriod("⟦2021年前三季度⟧", "2021-01/2021-09", rule: "Quarter")
    try expectPeriod("⟦2021年1—9月⟧", "2021-01/2021-09", rule: "Month")
    try expectPeriod("⟦2021年6月30日⟧", "2021-06-30", rule: "DayOfMonth")
    try expectPeriod("⟦2021年3月上旬⟧", "2021-03-01/2021-03-10", rule: "TenDays")
    try expectPeriod("⟦2021年底⟧", "2021-12-31", rule: "PeriodEdge")
    try expectPeriod("⟦2020年三季度末⟧", "2020-09-30", rule: "PeriodEdge")
    try expectPeriod("⟦上半年末⟧存款", "2021-06-30", rule: "PeriodEdge")
  }

  @Test func writtenDate() throws {
    try expectPeriod("⟦2015-03-03⟧", "2015-03-03", rule: "WrittenDate")
    try expectPeriod("⟦2021/10⟧", "2021-10", rule: "WrittenDate")
    try expectPeriod("⟦2015.5.13⟧", "2015-05-13", rule: "WrittenDate")
    #expect(try Reading.annotate("版本2.2.1").periods.isEmpty)
  }

  @Test func planPeriod() throws {
    try expectPeriod("“⟦十四五”期间⟧", "2021/2025", rule: "PlanPeriod")
    try expectPeriod("“⟦十一五”末⟧", "2010-12-31", rule: "PlanPeriod")
    try expectPeriod("发展⟦第十四个五年规划⟧纲要", "2021/2025", rule: "PlanPeriod")
    try expectPeriod("⟦第七个五年计划期间⟧", "1986/1990", rule: "PlanPeriod")
    #expect(try Reading.annotate("印度第十二个五年计划", published: nil).periods.isEmpty)
    #expect(try Reading.annotate("有十五个村").periods.isEmpty)
    #expect(try Reading.annotate("第三个五年任期").periods.isEmpty)
  }

  @Test func decade() throws {
    try expectPeriod("⟦上世纪90年代⟧", "1990/1999", rule: "Decade")
    try expectPeriod("⟦二十世纪七十年代⟧", "1970/1979", rule: "Decade")
    try expectPeriod("⟦1990年代⟧", "1990/1999", rule: "Decade")
  }

  @Test func wholeYearBehindDigits() throws {
    try expectPeriod("⟦2017全年⟧完成投资", "2017", rule: "Year")
  }

  @Test func schoolYear() throws {
    try expectPeriod("⟦2021-2022学年⟧", "2021-09/2022-08", rule: "SchoolYear")
    try expectPeriod("⟦2018/19学年度⟧", "2018-09/2019-08", rule: "SchoolYear")
    try expectPeriod("⟦2021学年⟧", "2021-09/2022-08", rule: "SchoolYear")
    try expectNone("2018/19学年")
    #expect(try Reading.annotate("本世纪初", published: Day(iso: "2022-06-29")).periods.isEmpty)
  }

  @Test func fiscalYear() throws {
    try expectPeriod("⟦2013财政年度⟧", "2013", rule: "FiscalYear")
    try expectPeriod("⟦2013年财政年度⟧", "2013", rule: "FiscalYear")
    // Firms and other countries begin it in other months.
    for text in ["2013财年", "2013年财年营收"] {
      #expect(try Reading.annotate(text, published: Day(iso: "2022-06-29")).periods.isEmpty, "\(text)")
    }
    try expectNone("2013财年")
  }

  @Test func relativeTime() throws {
    try expectPeriod("⟦去年⟧", "2021", rule: "RelativeYear")
    try expectPeriod("⟦本月⟧", "2022-06", rule: "RelativeMonth")
    try expectPeriod("⟦上季度⟧", "2022-Q1", rule: "RelativeMonth")
    try expectPeriod("⟦昨日⟧", "2022-06-28", rule: "RelativeDay")
    try expectPeriod("⟦近五年⟧", "2017-06-30/2022-06-29", rule: "RollingSpan")
    try expectPeriod("比⟦上年同期⟧增长", "2021", rule: "SamePeriod")
    #expect(try Reading.annotate("去年增长").periods.isEmpty, "the day of publication is not known")
    #expect(try Reading.annotate("《光明日报》", published: Day(2022, 6, 29)).periods.isEmpty)
  }

  @Test func lunarDate() throws {
    try expectPeriod("⟦农历八月十五⟧举办灯会", "2022-09-10", rule: "LunarDate")
    try expectPeriod("⟦正月初一⟧开放", "2022-02-01", rule: "LunarDate")
    try expectPeriod("⟦2021年春节⟧", "2021-02-12", rule: "LunarDate")
    try expectPeriod("⟦2020年闰四月⟧", "2020-05-23/2020-06-20", rule: "LunarDate")
    try expectPeriod("⟦2004年八月十五⟧", "2004-08-15", rule: "DayOfMonth")
    #expect(try Reading.annotate("春节期间", published: Day(2022, 6, 29)).periods.isEmpty)
  }

  /// First days of Chinese years, from the published calendars of those years.
  @Test(arguments: [
    (1949, "1949-01-29"), (1985, "1985-02-20"), (2000, "2000-02-05"), (2023, "2023-01-22"),
    (2033, "2033-01-31"),
  ]) func lunarNewYear(_ year: Int, _ day: String) throws {
    try expectPeriod("⟦\(year)年春节⟧", day, rule: "LunarDate")
  }

  @Test func dayAlone() throws {
    try expectPeriod("⟦27日⟧，召开会议", "2022-06-27", rule: "DayAlone")
    try expectPeriod("⟦30日⟧，召开会议", "2022-05-30", rule: "DayAlone")
    #expect(try Reading.annotate("30日内办结", published: Day(2022, 6, 29)).periods.isEmpty)
  }

  @Test func ranges() throws {
    try expectPeriod("⟦2019—2020年⟧", "2019/2020", rule: "PeriodRange")
    try expectPeriod("⟦2013年9月到去年4月⟧", "2013-09/2021-04", rule: "PeriodRange")
    try expectPeriod("⟦8月11日至9月2日⟧", "2021-08-11/2021-09-02", rule: "PeriodRange")
  }

  @Test func inheritedYear() throws {
    let text = "2021年1—2月、1—3月分别增长"
    let periods = try Reading.annotate(text, published: Day(2022, 6, 29)).periods
    #expect(periods.map(\.period.label) == ["2021-01/2021-02", "2021-Q1"])
    #expect(periods.map(\.basis) == [.stated, .inherited])
    let quarters = try Reading.annotate("其中一、二季度增长", published: Day(2022, 6, 29)).periods
    #expect(quarters.map(\.period.label) == ["2022-Q1", "2022-Q2"])
    #expect(
      try Reading.annotate("一、二月份工作", published: Day(2022, 6, 29)).periods.map(\.period.label) == ["2022-02"])
  }

  @Test func anchoredYear() throws {
    for (text, label) in [
      ("2005年建厂，次年投产", "2006"), ("2005年建厂。翌年底投产", "2006-12-31"), ("2005年建厂，当年投产", "2005"),
    ] {
      let period = try #require(Reading.annotate(text, published: Day(2022, 6, 29)).periods.last)
      #expect(period.period.label == label, "\(text)")
      #expect(period.basis == .inherited, "\(text)")
    }
    for (text, label) in [
      ("2005年建厂。当年投产", "2022"), ("2005年建厂，每次年检", "2005"), ("2005年建厂\n次年投产", "2005"),
      ("产量比2010年增长5%，当年投产", "2022"),
    ] {
      let period = try Reading.annotate(text, published: Day(2022, 6, 29)).periods.last
      #expect(period?.period.label == label, "\(text)")
    }
  }

  @Test func theLastQuarterInAListOfOthers() throws {
    #expect(try Reading.annotate("其中四、五季度", published: Day(2022, 6, 29)).periods.isEmpty)
  }

  @Test func since() throws {
    try expectPeriod("⟦2016年以来⟧累计投入", "2016-01-01/2022-06-29", rule: "Since")
    try expectPeriod("⟦2016年⟧以来累计投入", "2016", published: nil, rule: "Year")
  }

  @Test func asOf() throws {
    try expectPeriod("⟦截至2021年6月底⟧", "2021-06-30", rule: "AsOf")
    #expect(try Reading.annotate("截至2021年6月底").periods.first?.isInstant == true)
  }

  @Test func monthsWithoutAYearAreOfThePast() throws {
    try expectPeriod("⟦12月8日⟧", "2021-12-08", rule: "DayOfMonth")
    try expectPeriod("⟦3月份⟧", "2022-03", rule: "Month")
    #expect(try Reading.annotate("3月份产量", published: nil).periods.isEmpty)
  }
}
