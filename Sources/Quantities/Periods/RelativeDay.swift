import Records

/// Reads: 今天, 昨日, 明天, 前天, 后天.
/// Yields: the day.
/// Refuses: them in names (光明日报).
enum RelativeDay {
  private static let words: [(StaticString, Int)] = [
    ("今天", 0), ("今日", 0), ("昨天", -1), ("昨日", -1), ("明天", 1), ("明日", 1), ("前天", -2), ("后天", 2),
  ]

  static func read(_ text: Prose, at start: Int, _ published: Day?) -> Moment? {
    for (word, shift) in words where text.has(word, at: start) {
      if text.isAny("报", at: start + 6) || text.isAny("光", before: start) { return nil }
      var moment = Moment(start: start, end: start + 6, relativeBy: "RelativeDay")
      moment.stretch = published.flatMap { Calendar.day($0, plus: shift) }.map { Period($0) }
      return moment
    }
    return nil
  }
}
