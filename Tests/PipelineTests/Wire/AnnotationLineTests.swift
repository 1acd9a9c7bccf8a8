import Records
import Testing

@testable import Pipeline

@Suite struct AnnotationLineTests {
  @Test func writesQuantitiesAndPeriodsWithTheirPlaces() {
    let text = "“𠮷”2021年约3万亩"
    var quantity = Quantity(
      span: ByteSpan(17, 27), numeral: ByteSpan(20, 24), kind: .area, value: decimal("30000"))
    quantity.relation = .approximate
    quantity.unit = "亩"
    quantity.standardValue = decimal("20000000")
    quantity.standardUnit = "m2"
    quantity.rules = ["arabic", "about"]
    let period = PeriodMention(
      span: ByteSpan(10, 17), period: Period(Day(2021, 3, 1)!), isInstant: true, rules: ["year"])
    var bytes: [UInt8] = []
    AnnotationLine.append(Annotation(quantities: [quantity], periods: [period]), of: text, to: &bytes)
    AnnotationLine.append(Annotation(), of: "一是", to: &bytes)
    #expect(
      String(decoding: bytes, as: UTF8.self) == #"""
        {"text":"“𠮷”2021年约3万亩","quantities":[{"text":"约3万亩","start":8,"end":12,"kind":"area","value":30000,\#
        "low":null,"high":null,"relation":"approx","unit":"亩","standard_value":20000000,"standard_unit":"m2",\#
        "low_closed":null,"high_closed":null,"is_exact":true,"reading":"strict","rules":["arabic","about"]}],\#
        "periods":[{"text":"2021年","start":3,"end":8,"from":"2021-03-01","to":"2021-03-01","period":"2021-03-01",\#
        "period_basis":"stated","is_instant":true,"rules":["year"]}]}
        {"text":"一是","quantities":[],"periods":[]}

        """#)
  }
}
