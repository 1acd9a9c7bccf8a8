internal import Records

/// Leads days to whole units of a picture.
struct TimeAxis {
  private let first: Int
  private let last: Int

  /// An axis from the first of the days to the last; nothing where there is no day.
  init?(over days: [Day]) {
    let numbers = days.map(Self.number)
    guard let first = numbers.min(), let last = numbers.max() else { return nil }
    (self.first, self.last) = (first, last)
  }

  /// How far the day lies from the first one where the last lies at `length`; in the middle where there is but one.
  func place(of day: Day, in length: Int) -> Int {
    guard last > first else { return length / 2 }
    return ((Self.number(of: day) - first) * length * 2 + (last - first)) / ((last - first) * 2)
  }

  /// How many days have passed since 0000-03-01, by the Gregorian calendar.
  static func number(of day: Day) -> Int {
    // Years that begin in March end with the day that leap years add.
    let year = day.month > 2 ? day.year : day.year - 1
    let months = (day.month + 9) % 12
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * months + 2) / 5 + day.day - 1
  }
}
