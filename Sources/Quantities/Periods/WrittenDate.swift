import Records

/// Reads: 2015-03-03, 2015/3/3, 2015.5.13, 2015/3, and 2008.03 where a range goes on from it.
/// Yields: the day or the month.
/// Refuses: versions and codes: a fourth part, a month beyond 12.
enum WrittenDate {
  static func read(_ text: Prose, at start: Int) -> Moment? {
    guard let year = SmallNumber(text, at: start), year.isArabic, year.count == 4,
      (1000...2999).contains(year.value)
    else { return nil }
    let mark = text.scalar(at: year.end)
    guard isMark(mark), let month = SmallNumber(text, at: text.next(year.end)), month.isArabic,
      month.count <= 2, (1...12).contains(month.value)
    else { return nil }
    var moment = Moment(start: start, end: month.end)
    moment.year = year.value
    moment.months = month.value...month.value
    moment.rules = ["WrittenDate"]
    let second = text.scalar(at: month.end)
    if isMark(second), second == mark || mark == 0x2E, let day = SmallNumber(text, at: text.next(month.end)),
      day.isArabic, day.count <= 2,
      Day(year.value, month.value, day.value) != nil
    {
      guard
        !isMark(text.scalar(at: day.end)) || text.glyph(at: text.next(day.end)).arabicDigit == nil
          || isDate(text, text.next(day.end))
      else { return nil }
      moment.days = day.value...day.value
      moment.end = day.end
      return moment
    }
    if mark == 0x2F, (1900...2099).contains(year.value), !isMark(second),
      text.isClauseEnd(month.end) || RangeJoiner.read(text, at: month.end) != nil
    {
      return moment
    }
    // A year and a month alone with a point look like a decimal or a range of years.
    guard mark == 0x2E, month.count == 2, (1900...2099).contains(year.value),
      let (at, _) = RangeJoiner.read(text, at: month.end),
      let next = SmallNumber(text, at: at), next.count == 4, (1900...2099).contains(next.value)
    else { return nil }
    return moment
  }

  private static func isMark(_ scalar: UInt32) -> Bool {
    scalar == 0x2D || scalar == 0x2F || scalar == 0x2E || scalar == 0xFF0E
  }

  /// Whether a second date stands at `start`.
  private static func isDate(_ text: Prose, _ start: Int) -> Bool {
    guard let year = SmallNumber(text, at: start) else { return false }
    return year.count == 4
  }
}
