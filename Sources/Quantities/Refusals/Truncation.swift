import Records
import Vocabulary

/// Reads: a number with a point and no digit behind it before 万, 亿 or a unit: 1.亿美元, 23.%; one right behind a character
/// that could not be decoded, U+FFFD or the ? that programs put in its place: 增加值?8.95亿元.
/// Yields: nothing but the place behind it, for a finding: a digit was lost where the page was made.
/// Refuses: the number, which would be a wrong one.
enum Truncation {
  static func end(_ text: Prose, _ numeral: Numeral, _ tables: Tables) -> Int? {
    guard numeral.style == .arabic else { return nil }
    if isBehindSpoilt(text, numeral.start) {
      return tables.units.match(text, at: multiplied(text, numeral.end))?.end ?? multiplied(text, numeral.end)
    }
    guard numeral.value.exponent >= 0, text.isAny(".．", at: numeral.end) else {
      return nil
    }
    let behind = text.next(numeral.end)
    let glyph = text.glyph(at: behind)
    if glyph == .myriad || glyph == .hundredMillion {
      return tables.units.match(text, at: text.next(behind))?.end ?? text.next(behind)
    }
    // 1.项目 is a list's item; 23.% and 5.个百分点 are not.
    guard let unit = tables.units.match(text, at: behind), unit.name.kind == .share else { return nil }
    return unit.end
  }

  /// Whether what stands right before the digits at `start` is no character, in the middle of a sentence.
  private static func isBehindSpoilt(_ text: Prose, _ start: Int) -> Bool {
    let scalar = text.scalar(before: start)
    if scalar == 0xFFFD { return true }
    return scalar == 0x3F && text.isPlainChinese(at: text.previous(text.previous(start)))
  }

  private static func multiplied(_ text: Prose, _ end: Int) -> Int {
    text.glyph(at: end).power == nil ? end : text.next(end)
  }
}
