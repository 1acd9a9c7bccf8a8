import Records

/// Reads: two numbers with a dash, a tilde, 至 or 到 between: 3—5万元, 10%-15%, 3万元至5万元, 三到五.
/// Yields: one quantity with both ends, 万 and the unit shared leftward where the left end has none. Two negative ends may
/// stand in either order (-5～-8℃), and behind a negative one the second of two hyphens is a sign (-5℃--3℃).
/// Refuses: ends of different units, a left end that is not the smaller one, a hyphen between bare
/// numbers (a code), a third number behind (2013-05-12).
enum RangeOf {
  static func read(_ reader: OperandReader, _ draft: inout Draft) -> Bool {
    let text = reader.text
    let left = BoundAfter.inclusion(text, draft.end)
    guard draft.high == nil, let (at, isHyphen) = RangeJoiner.read(text, at: left) else { return false }
    let isSigned = !isHyphen && text.isAny("-－−负", at: at)
    let mayBeSigned = draft.value < .zero && text.has("--", before: at)
    let start = isSigned ? text.next(at) : text.has("零下", at: at) ? at + 6 : at
    guard text.glyph(at: start).beginsNumeral, let right = reader.read(at: start), right.high == nil,
      right.style != .bare || right.isComplete
    else { return false }
    var upper = right
    // -8--3 rises with a sign, -3--8 with a dash.
    let isRising = mayBeSigned && draft.value < right.value.negated
    if isSigned || isRising || start == at + 6 { upper.negate() }
    guard let joined = join(draft, upper) else { return false }
    if joined.unit == nil, !joined.isComplete {
      guard !isHyphen || text.has("之间", at: right.end) else { return false }
    }
    if RangeJoiner.read(text, at: right.end)?.isHyphen == true,
      text.glyph(at: text.next(right.end)).arabicDigit != nil
    {
      return false
    }
    draft = joined
    draft.rules.add(.rangeOf)
    return true
  }

  private static func join(_ left: Draft, _ right: Draft) -> Draft? {
    var result = left
    if let unit = left.unit?.name {
      guard
        unit.surface == right.unit?.name.surface || (unit.id == right.unit?.name.id && !unit.id.isEmpty)
      else {
        return nil
      }
    } else if left.isComplete != right.isComplete {
      return nil
    }
    // 3—5万元: the left end has the 万 of the right one where it is the smaller without it.
    if left.unit == nil, !left.hasMultipliers, right.sharedPower > 0, left.value < right.coefficient,
      let scaled = try? left.value.shifted(by: right.sharedPower)
    {
      result.value = scaled
    }
    if right.value < .zero, right.value < result.value {
      result.high = result.value
      result.value = right.value
    } else {
      guard result.value < right.value else { return nil }
      result.high = right.value
    }
    result.surplus = nil
    result.unit = right.unit
    result.kind = right.kind
    result.end = right.end
    result.numeral = ByteSpan(left.numeral.start, right.numeral.end)
    result.reading = max(left.reading, right.reading)
    if left.glyphs == 1 { result.glyphs = 2 }
    return result
  }
}
