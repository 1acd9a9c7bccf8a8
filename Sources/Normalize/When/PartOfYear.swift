internal import Records

/// A part of a year without its year belongs to the year that the text speaks of: 2010年…，年末…; 一季度同比上涨2.2%.
///
/// Reads: a time that names no year and no other point it starts from: 全年, 年末, 上半年, 6月底.
/// Yields: the same part of the year of the sentence, the paragraph, the heading or the title; for 上年 the year before that.
/// Refuses: 去年, 今年, 本月 and the like: they count from the day of publication.
enum PartOfYear {
  static func place(_ mention: PeriodMention, in year: Int?, _ text: Bytes) -> Period {
    if let year, text.has("上年", at: mention.span.start),
      mention.period == Period(year: mention.period.end.year)
    {
      return Period(year: year - 1) ?? mention.period
    }
    guard let year, mention.basis == .relative, !isRelative(mention.span, text) else {
      return mention.period
    }
    let (start, end) = (mention.period.start, mention.period.end)
    let shift = year - end.year
    guard shift != 0,
      let first = Day(
        start.year + shift, start.month, min(start.day, Day.lastDay(start.year + shift, start.month))),
      let last = Day(
        year, end.month,
        end.day == Day.lastDay(end.year, end.month) ? Day.lastDay(year, end.month) : end.day),
      let period = Period(from: first, to: last)
    else { return mention.period }
    return period
  }

  /// Whether the words count from the day of publication.
  static func isRelative(_ span: ByteSpan, _ text: Bytes) -> Bool {
    for word in [
      "去年", "上年", "今年", "本年", "前年", "明年", "本月", "上月", "下月", "今天", "昨天", "近", "目前", "上季", "本季", "来年", "截至",
      "截止",
      "十", "过去", "最近", "五年", "三年", "两年",
    ] as [StaticString] where text.has(word, at: span.start) {
      return true
    }
    return false
  }
}
