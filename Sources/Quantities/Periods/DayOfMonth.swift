import Records

/// Reads: 30日, 三号, 1—3日 behind a month; 十五 without 日 behind a stated year and month; 前两天.
/// Yields: the days.
/// Refuses: a thirty-second day.
enum DayOfMonth {
  static func read(_ text: Prose, at offset: Int, of moment: Moment) -> Moment? {
    guard let months = moment.months, months.count == 1, let first = SmallNumber(text, at: offset),
      (1...31).contains(first.value), first.count <= 3
    else { return nil }
    var last = first.value
    var at = text.skippingSpaces(first.end)
    if let (next, _) = RangeJoiner.read(text, at: at), let second = SmallNumber(text, at: next),
      second.count <= 3, (last...31).contains(second.value),
      text.isAny("日号號", at: text.skippingSpaces(second.end))
    {
      (last, at) = (second.value, text.skippingSpaces(second.end))
    }
    if text.isAny("日号號", at: at) { return taking(first.value...last, moment, text.next(at)) }
    guard !first.isArabic, moment.year != nil, moment.basis == .stated, text.isClauseEnd(first.end) else {
      return nil
    }
    return taking(first.value...last, moment, first.end)
  }

  /// 前两天 and 前十日.
  static func first(_ text: Prose, of moment: Moment) -> Moment? {
    guard text.isAny("前", at: moment.end), let number = SmallNumber(text, at: text.next(moment.end)),
      (1...31).contains(number.value), text.isAny("天日", at: number.end)
    else { return nil }
    return taking(1...number.value, moment, text.next(number.end))
  }

  private static func taking(_ days: ClosedRange<Int>, _ moment: Moment, _ end: Int) -> Moment {
    var result = moment
    result.days = days
    result.end = end
    result.rules.append("DayOfMonth")
    return result
  }
}
