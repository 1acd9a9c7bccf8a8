internal import Records

/// How the headings of monthly tables name their time by that of the table: 本月, 本月止累计, 1—本月, 去年同期.
struct TableMonthWords {
  private enum Reach { case month, sum }
  private var reach: Reach?
  private var isYearBefore = false

  /// Whether it is 去年同期 alone: as much of the year before as the column beside it has of this one.
  var isYearBeforeAlone: Bool { isYearBefore && reach == nil }

  /// A heading without such words.
  init() {}

  /// Takes such words from the parts of a heading, which spaces part.
  init(_ heading: inout String) {
    guard heading.holds("本月") || heading.holds("当月") || heading.holds("累计") || heading.holds("同期") else {
      return
    }
    let parts = heading.unicodeScalars.split(separator: " ").map { part -> String in
      var words = String(part)
      for year in ["去年同期", "上年同期"] where words.begins(with: year) {
        words = String(words.dropFirst(year.count))
        isYearBefore = true
      }
      take(Self.sums, .sum, from: &words)
      if reach == nil { take(Self.month, .month, from: &words) }
      return words
    }
    heading = parts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static let sums = [
    "本月止累计", "1-本月累计", "1—本月累计", "1至本月累计", "1-本月", "1—本月", "1至本月", "本月累计", "本月止", "累计完成", "累计数", "累计",
  ]
  private static let month = ["本月完成", "当月完成", "本月", "当月"]

  /// A sum is one where the words end there or go on about its growth: 累计, 累计增长, but not 累计投资.
  private mutating func take(_ words: [String], _ reach: Reach, from part: inout String) {
    guard let word = words.first(where: { part.begins(with: $0) }) else { return }
    let rest = String(part.dropFirst(word.count))
    let goesOn = ["", "增长", "同比", "比", "增幅", "增速", "±", "（", "(", "数", "额", "完成", "绝对"]
    guard goesOn.contains(where: { $0.isEmpty ? rest.isEmpty : rest.begins(with: $0) }) else { return }
    self.reach = reach
    part = ["数", "额", "数额", "完成"].contains(rest) ? "" : rest
  }

  /// The time that the words name in a table of `base`: a month, or the months from January to one.
  func period(in base: Period?) -> Period? {
    guard reach != nil || isYearBefore, let base, base.start.year == base.end.year else { return nil }
    let (year, month) = (base.end.year, base.end.month)
    let isWholeYear = base == Period(year: year)
    let period: Period? =
      switch reach {
      case .month: isWholeYear ? nil : Period(year: year, months: month...month)
      case .sum: Period(year: year, months: 1...month)
      case nil: base
      }
    return isYearBefore ? period?.shifted(to: year - 1) : period
  }
}
