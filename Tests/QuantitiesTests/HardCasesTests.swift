import Quantities
import Records
import Testing

/// Twelve cases that readers of Chinese numbers break on.
@Suite struct HardCasesTests {
  private func only(_ text: String) throws -> Quantity {
    let quantities = try Reading.quantities(text)
    try #require(quantities.count == 1, "\(quantities.map { drawn($0.span, in: text) })")
    return quantities[0]
  }

  private func expect(_ text: String, _ value: Int, _ unit: String, _ kind: QuantityKind) throws {
    let quantity = try only(text)
    #expect(quantity.value == ExactDecimal(value))
    #expect(quantity.relation == .equal)
    #expect(quantity.unit == unit)
    #expect(quantity.kind == kind)
  }

  @Test func mixedMultipliers() throws { try expect("投资1亿2千万元", 120_000_000, "元", .money) }

  @Test func sharedMultiplierInARange() throws {
    let quantity = try only("每亩增收3—5万元")
    #expect(quantity.relation == .range)
    #expect(quantity.low == Bound(ExactDecimal(30_000), isClosed: true))
    #expect(quantity.high == Bound(ExactDecimal(50_000), isClosed: true))
    #expect(quantity.unit == "元")
  }

  @Test func neighbouringDigits() throws {
    let quantity = try only("三四百户")
    #expect(quantity.low?.value == ExactDecimal(300))
    #expect(quantity.high?.value == ExactDecimal(400))
    #expect(quantity.unit == "户")
  }

  @Test func surplus() throws {
    let quantity = try only("二百余万元")
    #expect(quantity.relation == .greater)
    #expect(quantity.low == Bound(ExactDecimal(2_000_000), isClosed: false))
    #expect(quantity.unit == "元")
  }

  @Test(arguments: ["十九大", "两委", "第一书记", "一二三产业"]) func setTerms(_ term: String) throws {
    #expect(try Reading.quantities("围绕\(term)开展工作").isEmpty)
    #expect(try Reading.quantities(term).isEmpty)
  }

  @Test func planPeriod() throws {
    let annotation = try Reading.annotate("“十四五”期间")
    #expect(annotation.periods.map(\.period.label) == ["2021/2025"])
    #expect(annotation.quantities.isEmpty)
  }

  @Test func percentagePoints() throws {
    let quantity = try only("13.5个百分点")
    #expect(quantity.value == ExactDecimal("13.5"))
    #expect(quantity.unit == "百分点")
    #expect(quantity.kind == .share)
  }

  @Test func fullWidth() throws { try expect("１２，３４５．６万元", 123_456_000, "元", .money) }

  @Test func prefixOfTheUnit() throws { try expect("50万千瓦", 500_000, "千瓦", .power) }

  @Test func financialNumerals() throws { try expect("壹佰贰拾叁万肆仟元整", 1_234_000, "元", .money) }

  @Test func colloquialThousands() throws { try expect("二十三万五千人", 235_000, "人", .count) }

  @Test func periodAmountAndGrowth() throws {
    let text = "今年1-6月完成投资10.2亿元，同比增长8.5%"
    let annotation = try Reading.annotate(text, published: Day(2021, 7, 15))
    #expect(annotation.periods.map(\.period.label) == ["2021-H1"])
    #expect(annotation.quantities.map(\.value) == [ExactDecimal(1_020_000_000), ExactDecimal("8.5")])
    #expect(annotation.quantities.map(\.unit) == ["元", "%"])
  }

  @Test(.timeLimit(.minutes(1))) func longNumeralsCostNoTime() throws {
    try expect(
      "三千二百一十七万六千五百零八亿九千一百四十三万二千六百五十七人", 3_217_650_891_432_657, "人", .count)
    let digits = String(repeating: "7", count: 100_000)
    let annotation = try Reading.annotate("共" + digits + "元")
    #expect(annotation.quantities.isEmpty)
    #expect(annotation.findings.map(\.code) == [.numberTooLong])
  }
}
