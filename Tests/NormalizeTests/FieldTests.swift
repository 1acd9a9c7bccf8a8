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
    ("市区工业用地基准地价为420元/平方米。", .norm),
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
}
