import Records

/// Reads: a number that is a part of a code: G56, 5A级, 4K, 2.2.1, 1+2+6, 7×24, a number behind a Latin
/// letter or a stroke of a code.
/// Yields: nothing; it gives the place behind the code.
/// Refuses: the number.
enum CodeNumber {
  static func end(_ text: Prose, _ numeral: Numeral) -> Int? {
    let (start, end) = (numeral.start, numeral.end)
    // The number goes on from a code or a number before a point.
    if text.isLatin(before: start), numeral.glyphs == 1, !text.isAny("%％", at: end) { return end }
    if text.isAny(".．", before: start), text.glyph(before: text.previous(start)).arabicDigit != nil {
      return end
    }
    // 分辨率1024: pixels; with a unit behind it is a length.
    if text.has("分辨率", before: start), numeral.whole > 100, text.isClauseEnd(end) { return end }
    if isDateStamp(text, numeral) { return end }
    // 1+2+6, “1+N”, 林+2, 7×24: patterns and not sums.
    if text.isAny("+＋×*＊", at: end) || text.isAny("+＋×*＊", before: start) { return end }
    // 2.2.1 and 10..1: an outline's number, an address.
    if text.isAny(".．", at: end),
      text.isAny(".．", at: text.next(end)) || text.glyph(at: text.next(end)).arabicDigit != nil
    {
      return runEnd(text, end)
    }
    if text.isAny("AaＡ", at: end), text.isAny("级級A景", at: text.next(end)) { return text.next(end) }
    if text.isAny("GKDgＧＫＤ", at: end), !text.isLatin(at: text.next(end)),
      !text.isAny("GKDgＧＫＤ", at: end) || text.scalar(at: end) != 0x67
    {
      return text.next(end)
    }
    return nil
  }

  /// 20211025: a day in eight digits, with nothing behind that it could count.
  private static func isDateStamp(_ text: Prose, _ numeral: Numeral) -> Bool {
    guard numeral.glyphs == 1, numeral.end - numeral.start == 8, text.isClauseEnd(numeral.end) else {
      return false
    }
    let value = numeral.whole
    return (1900...2099).contains(value / 10_000)
      && Day(value / 10_000, value / 100 % 100, value % 100) != nil
  }

  /// Behind digits and points that follow each other.
  private static func runEnd(_ text: Prose, _ start: Int) -> Int {
    var at = start
    while text.glyph(at: at).arabicDigit != nil || text.isAny(".．", at: at) { at = text.next(at) }
    return at
  }
}
