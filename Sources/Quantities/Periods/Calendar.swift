import Records

/// Days and months counted on and back.
enum Calendar {
  /// The day `count` days on; few at a time.
  static func day(_ day: Day, plus count: Int) -> Day? {
    var (year, month, date) = (day.year, day.month, day.day + count)
    while date < 1 {
      month -= 1
      if month < 1 { (year, month) = (year - 1, 12) }
      date += Day.lastDay(year, month)
    }
    while date > Day.lastDay(year, month) {
      date -= Day.lastDay(year, month)
      month += 1
      if month > 12 { (year, month) = (year + 1, 1) }
    }
    return Day(year, month, date)
  }

  /// The same day `count` months on, or the month's last.
  static func months(_ day: Day, plus count: Int) -> Day? {
    let index = day.year * 12 + day.month - 1 + count
    let (year, month) = (index / 12, index % 12 + 1)
    return Day(year, month, min(day.day, Day.lastDay(year, month)))
  }
}
