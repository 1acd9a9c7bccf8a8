import Records
import Testing

/// What does not fit becomes a finding, and no value is changed by it.
@Suite struct ChecksTests {
  private func codes(_ text: String) throws -> [Finding.Code] {
    try RuleTests.statements(text).findings.map(\.code)
  }

  @Test func sectorsMakeUpTheProduct() throws {
    let head = "2021年，地区生产总值80.5亿元，第一产业增加值20.1亿元，第二产业增加值"
    #expect(try !codes(head + "30.2亿元，第三产业增加值30.2亿元。").contains(.identityViolation))
    #expect(try !codes(head + "30.2亿元，第三产业增加值30.3亿元。").contains(.identityViolation))
    #expect(try codes(head + "30.2亿元，第三产业增加值39.2亿元。").contains(.identityViolation))
  }

  @Test func sharesMakeUpAHundred() throws {
    #expect(try !codes("2021年，三次产业比为3.9：59.5：36.6。").contains(.identityViolation))
    #expect(try codes("2021年，三次产业比为3.9：59.5：63.6。").contains(.identityViolation))
  }

  @Test func oneValueForOneThing() throws {
    #expect(try codes("2021年，粮食总产量12.5万吨。2021年，粮食总产量13.5万吨。").contains(.conflictingValues))
    #expect(try !codes("2021年，粮食总产量12.5万吨。2021年，粮食总产量12.54万吨。").contains(.conflictingValues))
    #expect(try !codes("2021年，粮食总产量12.5万吨。2020年，粮食总产量13.5万吨。").contains(.conflictingValues))
  }

  @Test func valuesLieInTheRangeOfCounties() throws {
    #expect(try codes("2021年，森林覆盖率达到720%。").contains(.outOfRange))
    #expect(try !codes("2021年，森林覆盖率达到72%。").contains(.outOfRange))
  }

  @Test func unitsAreOfTheDimension() throws {
    #expect(try codes("2021年，地区生产总值80.5万亩。").contains(.unitDimensionMismatch))
    #expect(try !codes("2021年，地区生产总值80.5亿元。").contains(.unitDimensionMismatch))
  }

  @Test func aDocumentWithoutTimeSaysSo() throws {
    #expect(try codes("全县耕地面积32万亩。").contains(.noPeriod))
    #expect(try !codes("2021年，全县耕地面积32万亩。").contains(.noPeriod))
  }

  @Test func templatesAreRefused() throws {
    let template = try RuleTests.statements("20XX年，地区生产总值xxx亿元，粮食产量12万吨。")
    #expect(template.observations.isEmpty)
    #expect(template.findings.map(\.code).contains(.refusedPage))
    #expect(try !RuleTests.statements("2021年，粮食产量12万吨。").observations.isEmpty)
  }

  @Test func mirrorsAreRefused() throws {
    let text = String(repeating: "經濟(jì)發(fā)", count: 6) + "糧食產量12萬噸。"
    #expect(try codes(text).contains(.refusedPage))
  }

  @Test func citationsAreTitlesBetweenTheirMarks() throws {
    let citations = try RuleTests.statements("印发《江口县〈绩效〉考核办法》和《管理办法》。").citations
    #expect(citations.map(\.title) == ["江口县〈绩效〉考核办法", "管理办法"])
    #expect(citations.first?.span == ScalarSpan(2, 15))
  }
}
