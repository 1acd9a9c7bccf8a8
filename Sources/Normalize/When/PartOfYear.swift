internal import Records

/// A part of a year without its year belongs to the year that the text speaks of: 2010年…，年末…; 一季度同比上涨1.7%.
///
/// Reads: a time that names no year and no other point it starts from: 全年, 年末, 上半年, 6月底.
/// Yields: the same part of the year of the sentence, the paragraph, the heading or the title; for 上年 the year before that, for 去年同期 the
/// time that is spoken of a year before, for 当月 the last of the months that are spoken of (1—7月).
/// Refuses: 去年, 今年, 本月 and the like: they count from the day of publication.
enum PartOfYear {
  static func place(
    _ mention: PeriodMention, in year: Int?, around: Period? = nil, _ text: Bytes
  ) -> Period {
    if let year, text.has("上年", at: mention.span.start) || text.has("去年", at: mention.span.start),
      text.has("同期", endingAt: mention.span.end), let around,
      let period = around.shifted(to: around.end.year - 1), around.end.year == year
    {
      return period
    }
    if let year, text.has("上年", at: mention.span.start),
      mention.period == Period(year: mention.period.end.year)
    {
      return Period(year: year - 1) ?? mention.period
    }
    // 8月当月…，当月: that month again.
    if text.has("当月", at: mention.span.start), let around, around.start.month == around.end.month,
      around.start.year == around.end.year, around.start < around.end
    {
      return around
    }
    if text.has("当月", at: mention.span.start), let around, around.start.month == 1,
      let month = Period(
        year: around.end.year, months: around.end.month...around.end.month),
      around.start.year == around.end.year, around.end.month < 12
    {
      return month
    }
    guard let year, mention.basis == .relative, !isRelative(mention.span, text) else {
      return mention.period
    }
    guard mention.period.end.year != year, let period = mention.period.shifted(to: year) else {
      return mention.period
    }
    return period
  }

  /// Whether the words count from the day of publication.
  static func isRelative(_ span: ByteSpan, _ text: Bytes) -> Bool {
    if isUpToEndOfYear(span, text) { return false }
    for word in [
      "去年", "上年", "今年", "本年", "前年", "明年", "本月", "上月", "下月", "今天", "昨天", "近", "目前", "上季", "本季", "来年", "截至",
      "截止",
      "十", "过去", "最近", "五年", "三年", "两年",
    ] as [StaticString] where text.has(word, at: span.start) {
      return true
    }
    return false
  }

  /// 截止年底, 截至到年末: the end of the year that is spoken of, since no year is over on the day of publication.
  private static func isUpToEndOfYear(_ span: ByteSpan, _ text: Bytes) -> Bool {
    guard text.has("截至", at: span.start) || text.has("截止", at: span.start) else { return false }
    let rest = span.start + (text.has("到", at: span.start + 6) ? 9 : 6)
    return text.has("年底", at: rest) || text.has("年末", at: rest)
  }
}

extension Period {
  /// The same part of the year in which it ends, in another year; nothing where there is none.
  func shifted(to year: Int) -> Period? {
    let shift = year - end.year
    guard
      let first = Day(
        start.year + shift, start.month, min(start.day, Day.lastDay(start.year + shift, start.month))),
      let last = Day(
        year, end.month,
        end.day == Day.lastDay(end.year, end.month)
          ? Day.lastDay(year, end.month) : min(end.day, Day.lastDay(year, end.month)))
    else { return nil }
    return Period(from: first, to: last)
  }
}
