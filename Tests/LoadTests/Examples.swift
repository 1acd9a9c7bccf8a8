import Records

@testable import Load

/// Rows that tests write.
///
/// The figures are invented.
enum Examples {
  static func decimal(_ text: String) -> ExactDecimal {
    guard let value = ExactDecimal(text) else { preconditionFailure("\(text) is no decimal") }
    return value
  }

  /// A level with all its fields, 全县耕地面积12.3万亩.
  static var farmland: Observation {
    var quantity = Quantity(
      span: ByteSpan(18, 28), numeral: ByteSpan(18, 25), kind: .area, value: decimal("123000"))
    quantity.unit = "亩"
    quantity.standardValue = decimal("82000000")
    quantity.standardUnit = "m2"
    var row = Observation(
      id: "a1b2", documentID: "0123456789abcdef", indicator: "耕地面积", quantity: quantity, surface: "12.3万亩",
      span: ScalarSpan(6, 12))
    row.regionCode = "520621"
    row.regionName = "江口县"
    row.indicatorID = "cultivated_area"
    row.period = Period(year: 2021)
    row.periodBasis = .inherited
    row.sentence = "全县耕地面积12.3万亩，其中“水田”5万亩。"
    row.section = "一、基本情况 / 农业"
    row.rules = ["noun-before", "period-from-title"]
    return row
  }

  /// 户均增收3—5万元, a range of a group without indicator in the vocabulary.
  static var range: Observation {
    var quantity = Quantity(span: ByteSpan(0, 13), numeral: ByteSpan(0, 7), kind: .money, value: nil)
    quantity.low = Bound(decimal("30000"), isClosed: true)
    quantity.high = Bound(decimal("50000"), isClosed: false)
    quantity.relation = .range
    quantity.unit = "元"
    quantity.standardUnit = "CNY"
    quantity.reading = .normal
    var row = Observation(
      id: "c3", documentID: "0123456789abcdef", indicator: "户均增收", quantity: quantity, surface: "3—5万元",
      span: ScalarSpan(40, 45))
    row.place = "坝盘镇"
    row.breakdown = "group=脱贫户"
    row.measure = .change
    row.status = .target
    return row
  }

  /// The row of an observation, with all that is known beside the text.
  static func row(of observation: Observation) -> ObservationRow {
    var row = ObservationRow(observation)
    row.regionLevel = .county
    row.rule = "noun-before"
    row.unitID = "mu"
    row.published = Day(2022, 6, 29)
    row.tier = .reprint
    row.flags = ["out_of_range"]
    return row
  }
}
