import Records

/// Reads: the number of a document, a road, a building, a room, a section: 〔2021〕12号, 12号, 303国道, 3栋, 501室.
/// Yields: nothing; it gives the place behind it.
/// Refuses: the number.
enum DocumentNumber {
  private static let names: WordList = [
    "号", "號", "国道", "省道", "县道", "乡道", "高速", "弄", "巷", "路公交", "路车", "强", "级甲等", "级乙等",
    "等奖", "等功", "等级", "号线", "版", "大道",
  ]

  static func end(_ text: Prose, _ numeral: Numeral) -> Int? {
    if text.isAny("〔﹝", before: numeral.start) { return numeral.end }
    // 3栋2单元 is a place, 186栋 a count.
    if text.isAny("栋幢单", at: numeral.end), let end = text.end(ofAny: ["栋", "幢", "单元"], at: numeral.end),
      text.glyph(at: end).isNumeral || text.isAny("号单", at: end)
    {
      var at = end
      while text.glyph(at: at).isNumeral { at = text.next(at) }
      return text.end(ofAny: ["单元", "号", "室"], at: at) ?? at
    }
    guard text.isAny("号號国省县乡高弄巷路强级等版大室", at: numeral.end) else { return nil }
    return text.end(ofAny: names, at: numeral.end) ?? room(text, numeral)
  }

  /// 501室 behind 号 or 单元.
  private static func room(_ text: Prose, _ numeral: Numeral) -> Int? {
    guard text.isAny("室", at: numeral.end), numeral.style == .arabic, numeral.end - numeral.start >= 3 else {
      return nil
    }
    return text.next(numeral.end)
  }
}
