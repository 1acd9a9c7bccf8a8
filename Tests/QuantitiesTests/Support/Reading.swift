import Quantities
import Records
import Testing
import Vocabulary

/// One annotator for all tests.
enum Reading {
  static let annotator = Result { Annotator(vocabulary: try Vocabulary.builtIn()) }

  static func annotate(_ text: String, published: Day? = nil) throws -> Annotation {
    try annotator.get().annotate(text, published: published)
  }

  static func quantities(_ text: String) throws -> [Quantity] { try annotate(text).quantities }
}

/// Holds what was read at a drawn place against what is expected there.
func verdict(_ drawn: Drawn, _ quantities: [Quantity], _ check: (Quantity) -> String?) -> Verdict {
  guard let span = drawn.span else {
    return quantities.isEmpty ? .right : .wrong("\(quantities.count) quantities")
  }
  let near = quantities.filter { $0.span.overlaps(span) }
  guard let first = near.first else { return .nothing }
  guard near.count == 1 else { return .ambiguous(near.count) }
  guard first.span == span else { return .partial(QuantitiesTests.drawn(first.span, in: drawn.text)) }
  return check(first).map { .wrong($0) } ?? .right
}

/// Expects one quantity, at the drawn place, with this value and what else is given.
func expect(
  _ drawing: String, _ value: String = "", low: String = "", high: String = "", relation: Relation = .equal,
  unit: String? = nil, kind: QuantityKind? = nil, rule: String,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let drawn = Drawn(drawing)
  let result = verdict(drawn, try Reading.quantities(drawn.text)) { quantity in
    if relation != .range, quantity.value != ExactDecimal(value) {
      return "value \(String(describing: quantity.value))"
    }
    if quantity.low?.value != ExactDecimal(low) { return "low \(String(describing: quantity.low))" }
    if quantity.high?.value != ExactDecimal(high) { return "high \(String(describing: quantity.high))" }
    if quantity.relation != relation { return "relation \(quantity.relation)" }
    if let unit, quantity.unit != unit { return "unit \(quantity.unit)" }
    if let kind, quantity.kind != kind { return "kind \(quantity.kind)" }
    if !quantity.rules.contains(rule) { return "rules \(quantity.rules)" }
    return nil
  }
  #expect(result == .right, "\(drawing)", sourceLocation: sourceLocation)
}

/// Expects no quantity in any of the texts.
func expectNone(_ texts: String..., sourceLocation: SourceLocation = #_sourceLocation) throws {
  for text in texts {
    let quantities = try Reading.quantities(text)
    #expect(
      quantities.isEmpty, "\(quantities.map { drawn($0.span, in: text) })", sourceLocation: sourceLocation)
  }
}

/// Expects one period, at the drawn place.
func expectPeriod(
  _ drawing: String, _ label: String, published: String? = "2022-06-29", rule: String,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let text = Drawn(drawing).text
  let periods = try Reading.annotate(text, published: published.flatMap { Day(iso: $0) }).periods
  #expect(periods.map { drawn($0.span, in: text) } == [drawing], sourceLocation: sourceLocation)
  #expect(periods.map(\.period.label) == [label], sourceLocation: sourceLocation)
  #expect(
    periods.first?.rules.contains(rule) == true, "\(periods.map(\.rules))", sourceLocation: sourceLocation)
}
