/// The time that a number is about: from a first to a last day, both included.
public struct Period: Hashable, Comparable, Sendable {
  /// The first day.
  public let start: Day
  /// The last day, included.
  public let end: Day

  /// Makes the period, or nothing where it would end before it starts.
  public init?(from start: Day, to end: Day) {
    guard start <= end else { return nil }
    self.start = start
    self.end = end
  }

  /// A single day.
  public init(_ day: Day) {
    start = day
    end = day
  }

  /// A whole year, or nothing beyond the years 1 to 9999.
  public init?(year: Int) {
    self.init(year: year, months: 1...12)
  }

  /// Whole months of a year, or nothing where there are no such months.
  public init?(year: Int, months: ClosedRange<Int>) {
    guard (1...12).contains(months.upperBound), let first = Day(year, months.lowerBound, 1),
      let last = Day(year, months.upperBound, Day.lastDay(year, months.upperBound))
    else { return nil }
    self.init(from: first, to: last)
  }

  /// Whole years, both included.
  public init?(years: ClosedRange<Int>) {
    guard let first = Day(years.lowerBound, 1, 1), let last = Day(years.upperBound, 12, 31) else {
      return nil
    }
    self.init(from: first, to: last)
  }

  /// Orders by start, then by end.
  public static func < (left: Period, right: Period) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}

extension Period {
  /// The label by which a period is known: the shortest that says it exactly.
  ///
  /// `2013` a year, `2016/2020` years, `2013-H1` a half, `2013-Q1` a quarter, `2013-06` a month,
  /// `2013-01/2013-09` months, `2013-06-30` a day, `2013-06-01/2013-06-10` anything else.
  public var label: String {
    guard start.day == 1, end.day == Day.lastDay(end.year, end.month) else {
      return start == end ? "\(start)" : "\(start)/\(end)"
    }
    if start.month == 1, end.month == 12 {
      let first = Day.padded(start.year, 4)
      return start.year == end.year ? first : "\(first)/\(Day.padded(end.year, 4))"
    }
    if start.year == end.year {
      switch (start.month, end.month) {
      case (1, 6): return "\(Day.padded(start.year, 4))-H1"
      case (7, 12): return "\(Day.padded(start.year, 4))-H2"
      case (1, 3), (4, 6), (7, 9), (10, 12):
        return "\(Day.padded(start.year, 4))-Q\(end.month / 3)"
      default: break
      }
    }
    let (first, last) = (Self.month(of: start), Self.month(of: end))
    return first == last ? first : "\(first)/\(last)"
  }

  private static func month(of day: Day) -> String {
    "\(Day.padded(day.year, 4))-\(Day.padded(day.month, 2))"
  }
}
