import Records

/// Reads: 近五年, 近三年来, 过去十年间, 最近两个月, 上2个月.
/// Yields: as many years or months up to the day of publication; with 过去 and 上 up to the day before.
/// Refuses: durations: 经过近4年, 近20年的历史.
enum RollingSpan {
  private static let durationsBefore: WordList = [
    "经过", "历经", "历时", "长达", "耗时", "为期", "跨越", "任期", "时间",
  ]
  private static let durationsBehind: WordList = ["的历史", "历史", "时间", "之久"]

  static func read(_ text: Prose, at start: Int, _ published: Day?) -> Moment? {
    guard let at = text.end(ofAny: ["过去的", "过去", "最近", "近", "上"], at: start),
      !text.isAny("最附邻临将接靠了用有已达", before: start), text.start(ofAny: durationsBefore, before: start) == nil,
      let number = SmallNumber(text, at: text.skippingSpaces(at)), (1...60).contains(number.value)
    else { return nil }
    let behind = text.skippingSpaces(number.end)
    let count: Int
    let end: Int
    if let stop = text.end(ofAny: ["年来", "年间", "年"], at: behind), !text.isAny("上", at: start) {
      if text.end(ofAny: durationsBehind, at: stop) != nil { return nil }
      (end, count) = (stop, number.value * 12)
    } else if let stop = text.end(ofAny: ["个月", "個月"], at: behind) {
      (end, count) = (stop, number.value)
    } else {
      return nil
    }
    var moment = Moment(start: start, end: end, relativeBy: "RollingSpan")
    moment.isRelativeSpan = true
    let isPast = !text.isAny("近", at: start)
    guard let published, let first = Calendar.months(published, plus: -count),
      let last = Calendar.day(published, plus: isPast ? -1 : 0),
      let from = isPast ? first : Calendar.day(first, plus: 1)
    else { return moment }
    moment.stretch = Period(from: from, to: last)
    return moment
  }
}
