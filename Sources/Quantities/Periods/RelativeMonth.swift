import Records

/// Reads: 本月, 上个月, 下月, 本季度, 上季度, 上半月.
/// Yields: the month or the quarter; half a month by its days.
/// Refuses: 每月 and 次月.
enum RelativeMonth {
  private static let months: [(StaticString, Int)] = [
    ("本月份", 0), ("本月", 0), ("这个月", 0), ("這個月", 0), ("当月", 0), ("上个月", -1), ("上個月", -1), ("上月", -1),
    ("下个月", 1), ("下月", 1),
  ]
  private static let quarters: [(StaticString, Int)] = [
    ("本季度", 0), ("这个季度", 0), ("上个季度", -1), ("上一季度", -1), ("上季度", -1), ("下季度", 1),
  ]

  static func read(_ text: Prose, at start: Int, _ published: Day?) -> Moment? {
    for (word, shift) in months where text.has(word, at: start) {
      let moment = Moment(start: start, end: start + word.utf8CodeUnitCount, relativeBy: "RelativeMonth")
      return months(moment, from: published.map { $0.month - 1 + shift }, count: 1, published)
    }
    for (word, shift) in quarters where text.has(word, at: start) {
      let moment = Moment(start: start, end: start + word.utf8CodeUnitCount, relativeBy: "RelativeMonth")
      return months(moment, from: published.map { ($0.month - 1) / 3 * 3 + shift * 3 }, count: 3, published)
    }
    guard text.has("上半月", at: start) || text.has("下半月", at: start) else { return nil }
    let half = Moment(start: start, end: start + 9, relativeBy: "RelativeMonth")
    var moment = months(half, from: published.map { $0.month - 1 }, count: 1, published)
    if published != nil { moment.days = text.isAny("上", at: start) ? 1...15 : 16...31 }
    return moment
  }

  /// `count` months from the one that lies `first` months behind January of the year of publication.
  private static func months(_ moment: Moment, from first: Int?, count: Int, _ published: Day?) -> Moment {
    guard let first, let published else { return moment }
    var result = moment
    let index = published.year * 12 + first
    result.year = index / 12
    result.months = index % 12 + 1...index % 12 + count
    return result
  }
}
