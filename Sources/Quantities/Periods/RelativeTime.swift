import Records

/// Reads: a time told against the day of publication: 今年 去年 上年 本月 上个月 本季度 今天, 今年以来, 今明两年, 近五年, 年末, 全年.
/// Yields: the moment with the year, months or days that are meant, basis `relative`.
/// Refuses: them all where the day of publication is not known (the words are passed, and make no period).
enum RelativeTime {
  private static let years: [(StaticString, Int)] = [
    ("上一年度", -1), ("上一年", -1), ("上年度", -1), ("本年度", 0), ("这一年", 0), ("這一年", 0), ("今年", 0), ("去年", -1),
    ("前年", -2),
    ("上年", -1), ("本年", 0), ("明年", 1), ("后年", 2), ("後年", 2), ("下一年", 1), ("当年", 0),
  ]
  private static let months: [(StaticString, Int)] = [
    ("本月份", 0), ("本月", 0), ("这个月", 0), ("這個月", 0), ("当月", 0), ("上个月", -1), ("上個月", -1), ("上月", -1),
    ("下个月", 1), ("下月", 1),
  ]
  private static let quarters: [(StaticString, Int)] = [
    ("本季度", 0), ("这个季度", 0), ("上个季度", -1), ("上一季度", -1), ("上季度", -1), ("下季度", 1),
  ]
  private static let days: [(StaticString, Int)] = [
    ("今天", 0), ("今日", 0), ("昨天", -1), ("昨日", -1), ("明天", 1), ("明日", 1), ("前天", -2), ("后天", 2),
  ]

  static func read(_ text: Prose, at start: Int, _ published: Day?) -> Moment? {
    guard text.glyph(at: start) == .era else { return nil }
    if text.has("今明两年", at: start) { return years(text, start, start + 12, published, 0...1) }
    if let decade = Decade.read(text, at: start, published) { return decade }
    if let rolling = rolling(text, start, published) { return rolling }
    for (word, shift) in years where text.has(word, at: start) {
      let isThird = shift == -2 && text.isAny("大", before: start)
      return year(
        text, isThird ? start - 3 : start, start + word.utf8CodeUnitCount, isThird ? -3 : shift, published)
    }
    for (word, shift) in months where text.has(word, at: start) {
      return month(start, start + word.utf8CodeUnitCount, shift, 1, published)
    }
    for (word, shift) in quarters where text.has(word, at: start) {
      return month(start, start + word.utf8CodeUnitCount, shift * 3, 3, published)
    }
    if text.has("上半月", at: start) || text.has("下半月", at: start) { return halfMonth(text, start, published) }
    for (word, shift) in days
    where text.has(word, at: start) && !text.isAny("报", at: start + 6) && !text.isAny("光", before: start) {
      return day(start, start + word.utf8CodeUnitCount, shift, published)
    }
    return edge(text, start, published)
  }

  private static func open(_ start: Int, _ end: Int, _ rule: String) -> Moment {
    var moment = Moment(start: start, end: end)
    moment.basis = .relative
    moment.rules = [rule]
    return moment
  }

  private static func year(_ text: Prose, _ start: Int, _ end: Int, _ shift: Int, _ published: Day?) -> Moment
  {
    var moment = open(start, end, "RelativeYear")
    moment.year = published.map { $0.year + shift }
    if shift == 0, text.has("以来", at: end), let published, let first = Day(published.year, 1, 1) {
      moment.stretch = Period(from: first, to: published)
      moment.end = end + 6
    }
    if let stop = text.end(ofAny: ["本月", "同月"], at: end), let published {
      moment.months = published.month...published.month
      moment.end = stop
    }
    if text.has("同期", at: end) {
      moment.end = end + 6
      moment.stretch = published.flatMap { Period(year: $0.year + shift) }
      moment.rules.append("SamePeriod")
    }
    return moment
  }

  private static func years(
    _ text: Prose, _ start: Int, _ end: Int, _ published: Day?, _ shift: ClosedRange<Int>
  ) -> Moment {
    var moment = open(start, end, "RelativeYear")
    moment.stretch = published.flatMap {
      Period(years: $0.year + shift.lowerBound...$0.year + shift.upperBound)
    }
    return moment
  }

  /// A month that lies `shift` months from the one of publication; for quarters, the quarter's first.
  private static func month(_ start: Int, _ end: Int, _ shift: Int, _ count: Int, _ published: Day?) -> Moment
  {
    var moment = open(start, end, count == 1 ? "RelativeMonth" : "RelativeQuarter")
    guard let published else { return moment }
    let base = count == 1 ? published.month - 1 : (published.month - 1) / 3 * 3
    let index = published.year * 12 + base + shift
    moment.year = index / 12
    moment.months = index % 12 + 1...index % 12 + count
    return moment
  }

  private static func halfMonth(_ text: Prose, _ start: Int, _ published: Day?) -> Moment {
    var moment = open(start, start + 9, "RelativeMonth")
    guard let published else { return moment }
    moment.year = published.year
    moment.months = published.month...published.month
    moment.days = text.isAny("上", at: start) ? 1...15 : 16...31
    return moment
  }

  private static func day(_ start: Int, _ end: Int, _ shift: Int, _ published: Day?) -> Moment {
    var moment = open(start, end, "RelativeDay")
    moment.stretch = published.flatMap { Calendar.day($0, plus: shift) }.map { Period($0) }
    return moment
  }

  /// Words that a duration follows: 经过近4年.
  private static let durations: [StaticString] = ["经过", "历经", "历时", "长达", "耗时", "为期", "跨越", "任期", "时间"]

  /// 近五年, 过去三年, 最近两个月, 上2个月: as many years or months up to the day of publication.
  private static func rolling(_ text: Prose, _ start: Int, _ published: Day?) -> Moment? {
    guard let at = text.end(ofAny: ["过去的", "过去", "最近", "近", "上"], at: start),
      !text.isAny("最附邻临将接靠了用有已达", before: start),
      text.start(ofAny: durations, before: start) == nil,
      let number = SmallNumber(text, at: text.skippingSpaces(at)), (1...60).contains(number.value)
    else { return nil }
    let behind = text.skippingSpaces(number.end)
    let end: Int
    var count = number.value
    let isPast = !text.isAny("近", at: start)
    if let stop = text.end(ofAny: ["年来", "年间", "年"], at: behind), !text.isAny("上", at: start) {
      // 近20年的历史 may be a bound on a duration; a page's own time is meant where a clause goes on.
      if text.end(ofAny: ["的历史", "历史", "时间", "之久"], at: stop) != nil { return nil }
      end = stop
      count *= 12
    } else if let stop = text.end(ofAny: ["个月", "個月"], at: behind) {
      end = stop
    } else {
      return nil
    }
    var moment = open(start, end, "RollingSpan")
    moment.isRelativeSpan = true
    guard let published, let first = Calendar.months(published, plus: -count),
      let last = Calendar.day(published, plus: isPast ? -1 : 0),
      let from = isPast ? first : Calendar.day(first, plus: 1)
    else { return moment }
    moment.stretch = Period(from: from, to: last)
    return moment
  }

  /// 年末 年底 年初 年内 全年 without a year.
  private static func edge(_ text: Prose, _ start: Int, _ published: Day?) -> Moment? {
    guard text.scalar(before: start) != 0x5E74 else { return nil }
    if text.has("全年", at: start) {
      var moment = open(start, start + 6, "WholeYear")
      moment.year = published.map { $0.month == 12 ? $0.year : $0.year - 1 }
      return moment
    }
    guard
      text.has("年末", at: start) || text.has("年底", at: start) || text.has("年初", at: start)
        || text.has("年内", at: start),
      !text.glyph(before: start).isNumeral, !text.glyph(at: start + 6).isNumeral,
      !text.isAny("每近几多往历同", before: start)
    else { return nil }
    var moment = open(start, start + 6, "PeriodEdge")
    if text.isAny("内", at: start + 3) {
      moment.year = published?.year
      return moment
    }
    let isFirst = text.isAny("初", at: start + 3)
    moment.months = isFirst ? 1...1 : 12...12
    moment.days = isFirst ? 1...1 : 31...31
    moment.isInstant = true
    return moment
  }
}
