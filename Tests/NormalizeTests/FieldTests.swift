import Normalize
import Records
import Testing

/// Fields that no corpus column holds: status note, breakdown, section, provenance.
@Suite struct FieldTests {
  private func first(_ text: String) throws -> Observation {
    try #require(RuleTests.statements(text).observations.last)
  }

  @Test(arguments: [
    ("初步核算，2021年生产总值80亿元。", StatusNote.provisional),
    ("预计2021年生产总值80亿元。", .estimated),
    ("新增日供水能力9万立方米。", .capacity),
    ("城区住宅用地基准地价为980元/平方米。", .norm),
  ])
  func statusNote(_ text: String, _ note: StatusNote) throws {
    #expect(try first(text).statusNote == note)
  }

  @Test func plainStatementsHaveNoNote() throws {
    #expect(try first("2021年生产总值80亿元。").statusNote == nil)
  }

  @Test func partsAreBreakdowns() throws {
    let observation = try first("年末户籍人口24万人，其中男性13万人。")
    #expect(observation.breakdown == "sex=男性")
    #expect(observation.indicatorID == "household_pop")
  }

  @Test func boundsAreBreakdowns() throws {
    #expect(try first("35岁以下干部198名。").breakdown == "age=35岁以下")
    #expect(try first("50万元以上的村7个。").breakdown == "amount=50万元以上")
    #expect(try first("党支部7个。").breakdown.isEmpty)
  }

  @Test func signaturesHeadNoSection() throws {
    var document = Document(id: "test", source: "test")
    document.title = "2021年白沙县统计公报"
    let lines = ["白沙县统计局办公室", "（2022年4月15日）", "一、综合", "全年生产总值5亿元。"]
    document.text = lines.joined(separator: "\n")
    var start = 0
    for line in lines {
      document.blocks.append(Block(.paragraph, span: ByteSpan(start, start + line.utf8.count)))
      start += line.utf8.count + 1
    }
    let found = try RuleTests.normalizer.get().statements(in: document).observations
    #expect(found.map(\.section) == ["一、综合"])
  }

  @Test func sectionsAreHeadingsAndMeasures() throws {
    var document = Document(id: "test", source: "test")
    document.regionCode = "520621"
    let lines = ["一、产业发展", "一是壮大茶业。建成茶园3万亩。二是发展渔业。建成渔场5个。"]
    document.text = lines.joined(separator: "\n")
    let end = lines[0].utf8.count
    document.blocks = [
      Block(.heading, level: 2, span: ByteSpan(0, end)),
      Block(.paragraph, span: ByteSpan(end + 1, document.text.utf8.count)),
    ]
    let sections = try RuleTests.normalizer.get().statements(in: document).observations.map(\.section)
    #expect(sections == ["一、产业发展 / 一是壮大茶业", "一、产业发展 / 二是发展渔业"])
  }

  @Test func spansCountScalarsOfTheText() throws {
    let text = "𠮷县2021年粮食产量12.5万吨。"
    let observation = try first(text)
    let scalars = Array(text.unicodeScalars)[observation.span.start..<observation.span.end]
    #expect(String(String.UnicodeScalarView(scalars)) == observation.surface)
  }

  @Test func namesStayTheSame() throws {
    let text = "2021年粮食产量12.5万吨，增长2%。"
    #expect(
      try RuleTests.statements(text).observations.map(\.id)
        == RuleTests.statements(text).observations.map(\.id))
    #expect(Set(try RuleTests.statements(text).observations.map(\.id)).count == 2)
  }

  @Test func refusedNumbersNameTheirRules() throws {
    let refusals = try RuleTests.statements("大会历时5天，35岁以下干部198名。").refusals
    #expect(refusals.map(\.rule) == ["StretchOfTime", "Threshold"])
  }

  @Test func rulesThatDateANumberAreNamed() throws {
    #expect(try first("据第七次全国人口普查，常住人口31万人。").rules.contains("SurveyTime"))
    #expect(try first("2021年，年末茶园面积4千公顷，茶叶产量3216吨。").rules.contains("FlowOfYear"))
    #expect(try first("2021年，生产总值上半年增长5%。").rules.contains("PartOfYear"))
    #expect(try !first("2021年，生产总值增长5%。").rules.contains("PartOfYear"))
  }

  @Test func aSurveyInTheTitleGivesTheTime() throws {
    var document = Document(id: "test", source: "test")
    document.title = "江口县第七次全国人口普查公报"
    document.text = "常住人口31万人。"
    document.blocks = [Block(.paragraph, span: ByteSpan(0, document.text.utf8.count))]
    let observations = try RuleTests.normalizer.get().statements(in: document).observations
    #expect(observations.map { $0.period?.label } == ["2020-11-01"])
  }

  /// The periods of a document with a title and lines, of which those that begin with a numeral and 、 are headings.
  private func periods(_ title: String, _ published: Day?, _ lines: [String]) throws -> [String?] {
    var document = Document(id: "test", source: "test")
    (document.title, document.published, document.regionCode) = (title, published, "520621")
    for line in lines {
      let start = document.text.utf8.count
      document.text += line + "\n"
      document.blocks.append(Block(.paragraph, span: ByteSpan(start, start + line.utf8.count)))
    }
    return try RuleTests.normalizer.get().statements(in: document).observations.map { $0.period?.label }
  }

  @Test func titlesGiveTheTime() throws {
    let day = Day(2016, 2, 25)
    #expect(try periods("统计公报（2015年）", day, ["粮食产量12万吨。"]) == ["2015"])
    #expect(
      try periods("2016年政府工作报告", day, ["一、工作回顾", "粮食产量12万吨。", "二、工作安排", "粮食产量13万吨。"]) == ["2015", "2016"])
    #expect(
      try periods("2015年总结和2016年计划", day, ["一、工作总结", "粮食产量12万吨。", "二、工作计划", "粮食产量13万吨。"]) == ["2015", "2016"])
    #expect(try periods("2015年政府工作报告", day, ["一、工作回顾", "粮食产量12万吨。"]) == ["2015"])
  }

  @Test func monthlyReportsSumUpTheMonths() throws {
    let day = Day(2020, 4, 28)
    #expect(
      try periods("经济运行简况（2020年3月）", day, ["1—3月，生产总值12亿元。", "一、农业生产", "粮食产量12万吨。"])
        == ["2020-Q1", "2020-Q1"])
    #expect(
      try periods("经济运行简况（2020年3月）", day, ["1—2月，生产总值12亿元。", "一、农业生产", "粮食产量12万吨。"])
        == ["2020-01/2020-02", "2020-03"])
  }

  @Test func headingsWithAMeasureStateIt() throws {
    var document = Document(id: "test", source: "test")
    (document.regionCode, document.text) = ("520621", "一、耕地6400公顷（9.6万亩）")
    document.blocks = [Block(.heading, level: 2, span: ByteSpan(0, document.text.utf8.count))]
    let observations = try RuleTests.normalizer.get().statements(in: document).observations
    #expect(observations.map(\.surface) == ["6400公顷", "9.6万亩"])
    #expect(observations.allSatisfy { $0.indicator == "耕地面积" })
  }
}
