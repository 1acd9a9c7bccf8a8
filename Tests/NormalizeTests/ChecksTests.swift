import Normalize
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

  @Test func sharesOfTheSectorsMakeUpAHundred() throws {
    let head = "2021年，第一产业增加值比重为16.5%，第二产业增加值比重为39.0%，第三产业增加值比重为"
    #expect(try !codes(head + "44.5%。").contains(.identityViolation))
    #expect(try codes(head + "49.5%。").contains(.identityViolation))
  }

  @Test func partsAreNoMoreThanTheirWhole() throws {
    #expect(try !codes("2021年，在校学生15230人，其中幼儿3120人。").contains(.identityViolation))
    #expect(try codes("2021年，在校学生15230人，其中幼儿31200人。").contains(.identityViolation))
  }

  @Test func menAndWomenMakeUpTheWhole() throws {
    #expect(try !codes("2021年，在校学生15230人，其中男生8000人、女生7230人。").contains(.identityViolation))
    #expect(try !codes("2021年末，户籍人口24.1万人，其中男性12.5万人，女性11.5万人。").contains(.identityViolation))
    #expect(try codes("2021年末，户籍人口24.1万人，其中男性12.5万人，女性10.5万人。").contains(.identityViolation))
  }

  @Test func townAndCountryMakeUpTheResidents() throws {
    let head = "2021年，常住人口30万人。2021年，城镇常住人口12万人。2021年，乡村常住人口"
    #expect(try !codes(head + "18万人。").contains(.identityViolation))
    #expect(try codes(head + "28万人。").contains(.identityViolation))
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

  @Test func fictionAndSpamAreRefused() throws {
    let fiction = try RuleTests.statements("求月票！粮食产量12万吨。（本章完）")
    #expect(fiction.observations.isEmpty)
    #expect(fiction.findings.contains { $0.code == .refusedPage && $0.message.hasPrefix("fiction") })
    let spam = try RuleTests.statements("365bet开户。粮食产量12万吨。博彩平台。")
    #expect(spam.findings.contains { $0.code == .refusedPage && $0.message.contains("spam") })
    // One such word may be quoted.
    #expect(try !RuleTests.statements("查处博彩平台12个。").observations.isEmpty)
  }

  @Test func aDocumentWithoutAPlaceSaysSo() throws {
    var document = Document(id: "test", source: "test")
    document.text = "粮食产量12万吨。"
    document.blocks = [Block(.paragraph, span: ByteSpan(0, document.text.utf8.count))]
    #expect(try RuleTests.normalizer.get().statements(in: document).findings.map(\.code).contains(.noRegion))
    // Two codes of one place are one place.
    document.published = Day(2020, 5, 20)
    document.text = "监利县粮食产量12万吨。"
    document.blocks = [Block(.paragraph, span: ByteSpan(0, document.text.utf8.count))]
    #expect(
      try RuleTests.normalizer.get().statements(in: document).observations.map(\.regionCode) == ["421023"])
    document.title = "鼓楼区概况"
    document.text = "鼓楼区粮食产量12万吨。"
    document.blocks = [Block(.paragraph, span: ByteSpan(0, document.text.utf8.count))]
    #expect(
      try RuleTests.normalizer.get().statements(in: document).findings.map(\.code).contains(.ambiguousRegion))
  }

  @Test(arguments: [PageKind.list, .error, .empty])
  func aPageWithoutAnArticleHasNothingToPlace(_ kind: PageKind) throws {
    var document = Document(id: "test", source: "test", kind: kind)
    document.title = "统计公报"
    document.findings = [Finding(.noArticle, "the page is of the kind \(kind.rawValue)")]
    let statements = try RuleTests.normalizer.get().statements(in: document)
    #expect(statements.findings.isEmpty && statements.observations.isEmpty)
    document.kind = .article
    #expect(try RuleTests.normalizer.get().statements(in: document).findings.map(\.code) == [.noRegion])
  }

  @Test func citationsAreTitlesBetweenTheirMarks() throws {
    let citations = try RuleTests.statements("印发《江口县〈绩效〉考核办法》和《管理办法》。").citations
    #expect(citations.map(\.title) == ["江口县〈绩效〉考核办法", "管理办法"])
    #expect(citations.first?.span == ScalarSpan(2, 15))
  }
}
