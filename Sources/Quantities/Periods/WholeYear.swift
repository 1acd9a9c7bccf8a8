import Records

/// Reads: 全年 without a year before it.
/// Yields: the last whole year by the day of publication; in December the year itself.
/// Refuses: it behind 年, where the year is said.
enum WholeYear {
  static func read(_ text: Prose, at start: Int, _ published: Day?) -> Moment? {
    guard text.has("全年", at: start), text.scalar(before: start) != 0x5E74 else { return nil }
    var moment = Moment(start: start, end: start + 6, relativeBy: "WholeYear")
    moment.year = published.map { $0.month == 12 ? $0.year : $0.year - 1 }
    return moment
  }
}
