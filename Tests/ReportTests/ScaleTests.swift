import Records
import Testing

@testable import Report

/// Places in pictures come from exact values.
@Suite struct ScaleTests {
  static func decimal(_ text: String) -> ExactDecimal { ExactDecimal(text) ?? .zero }

  @Test(arguments: [
    (["1", "9"], false, "0 2 4 6 8 10"),
    (["150.2", "268.05"], false, "150 200 250 300"),
    (["-0.8", "12.1"], true, "-5 0 5 10 15"),
    (["0.001", "0.0049"], false, "0.001 0.002 0.003 0.004 0.005"),
    (
      ["16100000000", "18200000000"], false,
      "16000000000 16500000000 17000000000 17500000000 18000000000 18500000000"
    ),
    (["42"], false, "30 35 40 45 50 55"),
    (["0"], false, "-0.01 0 0.01"),
  ])
  func ticksAreRound(_ values: [String], _ fromZero: Bool, _ expected: String) throws {
    let scale = try #require(Scale(over: values.map(Self.decimal), fromZero: fromZero))
    #expect(scale.ticks.map { $0.normalized.description }.joined(separator: " ") == expected)
  }

  @Test func placesAreExactAndRoundedOnce() throws {
    let scale = try #require(Scale(over: [Self.decimal("0"), Self.decimal("10")], fromZero: true))
    #expect(scale.place(of: Self.decimal("0"), in: 200) == 0)
    #expect(scale.place(of: Self.decimal("10"), in: 200) == 200)
    #expect(scale.place(of: Self.decimal("3.3"), in: 200) == 66)
    // A unit of the picture is 0.5: half of it is rounded away from zero.
    #expect(scale.place(of: Self.decimal("0.24"), in: 20) == 0)
    #expect(scale.place(of: Self.decimal("0.25"), in: 20) == 1)
    #expect(scale.place(of: Self.decimal("-0.25"), in: 20) == -1)
    // In a Double 0.1 + 0.2 lies beside 0.3; here both are one place.
    let sum = try Self.decimal("0.1").adding(Self.decimal("0.2"))
    #expect(scale.place(of: sum, in: 1000) == scale.place(of: Self.decimal("0.30"), in: 1000))
  }

  /// The order of values is that of their places, whatever their digits.
  @Test func placesKeepTheOrder() throws {
    let values = ["-3.07", "0", "0.5", "1", "12.25", "99.9", "100"].map(Self.decimal)
    let scale = try #require(Scale(over: values, fromZero: false))
    let places = values.compactMap { scale.place(of: $0, in: 10_000) }
    #expect(places == places.sorted() && Set(places).count == values.count)
  }

  @Test func whatCannotBeCountedIsNotDrawn() {
    #expect(Scale(over: [], fromZero: false) == nil)
    #expect(
      Scale(
        over: [Self.decimal("1"), Self.decimal("1" + String(repeating: "0", count: 37))], fromZero: false)
        == nil)
    #expect(
      Scale(
        over: [Self.decimal("0." + String(repeating: "0", count: 30) + "1"), Self.decimal("5000")],
        fromZero: false) == nil)
  }

  @Test(arguments: [
    ("16100000000", "161亿"), ("123456789", "1.23456789亿"), ("100000000", "1亿"), ("99999999", "9999.9999万"),
    ("10000", "1万"),
    ("9999", "9999"), ("-25000", "-2.5万"), ("0.50", "0.5"), ("0", "0"),
  ])
  func numbersAreShortAndWhole(_ value: String, _ expected: String) {
    #expect(NumberText.short(Self.decimal(value)) == expected)
  }

  @Test func thousandsStandApart() {
    #expect(
      [0, 999, 1000, 1_234_567, -1000].map(NumberText.grouped) == [
        "0", "999", "1,000", "1,234,567", "-1,000",
      ])
  }
}
