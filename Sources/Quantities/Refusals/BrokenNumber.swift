import Records

/// Reads: two runs of digits with one space between, the second with 万, 亿 or a unit: 增加值45 9亿元, 在校生2 210人.
/// Yields: nothing but the place behind both, for a finding.
/// Refuses: either half: 459亿, 45.9亿 and two numbers are all possible, and each half alone would be a wrong one.
enum BrokenNumber {
  static func end(_ text: Prose, _ numeral: Numeral, _ tables: Tables) -> Int? {
    let start = numeral.end + 1
    guard text.scalar(at: numeral.end) == 0x20, text.glyph(at: start).arabicDigit != nil,
      numeral.style == .arabic, numeral.value.exponent >= 0
    else { return nil }
    let before = text.skippingSpaces(before: numeral.start)
    guard text.scalar(before: before) > 0x3400 || text.isLatin(before: before) else { return nil }
    let digits = ArabicLiteral(text, at: start).end
    let at = text.skippingSpaces(digits)
    // 8 5 折 is a discount (`Discount`).
    if text.isAny("折", at: at) { return nil }
    let power = text.glyph(at: at).power
    let unit = tables.units.match(text, at: power == nil ? at : text.next(at))
    // 表2 2021年主要产品产量: the number of a table and a year.
    if unit?.name.kind == .duration { return nil }
    return unit?.end ?? (power == nil ? nil : text.next(at))
  }

  /// Whether a space and digits with 万 or 亿 follow the digits that end at `end`: GDP12 345万元 against G56 120公里.
  static func isAmount(_ text: Prose, _ end: Int) -> Bool {
    guard text.scalar(at: end) == 0x20, text.glyph(at: end + 1).arabicDigit != nil else { return false }
    return text.glyph(at: ArabicLiteral(text, at: end + 1).end).power ?? 0 >= 3
  }
}
