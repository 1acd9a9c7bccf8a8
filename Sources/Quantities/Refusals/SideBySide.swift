import Records

/// Reads: Chinese digits side by side that are no range, beside a multiplier: 五八万吨, 四三千, 九百六三十.
/// Yields: nothing but the place behind them all, for a finding.
/// Refuses: the number: whatever part of it were read would be a wrong one.
enum SideBySide {
  static func end(_ text: Prose, _ draft: Draft) -> Int? {
    // 一 begins words (五十一律), 两 is a unit too (三十两).
    guard draft.style == .chinese, draft.end == draft.numeral.end,
      let digit = text.glyph(at: draft.end).chineseDigit, digit > 1, !Glyph.isPair(text.scalar(at: draft.end))
    else { return nil }
    var at = draft.start
    var isMultiplied = false
    while at < draft.end || text.glyph(at: at).isNumeral {
      isMultiplied = isMultiplied || text.glyph(at: at).power != nil
      at = text.next(at)
    }
    return isMultiplied ? at : nil
  }
}
