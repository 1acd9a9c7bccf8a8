import Records
import Testing

/// A test for each rule of Bounds/.
@Suite struct BoundRuleTests {
  @Test func boundBefore() throws {
    try expect("受益⟦近38万人⟧", "380000", relation: .approximate, unit: "人", rule: "BoundBefore")
    try expect(
      "产值⟦突破百亿元⟧", "10000000000", low: "10000000000", relation: .greater, unit: "元", rule: "BoundBefore")
    try expect("比例⟦不低于5%⟧", "5", low: "5", relation: .greaterOrEqual, unit: "%", rule: "BoundBefore")
    try expect("比例⟦不足三成⟧", "3", high: "3", relation: .less, unit: "成", rule: "BoundBefore")
    try expect("时间⟦不超过5天⟧", "5", high: "5", relation: .lessOrEqual, unit: "天", rule: "BoundBefore")
    try expect("游客⟦上万人⟧", "10000", low: "10000", relation: .greaterOrEqual, unit: "人", rule: "BoundBefore")
    try expect("节约⟦5万元⟧", "50000", unit: "元", rule: "UnitReader")
    try expect("税收⟦过500万元⟧", "5000000", low: "5000000", relation: .greater, unit: "元", rule: "BoundBefore")
    try expect("生产过⟦300辆⟧", "300", unit: "辆", rule: "UnitReader")
    try expect("通过⟦5项⟧议案", "5", unit: "项", rule: "UnitReader")
    let open = try #require(try Reading.quantities("超过5天").first?.low)
    #expect(!open.isClosed, "超过 leaves the number out")
  }

  @Test func boundAfter() throws {
    try expect("收入⟦8万元以上⟧", "80000", low: "80000", relation: .greaterOrEqual, unit: "元", rule: "BoundAfter")
    try expect("⟦35岁以下⟧青年", "35", high: "35", relation: .lessOrEqual, unit: "岁", rule: "BoundAfter")
    try expect("约合⟦500元左右⟧", "500", relation: .approximate, unit: "元", rule: "BoundAfter")
    try expect(
      "限额⟦50万元（含）以上⟧", "500000", low: "500000", relation: .greaterOrEqual, unit: "元", rule: "BoundAfter")
    try expect("增长⟦3倍多⟧。", "3", low: "3", relation: .greater, unit: "倍", rule: "BoundAfter")
    try expect("在⟦20个⟧项目上下功夫", "20", unit: "个", rule: "UnitReader")
    let closed = try #require(try Reading.quantities("8万元以上").first?.low)
    #expect(closed.isClosed, "以上 takes the number in")
  }

  @Test func rangeOf() throws {
    try expect("增收⟦3—5万元⟧", low: "30000", high: "50000", relation: .range, unit: "元", rule: "RangeOf")
    try expect("海拔⟦370-1255米⟧", low: "370", high: "1255", relation: .range, unit: "米", rule: "RangeOf")
    try expect("补助⟦800-1万元⟧", low: "800", high: "10000", relation: .range, unit: "元", rule: "RangeOf")
    try expect("补助⟦3万元至5万元⟧", low: "30000", high: "50000", relation: .range, unit: "元", rule: "RangeOf")
    for drawing in ["气温⟦-5℃--3℃⟧", "气温⟦-3～-5℃⟧", "气温⟦零下3至零下5℃⟧"] {
      try expect(drawing, low: "-5", high: "-3", relation: .range, unit: "℃", rule: "RangeOf")
    }
    try expect("气温⟦-3--8℃⟧", low: "-3", high: "8", relation: .range, unit: "℃", rule: "RangeOf")
    #expect(try Reading.quantities("5元-3个").count == 2)
    try expectNone("规模以上亿元企业")
    #expect(try Reading.quantities("由13677户减至887户").count == 2)
  }

  @Test func twoBounds() throws {
    try expect("处⟦三年以上十年以下⟧徒刑", low: "3", high: "10", relation: .range, unit: "年", rule: "TwoBounds")
    try expect("面积⟦大于10亩并小于50亩⟧", low: "10", high: "50", relation: .range, unit: "亩", rule: "TwoBounds")
    #expect(try Reading.quantities("大于50亩并小于12亩").count == 2)
  }
}
