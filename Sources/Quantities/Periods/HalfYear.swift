/// Reads: 上半年, 下半年.
/// Yields: their six months.
/// Refuses: 半年 alone, which is a duration.
enum HalfYear {
  static func read(_ text: Prose, at offset: Int) -> MonthsFound? {
    if text.has("上半年", at: offset) { return MonthsFound(months: 1...6, end: offset + 9) }
    if text.has("下半年", at: offset) { return MonthsFound(months: 7...12, end: offset + 9) }
    return nil
  }
}
