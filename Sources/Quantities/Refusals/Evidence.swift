import Records

/// Reads: what a number has beside it.
/// Yields: whether that is enough for a quantity.
/// Refuses: a lone Chinese digit without a unit (but for one that stands alone or behind 是 and 为), 十
/// to 九十 in the middle of words, digits in a row, 百 千 万 without a mark.
enum Evidence {
  static func suffices(_ text: Prose, _ draft: Draft, _ context: Scanner.Context) -> Bool {
    if draft.isComplete || draft.kind == .money {
      return draft.style != .bare || draft.isComplete || isMarked(draft)
    }
    switch draft.style {
    case .bare: return isMarked(draft) && (draft.unit != nil || draft.surplus != nil || draft.mark != nil)
    case .arabic:
      if draft.unit != nil || isMarked(draft) || draft.kind == .ratio { return true }
      return !(joinsWord(text, draft.end) || isSerial(text, draft) || isLabel(text, draft))
    case .digits: return draft.unit == nil ? standsAlone(text, draft) : draft.kind == .share
    case .chinese:
      if draft.unit == nil, text.isAny("月初", before: draft.start) { return false }
      if draft.glyphs == 1, draft.value.small == 0, let unit = draft.unit?.name, !zeroCounts(unit) {
        return false
      }
      if draft.glyphs == 1, let unit = draft.unit?.name {
        if Determiner.stands(text, draft.numeral.start, draft.value, unit)
          || Determiner.names(text, draft, unit)
        {
          return false
        }
      }
      if draft.unit != nil { return draft.glyphs > 1 || isMarked(draft) || !WordBoundary.isCut(text, draft) }
      if draft.high != nil, draft.glyphs <= 2 { return false }
      return draft.glyphs > 2 || isMarked(draft) || draft.value.small >= 100 || draft.value.small < 0
        || (draft.glyphs == 2 && text.isClauseEnd(draft.end)) || standsAlone(text, draft)
    }
  }

  private static func isMarked(_ draft: Draft) -> Bool { draft.mark != nil || draft.surplus != nil }

  /// A number that is all of a line, a cell or a quotation, or all that 是 and 为 say.
  private static func standsAlone(_ text: Prose, _ draft: Draft) -> Bool {
    if text.isCellStart(draft.start), text.isCellEnd(draft.end) { return true }
    if text.glyph(before: draft.start) == .openQuote, text.glyph(at: draft.end) == .closeQuote { return true }
    guard text.isAny("是为於于等", before: draft.start) else { return false }
    return text.isClauseEnd(draft.end) || text.isAny("而却那这", at: draft.end)
  }

  /// 01 and 02 number things.
  private static func isSerial(_ text: Prose, _ draft: Draft) -> Bool {
    draft.value.exponent == 0 && text.glyph(at: draft.numeral.start).arabicDigit == 0
      && text.glyph(at: text.next(draft.numeral.start)).arabicDigit != nil
  }

  /// A number that names something in prose: GB/T 2260, 工业4.0, 119, 12345热线. In a cell it is a value.
  private static func isLabel(_ text: Prose, _ draft: Draft) -> Bool {
    let (start, end) = (draft.start, draft.end)
    if text.isCellStart(start), text.isCellEnd(end) { return false }
    if !draft.hasMultipliers, text.isLatin(before: text.skippingSpaces(before: start)) { return true }
    if text.end(ofAny: hotlineWords, at: end) != nil { return true }
    if draft.value.exponent == -1, draft.value.significand % 10 == 0, draft.value < ExactDecimal(10) {
      return true
    }
    return draft.value.exponent == 0 && hotlines.contains(Int(truncatingIfNeeded: draft.value.significand))
  }

  private static let hotlineWords: WordList = ["政务", "热线", "服务热线", "平台热线", "举报", "报警", "急救"]

  private static let hotlines: Set<Int> = [
    110, 112, 114, 119, 120, 122, 12306, 12309, 12315, 12318, 12319, 12320, 12329, 12333, 12345, 12348, 12358,
    12366, 12369, 12371, 12377, 12380, 12388, 12389,
  ]

  /// Measure words of which there may be 零.
  private static let countingNone: [Unicode.Scalar] = ["个", "人", "例", "起"]

  /// 零 before a measure word is mostly a word: 零头, 零部件.
  private static func zeroCounts(_ unit: UnitName) -> Bool {
    unit.kind != .count || countingNone.contains(unit.single)
  }

  /// Whether a Latin letter or an underline runs on from the number.
  private static func joinsWord(_ text: Prose, _ end: Int) -> Bool {
    (text.isLatin(at: end) && text.glyph(before: end).power == nil) || text.isAny("_@#", at: end)
  }
}
