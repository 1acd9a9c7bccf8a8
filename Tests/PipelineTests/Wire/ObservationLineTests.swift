import Load
import Records
import Testing

@testable import Pipeline

@Suite struct ObservationLineTests {
  static var observation: Observation {
    var quantity = Quantity(span: ByteSpan(0, 16), numeral: ByteSpan(0, 16), kind: .money, value: nil)
    quantity.low = Bound(decimal("30000"), isClosed: true)
    quantity.high = Bound(decimal("50000.50"), isClosed: false)
    quantity.relation = .range
    quantity.unit = "元"
    quantity.standardUnit = "CNY"
    quantity.reading = .colloquial
    var row = Observation(
      id: "a1", documentID: "d", indicator: "户均增收", quantity: quantity, surface: "3—5.00005万元",
      span: ScalarSpan(4, 15))
    row.regionCode = "520621"
    row.place = "坝盘镇"
    row.breakdown = "group=脱贫户"
    row.measure = .change
    row.status = .target
    row.period = Period(year: 2022, months: 1...9)
    row.periodBasis = .relative
    row.sentence = "户均增收3—5.00005万元。"
    row.section = "一、产业 / 一是“强”"
    row.rules = ["range", "noun-before"]
    return row
  }

  static func line(_ observation: Observation) -> String {
    var row = ObservationRow(observation)
    (row.regionLevel, row.rule, row.unitID) = (.county, "noun-before", "CNY")
    (row.published, row.tier, row.flags) = (Day(2022, 6, 29), .media, ["corrected", "out_of_range"])
    return line(row)
  }

  static func line(_ row: ObservationRow) -> String {
    var bytes: [UInt8] = []
    ObservationLine.append(row, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// All that the columns say comes back: written again, it is the same.
  @Test func readsBackWhatItWrites() throws {
    var exact = Self.observation
    exact.quantity.value = decimal("4200")
    exact.quantity.standardValue = decimal("2800000.00")
    exact.quantity.isExact = false
    (exact.quantity.low, exact.quantity.high, exact.quantity.relation) = (nil, nil, .equal)
    (exact.period, exact.periodBasis, exact.place, exact.regionName) = (nil, nil, nil, "江口县")
    for observation in [Self.observation, exact] {
      let line = Self.line(observation)
      let row = try reading(line) { try ObservationLine.read($0) }
      #expect(Self.line(row) == line)
      let read = row.observation
      #expect(
        read.quantity.low == observation.quantity.low && read.quantity.high == observation.quantity.high)
      #expect(read.period == observation.period && read.rules == observation.rules)
      #expect(read.quantity.span == ByteSpan(0, read.surface.utf8.count))
    }
  }

  /// A line with one field changed to `value`.
  static func changed(_ key: String, to value: String) -> String {
    let members = line(observation).dropLast(2).dropFirst().split(separator: ",\"").map(String.init)
    let changed = members.map { member in
      let name = member.split(separator: "\"")[0]
      return name == key ? "\(key)\":\(value)" : member.hasPrefix("\"") ? String(member.dropFirst()) : member
    }
    return "{\"" + changed.filter { $0 != "\(key)\":" }.joined(separator: ",\"") + "}"
  }

  @Test(arguments: [
    ("observation_id", "", "in.jsonl:3: observation_id: is missing"),
    ("indicator", "", "in.jsonl:3: indicator: is missing"),
    ("text", "", "in.jsonl:3: text: is missing"),
    ("kind", "", "in.jsonl:3: kind: is missing"),
    ("measure", "", "in.jsonl:3: measure: is missing"),
    ("relation", "", "in.jsonl:3: relation: is missing"),
    ("start", "", "in.jsonl:3: start: is missing"),
    ("start", "16", "in.jsonl:3: start: 16 to 15 is no stretch of a text"),
    ("start", "-1", "in.jsonl:3: start: -1 to 15 is no stretch of a text"),
    ("period_end", "\"2021-12-31\"", "in.jsonl:3: period_end: 2021-12-31 is before period_start, 2022-01-01"),
    ("period_end", "null", "in.jsonl:3: period_end: is missing"),
    ("low", "1e5", "in.jsonl:3:193: expected a plain decimal without exponent, found 1e5"),
    ("low", "\"5\"", #"in.jsonl:3:193: expected a number or null, found """"#),
    (
      "low", "123456789012345678901234567890123456789",
      "in.jsonl:3:193: has more than 38 digits: 123456789012345678901234567890123456789"
    ),
    ("low_closed", "1", #"in.jsonl:3:562: expected true, false or null, found "1""#),
    ("status", "\"done\"", #"in.jsonl:3:165: expected one of actual, target, found "done""#),
  ])
  func refuses(_ key: String, _ value: String, _ expected: String) {
    #expect(message(Self.changed(key, to: value)) { try ObservationLine.read($0).observation.id } == expected)
  }
}
