/// Dates of HTTP (RFC 9110, section 5.6.7), in all three forms that a recipient must read.
enum HTTPDate {
  /// The moment; nothing where the bytes are no date.
  ///
  /// `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT`, `Sun Nov  6 08:49:37 1994`.
  /// - Parameter now: a year of two digits is the one that lies less than 50 years ahead of it.
  static func moment(_ bytes: [UInt8], now: Moment) -> Moment? {
    let words = bytes.split { $0 == 0x20 || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "-") }
      .map { String(decoding: $0, as: UTF8.self) }
    guard words.count >= 5, isWeekday(words[0]) else { return nil }
    if words.count == 5 {  // asctime
      return moment(day: words[2], month: words[1], year: words[4], time: words[3], now: now)
    }
    guard words.count == 6, words[5] == "GMT" || words[5] == "UTC" else { return nil }
    return moment(day: words[1], month: words[2], year: words[3], time: words[4], now: now)
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private static func isWeekday(_ word: String) -> Bool {
    ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].contains { word.hasPrefix($0) }
  }

  private static func moment(day: String, month: String, year: String, time: String, now: Moment) -> Moment? {
    let clock = time.split(separator: ":", omittingEmptySubsequences: false).map { digits(String($0)) }
    guard let day = digits(day), let month = months.firstIndex(of: month), let written = digits(year),
      clock.count == 3, let hour = clock[0], let minute = clock[1], let second = clock[2],
      (1...31).contains(day), hour < 24, minute < 60, second <= 60
    else { return nil }
    let year = year.utf8.count == 2 ? fullYear(written, now: now) : written
    let date = CivilDate(year: year, month: Int64(month) + 1, day: day)
    // The 31st of a month of 30 days is none.
    guard CivilDate(daysSince1970: date.daysSince1970) == date else { return nil }
    return Moment(milliseconds: ((date.daysSince1970 * 24 + hour) * 60 + minute) * 60_000 + second * 1000)
  }

  private static func fullYear(_ year: Int64, now: Moment) -> Int64 {
    let current = CivilDate(daysSince1970: now.milliseconds.flooredQuotient(86_400_000)).year
    let candidate = current - current % 100 + year
    if candidate > current + 50 { return candidate - 100 }
    return candidate <= current - 50 ? candidate + 100 : candidate
  }

  /// The number that the text is made of, at most four digits.
  private static func digits(_ text: String) -> Int64? {
    guard (1...4).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int64(text)
  }
}
