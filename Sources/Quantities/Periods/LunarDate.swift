import Records

/// Reads: a day or month of the Chinese calendar: 农历八月十五, 正月初一, 腊月廿三, 闰四月, 五月廿二, 去年八月十五; a feast
/// behind a year: 去年元旦, 2021年春节, 零六年端午.
/// Yields: the day of the Gregorian calendar, in the year that is said or the one of publication.
/// Refuses: month and day in plain numerals behind a stated year (两千零四年八月十五 is Gregorian); a feast
/// without a year.
struct LunarDate {
  let text: Prose
  /// The year, where one was read before.
  let year: Int?
  /// Whether that year was told outright and not against the day of publication.
  let isStated: Bool

  private static let calendars: WordList = ["农历", "阴历", "旧历"]

  /// The date at `offset`.
  func read(at offset: Int, _ published: Day?) -> Moment? {
    var at = offset
    let isNamed: Bool
    if let end = text.end(ofAny: Self.calendars, at: offset) {
      (at, isNamed) = (end, true)
    } else {
      isNamed = false
    }
    guard let (month, isLeap, isMarked, monthEnd) = self.month(at: at) else { return nil }
    let found = day(at: text.skippingSpaces(monthEnd), isNamed: isNamed)
    guard isNamed || isMarked || found?.isMarked == true || (found != nil && !isStated) else { return nil }
    var moment = Moment(start: offset, end: found?.end ?? monthEnd)
    moment.basis = isStated ? .stated : .relative
    moment.rules = ["LunarDate"]
    guard let year = year ?? published?.year else { return moment }
    if let found {
      moment.stretch = LunarCalendar.day(year, month, found.day, isLeap: isLeap).map { Period($0) }
    } else {
      moment.stretch = LunarCalendar.period(year, month, isLeap: isLeap)
    }
    return moment.stretch == nil ? nil : moment
  }

  /// 正月, 腊月, 闰四月 and 八月: only the first three are of the Chinese calendar for sure.
  private func month(at offset: Int) -> (month: Int, isLeap: Bool, isMarked: Bool, end: Int)? {
    if text.has("正月", at: offset) { return (1, false, true, offset + 6) }
    if text.has("腊月", at: offset) || text.has("臘月", at: offset) { return (12, false, true, offset + 6) }
    let isLeap = text.isAny("闰閏", at: offset)
    let start = isLeap ? text.next(offset) : offset
    guard let number = SmallNumber(text, at: start), (1...12).contains(number.value),
      !number.isArabic || isLeap,
      text.isAny("月", at: number.end)
    else { return nil }
    return (number.value, isLeap, isLeap, text.next(number.end))
  }

  /// 初一, 十五, 廿三, 三十: 初 and 廿 are of the Chinese calendar for sure.
  private func day(at offset: Int, isNamed: Bool) -> (day: Int, isMarked: Bool, end: Int)? {
    let isFirst = text.isAny("初", at: offset)
    let start = isFirst ? text.next(offset) : offset
    guard let number = SmallNumber(text, at: start), !number.isArabic,
      (1...(isFirst ? 10 : 30)).contains(number.value)
    else {
      return nil
    }
    let isMarked = isFirst || text.glyph(at: start) == .twenty
    guard isMarked || isNamed || (number.value >= 10 && text.isClauseEnd(number.end)),
      !text.isAny("日号月个天", at: number.end)
    else { return nil }
    return (number.value, isMarked, number.end)
  }

  private static let gregorian: [(StaticString, Int, Int)] = [
    ("元旦", 1, 1), ("妇女节", 3, 8), ("劳动节", 5, 1), ("五一", 5, 1), ("儿童节", 6, 1), ("建党节", 7, 1), ("建军节", 8, 1),
    ("教师节", 9, 10),
    ("国庆", 10, 1),
  ]
  private static let lunar: [(StaticString, Int, Int)] = [
    ("春节", 1, 1), ("元宵", 1, 15), ("端午", 5, 5), ("七夕", 7, 7), ("中秋", 8, 15), ("重阳", 9, 9),
  ]

  /// The feast at `offset`, in the year that was read before it.
  func feast(at offset: Int) -> Moment? {
    guard let year, let (date, name) = date(year, offset) else { return nil }
    // 2024年春节假期 is more than the day.
    let end = text.end(ofAny: ["节"], at: name) ?? name
    guard text.isClauseEnd(end) || text.isAny("当那", at: end) else { return nil }
    var moment = Moment(start: offset, end: end)
    moment.basis = isStated ? .stated : .relative
    moment.stretch = Period(date)
    moment.rules = ["LunarDate"]
    return moment
  }

  private func date(_ year: Int, _ offset: Int) -> (Day, Int)? {
    if text.has("除夕", at: offset) { return LunarCalendar.eve(year).map { ($0, offset + 6) } }
    for (name, month, day) in Self.gregorian where text.has(name, at: offset) {
      return Day(year, month, day).map { ($0, offset + name.utf8CodeUnitCount) }
    }
    for (name, month, day) in Self.lunar where text.has(name, at: offset) {
      return LunarCalendar.day(year, month, day).map { ($0, offset + name.utf8CodeUnitCount) }
    }
    return nil
  }
}
