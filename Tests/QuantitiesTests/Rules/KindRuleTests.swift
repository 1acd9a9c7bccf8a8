import Records
import Testing

/// A test for each rule of Kinds/.
@Suite struct KindRuleTests {
  @Test func sharesOfAHundredThousand() throws {
    try expect("孕产妇死亡率⟦19.37/10万⟧", "19.37", unit: "/10万", kind: .share, rule: "UnitReader")
  }

  @Test func fractions() throws {
    try expect("占⟦三分之二⟧", "0.666666666667", kind: .share, rule: "Fractions")
    try expect("占⟦百分之十二点五⟧", "12.5", unit: "%", kind: .share, rule: "Fractions")
    try expect("占⟦千分之三⟧", "3", unit: "‰", rule: "Fractions")
    try expect("占⟦万分之五⟧", "0.05", unit: "%", rule: "Fractions")
    try expect("得⟦一又二分之一⟧", "1.5", rule: "Fractions")
    try expect("得⟦二又五分三⟧", "2.6", rule: "Fractions")
    try expect("占⟦1/2⟧", "0.5", rule: "Fractions")
    try expect("占⟦一半⟧", "0.5", rule: "Fractions")
    try expect("占⟦百分之二三十⟧", low: "20", high: "30", relation: .range, unit: "%", rule: "Fractions")
  }

  @Test func sharesOfAHundredAreNoClock() throws {
    let found = try Reading.quantities("三次产业结构由12:48:40调整为10:45:45")
    #expect(found.map(\.kind) == Array(repeating: .ratio, count: 6))
    try expectNone("会议于10:50:30开始", "8:30:15", "客车10:50:40抵达")
  }

  @Test func discount() throws {
    try expect("打⟦八折⟧", "80", unit: "%", kind: .share, rule: "Discount")
    try expect("打⟦对折⟧", "50", unit: "%", rule: "Discount")
    try expect("打⟦7.5折⟧", "75", unit: "%", rule: "Discount")
    try expect("打⟦0.5折⟧", "5", unit: "%", rule: "Discount")
    try expect("打⟦半折⟧", "50", unit: "%", rule: "Discount")
    try expect("打⟦8 5 折⟧", "85", unit: "%", rule: "Discount")
    try expect("打⟦八 八 折⟧", "88", unit: "%", rule: "Discount")
    try expectNone("一波三折", "二折页")
  }

  @Test func moneyParts() throws {
    try expect("单价⟦五元六角三分⟧", "5.63", unit: "元", rule: "MoneyParts")
    try expect("单价⟦5角⟧", "0.5", unit: "元", rule: "MoneyParts")
    try expect("单价⟦一块二⟧。", "1.2", rule: "MoneyParts")
    try expect("单价⟦三块零四⟧。", "3.04", rule: "MoneyParts")
  }

  @Test func currencyMark() throws {
    try expect("折合⟦$1.5万⟧", "15000", unit: "美元", kind: .money, rule: "CurrencyMark")
    try expect("折合⟦人民币50万元⟧", "500000", unit: "元", rule: "CurrencyMark")
    try expect("折合⟦港币两千元⟧", "2000", unit: "港元", rule: "CurrencyMark")
    try expect("折合⟦$3.5m⟧", "3500000", unit: "美元", rule: "CurrencyMark")
    try expect("折合⟦$2bn⟧", "2000000000", unit: "美元", rule: "CurrencyMark")
    try expect("折合HK⟦$100万⟧", "1000000", unit: "港元", rule: "CurrencyMark")
    try expect("折合⟦￥50美元⟧", "50", unit: "美元", rule: "CurrencyMark")
    try expect("折合⟦RMB300⟧", "300", unit: "元", rule: "CurrencyMark")
  }

  @Test func magnitude() throws {
    try expect("月薪⟦15k左右⟧", "15000", relation: .approximate, rule: "Magnitude")
    try expectNone("播出4k节目")
  }

  @Test func ratio() throws {
    let text = "三次产业比为3.9：59.5∶36.6"
    let quantities = try Reading.quantities(text)
    #expect(quantities.map(\.value) == [ExactDecimal("3.9"), ExactDecimal("59.5"), ExactDecimal("36.6")])
    #expect(quantities.allSatisfy { $0.kind == .ratio && $0.rules.contains("Ratio") })
    #expect(try Reading.quantities("汇率为1:6.8985").count == 2)
    try expectNone("上午8:30开会", "12:05到站")
  }

  @Test func ordinal() throws {
    try expect("排名⟦第3位⟧", "3", unit: "位", kind: .ordinal, rule: "Ordinal")
    try expect("居全省⟦第二⟧。", "2", kind: .ordinal, rule: "Ordinal")
    try expect("列⟦倒数第一⟧。", "-1", kind: .ordinal, rule: "Ordinal")
    try expectNone("第三，强化保障。", "第三产业", "第二十三条规定", "第七号公告", "第九中学")
  }

  @Test func ordinalList() throws {
    try expect(
      "分列⟦第1-3名⟧", low: "1", high: "3", relation: .range, unit: "名", kind: .ordinal, rule: "OrdinalList")
    try expect(
      "分列⟦第二名至第五名⟧", low: "2", high: "5", relation: .range, unit: "名", kind: .ordinal, rule: "OrdinalList")
    let text = "分别居全市第2、3位，入选第一、第二批名单"
    let quantities = try Reading.quantities(text)
    #expect(quantities.map(\.value) == [2, 3, 1, 2].map { ExactDecimal($0) })
    #expect(quantities.map(\.unit) == ["位", "位", "批", "批"])
    #expect(quantities.allSatisfy { $0.kind == .ordinal && $0.rules.contains("OrdinalList") })
    #expect(quantities.map { drawn($0.span, in: text) }.first == "分别居全市⟦第2⟧、3位，入选第一、第二批名单")
    try expectNone("第一、二产业协调发展", "依照第三、第四条规定", "依照第3-5条规定")
    let mixed = try Reading.quantities("获得第一名和3个奖项")
    #expect(mixed.map(\.kind) == [.ordinal, .count])
    let last = try Reading.quantities("列倒数第一、第二名")
    #expect(last.map(\.value) == [-1, -2].map { ExactDecimal($0) })
    try expect(
      "列⟦倒数第1-3名⟧", low: "-3", high: "-1", relation: .range, unit: "名", kind: .ordinal, rule: "OrdinalList")
  }
}
