import Records
import Testing

/// A test for each rule of Numerals/.
@Suite struct NumeralRuleTests {
  @Test func arabicLiteral() throws {
    try expect("建成⟦1,234个⟧站点", "1234", unit: "个", rule: "ArabicLiteral")
    try expect("产量⟦１，２３４．５吨⟧", "1234.5", unit: "吨", rule: "ArabicLiteral")
    try expect("人口⟦1 234 567人⟧", "1234567", unit: "人", rule: "ArabicLiteral")
    #expect(try Reading.quantities("项目1 500万元").isEmpty)
    #expect(try Reading.quantities("去年同期100 200万元").isEmpty)
    try expect("改造⟦1 500户⟧", "1500", unit: "户", rule: "ArabicLiteral")
    try expect("播种⟦1 098.8万公顷⟧", "10988000", unit: "公顷", rule: "ArabicLiteral")
    #expect(try Reading.quantities("图1 200户").allSatisfy { $0.value != ExactDecimal(1200) })
    #expect(try Reading.quantities("2021 500户").allSatisfy { $0.value != ExactDecimal(2_021_500) })
    try expect("物价上涨⟦1·8%⟧", "1.8", unit: "%", rule: "ArabicLiteral")
    try expect("满意度⟦98. 5%⟧", "98.5", unit: "%", rule: "ArabicLiteral")
    let printed = try #require(try Reading.quantities("产值1.10万元").first?.value)
    #expect(printed.digitCount == 3, "printed zeros are kept")
  }

  @Test func numeralReader() throws {
    try expect("共有⟦二十三万五千人⟧", "235000", unit: "人", rule: "NumeralReader")
    try expect("共有⟦三四百户⟧", low: "300", high: "400", relation: .range, unit: "户", rule: "NumeralReader")
    try expect("共有⟦十几名⟧", low: "10", high: "20", relation: .range, unit: "名", rule: "NumeralReader")
    try expect("共有⟦一百廿户⟧", "120", unit: "户", rule: "NumeralReader")
    try expect(
      "共有⟦200余户⟧", "200", low: "200", high: "300", relation: .greater, unit: "户", rule: "ArabicLiteral")
    try expect("装机⟦50万千瓦⟧", "500000", unit: "千瓦", rule: "ArabicLiteral")
    let open = try #require(try Reading.quantities("共有十几名").first)
    #expect(open.low?.isClosed == false && open.high?.isClosed == false)
  }

  @Test func readingsAreToldApart() throws {
    let readings = try ["三万五千人", "3万4000人", "一百十一人"].map { try Reading.quantities("共\($0)").first?.reading }
    #expect(readings == [.strict, .normal, .normal])
    #expect(try Reading.quantities("折合三万五，够了").first?.reading == .colloquial)
  }

  @Test func digitString() throws {
    try expect("原价⟦九五折⟧", "95", unit: "%", rule: "DigitString")
    try expectNone("一二三产业融合", "建立一二三四工作法")
  }

  @Test func sign() throws {
    try expect("增速为⟦-3.5%⟧", "-3.5", unit: "%", rule: "Sign")
    try expect("增速为⟦负百分之六⟧", "-6", unit: "%", rule: "Sign")
    try expect("增速⟦（-）3.5%⟧", "-3.5", unit: "%", rule: "Sign")
    try expect("增长⟦(-)12.6%⟧", "-12.6", unit: "%", rule: "Sign")
    try expect("最低⟦零下12摄氏度⟧", "-12", unit: "摄氏度", rule: "Sign")
    try expect("增速为⟦10%-15%⟧", low: "10", high: "15", relation: .range, unit: "%", rule: "RangeOf")
    try expect("增长（%）⟦-4.5⟧", "-4.5", unit: "", kind: .number, rule: "Sign")
    #expect(try Reading.quantities("票价七元六角-五元七角").allSatisfy { $0.value.map { $0 > .zero } ?? true })
  }

  @Test func numbersBeyondThirtyEightDigits() throws {
    let annotation = try Reading.annotate("共" + String(repeating: "9", count: 39) + "元")
    #expect(annotation.quantities.isEmpty)
    #expect(annotation.findings.map(\.code) == [.numberTooLong])
    let fits = try Reading.annotate("共" + String(repeating: "9", count: 14) + "元")
    #expect(fits.findings.isEmpty)
  }
}
