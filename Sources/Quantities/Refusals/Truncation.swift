import Records
import Vocabulary

/// Reads: a number with a point and no digit behind it before 万, 亿 or a unit (1.亿美元, 23.%), and one that a
/// space breaks in two (增加值45 9亿元).
/// Yields: nothing but the place behind it, for a finding: something was lost where the page was made.
/// Refuses: the number, which would be a wrong one.
enum Truncation {
  static func end(_ text: Prose, _ numeral: Numeral, _ tables: Tables) -> Int? {
    guard numeral.style == .arabic, numeral.value.exponent >= 0 else { return nil }
    if text.isAny(".．", at: numeral.end) { return lostDigit(text, numeral, tables) }
    return numeral.glyphs == 1 ? broken(text, numeral, tables) : nil
  }

  /// Two runs of digits with one space between in the middle of a sentence, the second with 万, 亿 or a unit.
  private static func broken(_ text: Prose, _ numeral: Numeral, _ tables: Tables) -> Int? {
    let start = numeral.end + 1
    guard text.scalar(at: numeral.end) == 0x20, text.glyph(at: start).arabicDigit != nil,
      text.scalar(before: numeral.start) > 0x3400
    else { return nil }
    let at = ArabicLiteral(text, at: start).end
    let power = text.glyph(at: at).power
    let unit = tables.units.match(text, at: power == nil ? at : text.next(at))
    // 表2 2021年主要产品产量: the number of a table and a year.
    if unit?.name.kind == .duration { return nil }
    return unit?.end ?? (power == nil ? nil : text.next(at))
  }

  private static func lostDigit(_ text: Prose, _ numeral: Numeral, _ tables: Tables) -> Int? {
    let behind = text.next(numeral.end)
    let glyph = text.glyph(at: behind)
    if glyph == .myriad || glyph == .hundredMillion {
      return tables.units.match(text, at: text.next(behind))?.end ?? text.next(behind)
    }
    // 1.项目 is a list's item; 23.% and 5.个百分点 are not.
    guard let unit = tables.units.match(text, at: behind), unit.name.kind == .share else { return nil }
    return unit.end
  }
}
