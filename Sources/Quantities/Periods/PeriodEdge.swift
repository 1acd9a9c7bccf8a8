import Records

/// Reads: 底, 末 and 初 behind a year, a half, a quarter or a month, 年末 年底 年初 年内 without a year; 度 and 全年 behind a year.
/// Yields: the last or first day, a point that was reached; without a year that of the past.
/// Refuses: 末位, 初步, 初中 and other words.
enum PeriodEdge {
  static func ofYear(_ text: Prose, _ moment: Moment) -> Moment? {
    guard moment.year != nil else { return nil }
    var result = moment
    if let end = text.end(ofAny: ["度", "全年"], at: moment.end) {
      result.end = end
      return result
    }
    guard text.isAny("年", before: moment.end) else { return nil }
    // 2018年年初 has the year's word twice.
    let at = text.end(ofAny: ["年"], at: moment.end) ?? moment.end
    if text.isAny("底末", at: at), !text.has("末位", at: at) {
      return point(result, 12, 31...31, text.next(at))
    }
    guard text.isAny("初", at: at), !text.isAny("中步期级", at: text.next(at)) else { return nil }
    return point(result, 1, 1...1, text.next(at))
  }

  /// Behind a month, or months that a half or quarter is of.
  static func ofMonths(_ text: Prose, _ moment: Moment) -> Moment? {
    guard let months = moment.months else { return nil }
    let at = text.skippingSpaces(moment.end)
    if text.isAny("底末", at: at) {
      let month = months.upperBound
      // In a year that is not known yet February ends with the 28th.
      let last = Day.lastDay(moment.year ?? 2001, month)
      return point(moment, month, last...31, text.next(at))
    }
    guard text.isAny("初", at: at), !text.isAny("步期", at: text.next(at)) else { return nil }
    return point(moment, months.lowerBound, 1...1, text.next(at))
  }

  /// 年末 and its like where no year stands before.
  static func alone(_ text: Prose, at start: Int, _ published: Day?) -> Moment? {
    guard text.end(ofAny: ["年末", "年底", "年初", "年内"], at: start) != nil, text.scalar(before: start) != 0x5E74,
      !text.glyph(before: start).isNumeral, !text.glyph(at: start + 6).isNumeral,
      !text.isAny("每近几多往历同", before: start)
    else { return nil }
    var moment = Moment(start: start, end: start + 6, relativeBy: "PeriodEdge")
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

  private static func point(_ moment: Moment, _ month: Int, _ days: ClosedRange<Int>, _ end: Int) -> Moment {
    var result = moment
    result.months = month...month
    result.days = days
    result.end = end
    result.isInstant = true
    result.rules.append("PeriodEdge")
    return result
  }
}
