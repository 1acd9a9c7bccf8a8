import Records

/// A time as it is read: some of year, months and days; what is not said is left open.
struct Moment {
  var start: Int
  var end: Int
  var year: Int?
  var months: ClosedRange<Int>?
  var days: ClosedRange<Int>?
  /// A stretch that is already known: 十四五, 近五年.
  var stretch: Period?
  /// Years both included: 1990年代.
  var lastYear: Int?
  var isInstant = false
  var isRange = false
  /// Whether the words tell no days: 本世纪初.
  var isVague = false
  var isRelativeSpan = false
  var basis: PeriodBasis = .stated
  var rules: [String] = []
  /// The other end of a range.
  private var other: [Moment] = []

  init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }

  /// Whether no year was said at either end: the day of publication would have to tell it.
  var isYearOpen: Bool {
    year == nil && stretch == nil && other.allSatisfy { $0.year == nil && $0.stretch == nil }
  }

  /// Takes the other end.
  mutating func join(_ second: Moment) {
    end = second.end
    other = [second]
    isRange = true
    isInstant = false
    isVague = isVague || second.isVague
    if second.basis == .relative { basis = .relative }
    rules.append("PeriodRange")
  }

  /// The days that are meant: an open year is the last one that had begun the time by `published`.
  func resolved(against published: Day?) -> Period? {
    guard !isVague, let first = single(against: published) else { return nil }
    guard let second = other.first else { return first }
    guard let last = second.single(against: published) else { return nil }
    // 5月—10月 without a year: both are of the year that the second one is of.
    if year == nil, second.year == nil, stretch == nil, first.start > last.end {
      var same = self
      (same.year, same.other) = (last.start.year, [])
      return same.resolved(against: published).flatMap { Period(from: $0.start, to: last.end) }
    }
    return Period(from: first.start, to: last.end)
  }

  private func single(against published: Day?) -> Period? {
    if let stretch { return stretch }
    guard let year = year ?? published.map({ openYear(before: $0) }) else { return nil }
    guard let months else {
      return lastYear.map { Period(years: year...max(year, $0)) } ?? Period(year: year)
    }
    guard let days else { return Period(year: year, months: months) }
    let last = Day.lastDay(year, months.upperBound)
    guard let from = Day(year, months.lowerBound, days.lowerBound),
      let to = Day(year, months.upperBound, min(days.upperBound, last))
    else { return nil }
    return Period(from: from, to: to)
  }

  /// The year of publication, or the one before where the time would not have begun its last month.
  private func openYear(before published: Day) -> Int {
    guard let months else { return published.year }
    let key = (months.upperBound, days?.lowerBound ?? 1)
    return key <= (published.month, published.day) ? published.year : published.year - 1
  }
}
