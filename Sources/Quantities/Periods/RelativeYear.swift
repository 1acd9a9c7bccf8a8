import Records

/// Reads: 今年, 去年, 大前年, 上年, 本年度, 明年, 今明两年; with 本月 and 同期 behind.
/// Yields: the year; its month with 本月. With 同期 the year as a
/// whole, and `SamePeriod` among the rules.
/// Refuses: 往年 and 多年.
enum RelativeYear {
  private static let words: [(StaticString, Int)] = [
    ("上一年度", -1), ("上一年", -1), ("上年度", -1), ("本年度", 0), ("这一年", 0), ("這一年", 0), ("今年", 0), ("去年", -1),
    ("前年", -2), ("上年", -1), ("本年", 0), ("明年", 1), ("后年", 2), ("後年", 2), ("下一年", 1), ("当年", 0),
  ]

  static func read(_ text: Prose, at start: Int, _ published: Day?) -> Moment? {
    if text.has("今明两年", at: start) {
      var moment = Moment(start: start, end: start + 12, relativeBy: "RelativeYear")
      moment.stretch = published.flatMap { Period(years: $0.year...$0.year + 1) }
      return moment
    }
    for (word, shift) in words where text.has(word, at: start) {
      let end = start + word.utf8CodeUnitCount
      if shift == -2, text.isAny("大", before: start) { return year(text, start - 3, end, -3, published) }
      return year(text, start, end, shift, published)
    }
    return nil
  }

  private static func year(_ text: Prose, _ start: Int, _ end: Int, _ shift: Int, _ published: Day?) -> Moment
  {
    var moment = Moment(start: start, end: end, relativeBy: "RelativeYear")
    moment.year = published.map { $0.year + shift }
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
}
