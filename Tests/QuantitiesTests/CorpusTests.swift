import Quantities
import Records
import Testing

/// The corpora: spellings with their values, texts without any quantity, times.
@Suite struct CorpusTests {
  @Test func spellings() throws {
    let rows = try corpus("spellings", columns: 8)
    #expect(rows.count >= 1500)
    for row in rows {
      let drawing = Drawn(row[0])
      let result = verdict(drawing, try Reading.quantities(drawing.text)) { Self.difference(row, $0) }
      #expect(result == .right, "\(row[0])")
    }
  }

  /// What of the row does not agree.
  private static func difference(_ row: [String], _ quantity: Quantity) -> String? {
    let got = [
      quantity.relation == .range ? "" : Self.text(quantity.value), Self.text(quantity.low?.value),
      Self.text(quantity.high?.value), quantity.relation.rawValue, quantity.unit, quantity.kind.rawValue,
      "\(quantity.reading)",
    ]
    let names = ["value", "low", "high", "relation", "unit", "kind", "reading"]
    for (index, name) in names.enumerated() where !Self.same(got[index], row[index + 1]) {
      return "\(name): expected \(row[index + 1]), read \(got[index])"
    }
    return nil
  }

  private static func text(_ value: ExactDecimal?) -> String { value.map { "\($0)" } ?? "" }

  /// Numbers agree as numbers, whatever zeros are printed.
  private static func same(_ a: String, _ b: String) -> Bool {
    if let a = ExactDecimal(a), let b = ExactDecimal(b) { return a == b }
    return a == b
  }

  @Test func negatives() throws {
    let rows = try corpus("negatives", columns: 2)
    #expect(rows.count >= 600)
    let published = Day(2022, 6, 29)
    for row in rows {
      let quantities = try Reading.annotate(row[0], published: published).quantities
      #expect(quantities.isEmpty, "\(row[1]): \(quantities.map { drawn($0.span, in: row[0]) })")
    }
  }

  @Test func periods() throws {
    let rows = try corpus("periods", columns: 5)
    #expect(rows.count >= 250)
    for row in rows {
      let drawing = Drawn(row[0])
      let annotation = try Reading.annotate(drawing.text, published: Day(iso: row[1]))
      let got = annotation.periods.map {
        [drawn($0.span, in: drawing.text), $0.period.label, $0.basis.rawValue, $0.isInstant ? "yes" : "no"]
      }
      #expect(got == [[row[0], row[2], row[3], row[4]]])
      let span = try #require(drawing.span)
      #expect(!annotation.quantities.contains { $0.span.overlaps(span) }, "\(row[0])")
    }
  }

  /// Times behind another one that tells their year: the drawn one is the last of two.
  @Test func timesInLists() throws {
    for row in try corpus("period-lists", columns: 3) {
      let drawing = Drawn(row[0])
      let periods = try Reading.annotate(drawing.text, published: Day(2022, 6, 29)).periods
      #expect(periods.map(\.period.label) == row[1].split(separator: " ").map(String.init), "\(row[0])")
      #expect(periods.map(\.basis.rawValue) == row[2].split(separator: " ").map(String.init), "\(row[0])")
      #expect(periods.last.map { drawn($0.span, in: drawing.text) } == row[0])
    }
  }

  @Test func textsWithoutPeriods() throws {
    for row in try corpus("no-periods", columns: 1) {
      let periods = try Reading.annotate(row[0], published: Day(2022, 6, 29)).periods
      #expect(periods.isEmpty, "\(periods.map { drawn($0.span, in: row[0]) })")
    }
  }
}
