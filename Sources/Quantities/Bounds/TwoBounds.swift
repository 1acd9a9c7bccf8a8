import Records

/// Reads: two quantities of one unit, the first with a lower bound and the second with an upper one or the
/// other way round, joined by 并 并且 且 而 的同时 and a comma, or by nothing: 三年以上十年以下, 大于12小于50.
/// Yields: one quantity with both ends, each open or closed as its word has it.
/// Refuses: bounds that leave nothing between them.
enum TwoBounds {
  private static let joints: WordList = ["的同时", "，并且", "，且", "并且", "且", "并", "，", ",", "、", "而"]

  static func join(_ first: Quantity, _ second: Quantity, _ text: Prose) -> Quantity? {
    guard first.unit == second.unit || first.unit.isEmpty else { return nil }
    let isRising = bounds(first.relation) > bounds(second.relation)
    var at = text.skippingSpaces(first.span.end)
    if let end = text.end(ofAny: joints, at: at) { at = text.skippingSpaces(end) }
    guard at == second.span.start, let low = isRising ? first.low : second.low,
      let high = isRising ? second.high : first.high, low.value < high.value
    else { return nil }
    var result = second
    result.span = ByteSpan(first.span.start, second.span.end)
    result.numeral = ByteSpan(first.numeral.start, second.numeral.end)
    result.value = nil
    result.standardValue = nil
    result.low = low
    result.high = high
    result.relation = .range
    result.rules = first.rules + second.rules + ["TwoBounds"]
    return result
  }

  /// Whether one of the two has a lower bound and the other an upper one.
  static func mayJoin(_ first: Relation, _ second: Relation) -> Bool { bounds(first) * bounds(second) < 0 }

  /// 1 for a lower bound, -1 for an upper one.
  private static func bounds(_ relation: Relation) -> Int {
    switch relation {
    case .greater, .greaterOrEqual: 1
    case .less, .lessOrEqual: -1
    default: 0
    }
  }
}
