import Records

/// The Chinese calendar of the years 1901 to 2100 (GB/T 33661—2017), computed with ICU's.
///
/// A year is one number: the days from 1 January to its first day (bits 20 and up), its leap month (bits
/// 16 to 19, 0 for none), and a bit for each of its months in order that has 30 days, not 29.
enum LunarCalendar {
  /// The day of the Gregorian calendar; nothing where the year has no such month or the month no such day.
  static func day(_ year: Int, _ month: Int, _ day: Int, isLeap: Bool = false) -> Day? {
    guard let (first, length) = self.month(year, month, isLeap: isLeap), (1...length).contains(day) else {
      return nil
    }
    return Calendar.day(first, plus: day - 1)
  }

  /// The whole month.
  static func period(_ year: Int, _ month: Int, isLeap: Bool) -> Period? {
    guard let (first, length) = self.month(year, month, isLeap: isLeap),
      let last = Calendar.day(first, plus: length - 1)
    else { return nil }
    return Period(from: first, to: last)
  }

  /// The last day before the next year: 除夕 of the year that begins then.
  static func eve(_ year: Int) -> Day? { day(year, 1, 1).flatMap { Calendar.day($0, plus: -1) } }

  private static func month(_ year: Int, _ month: Int, isLeap: Bool) -> (first: Day, length: Int)? {
    guard (1901...2100).contains(year), (1...12).contains(month), let start = Day(year, 1, 1) else {
      return nil
    }
    let code = years[year - 1901]
    let leap = Int(code >> 16 & 0xF)
    if isLeap, leap != month { return nil }
    // Months before this one: the leap month comes behind the one of its number.
    let index = month - 1 + (isLeap || (leap > 0 && month > leap) ? 1 : 0)
    var days = Int(code >> 20)
    for earlier in 0..<index { days += length(code, earlier) }
    return Calendar.day(start, plus: days).map { ($0, length(code, index)) }
  }

  private static func length(_ code: UInt32, _ index: Int) -> Int { code >> index & 1 == 1 ? 30 : 29 }

  private static let years: [UInt32] = [
    0x3100752, 0x2600ea5, 0x1c5164a, 0x2e0064b, 0x2200a9b, 0x1841556, 0x2b0056a, 0x2000b59, 0x1521752,
    0x2800752,
    0x1d61b25, 0x3000b25, 0x2400a4b, 0x19512ab, 0x2c00aad, 0x220056a, 0x1620b69, 0x2900da9, 0x1f71d92,
    0x3200d92,
    0x2600d25, 0x1b51a4d, 0x2e00a56, 0x23002b6, 0x17415b5, 0x2b006d4, 0x2000ea9, 0x1621e92, 0x2800e92,
    0x1d60d26,
    0x2f0052b, 0x2400a57, 0x19512b6, 0x2c00b5a, 0x22006d4, 0x1730ec9, 0x2900749, 0x1e71693, 0x3100a93,
    0x260052b,
    0x1a60a5b, 0x2d00aad, 0x230056a, 0x1841b55, 0x2b00ba4, 0x2000b49, 0x1521a93, 0x2800a95, 0x1c7152d,
    0x2f00536,
    0x2400aad, 0x1a515aa, 0x2c005b2, 0x2100da5, 0x1731d4a, 0x2a00d4a, 0x1e80a95, 0x3000a97, 0x2600556,
    0x1b60ab5,
    0x2d00ad5, 0x23006d2, 0x1840ea5, 0x2b00ea5, 0x200064a, 0x1430c97, 0x2700a9b, 0x1d7155a, 0x2f0056a,
    0x2400b69,
    0x1a51752, 0x2d00b52, 0x2100b25, 0x164164b, 0x2900a4b, 0x1e814ab, 0x30002ad, 0x250056d, 0x1b60b69,
    0x2e00da9,
    0x2300d92, 0x1841d25, 0x2b00d25, 0x20a1a4d, 0x3200a56, 0x27002b6, 0x1c605b5, 0x2f006d5, 0x2400ea9,
    0x1a51e92,
    0x2d00e92, 0x2200d26, 0x1630a56, 0x2800a57, 0x1e814d6, 0x310035a, 0x25006d5, 0x1b516c9, 0x2e00749,
    0x2300693,
    0x174152b, 0x2a0052b, 0x1f00a5b, 0x152155a, 0x270056a, 0x1c71b55, 0x3000ba4, 0x2500b49, 0x1951a93,
    0x2c00a95,
    0x210052d, 0x1640aad, 0x2800ab5, 0x1e915aa, 0x31005d2, 0x2600da5, 0x1b61d4a, 0x2e00d4a, 0x2300c95,
    0x184152e,
    0x2a00556, 0x1f00ab5, 0x15215b2, 0x28006d2, 0x1c60ea5, 0x2f00725, 0x240064b, 0x1950c97, 0x2b00cab,
    0x210055a,
    0x1630ad6, 0x2900b69, 0x1eb1752, 0x3100b52, 0x2600b25, 0x1b61a4b, 0x2d00a4b, 0x22004ab, 0x175055b,
    0x2a005ad,
    0x1f00b6a, 0x1521b52, 0x2800d92, 0x1d71d25, 0x2f00d25, 0x2400a55, 0x19514ad, 0x2c004b6, 0x20005b5,
    0x1630daa,
    0x2900ec9, 0x1f81e92, 0x3100e92, 0x2600d26, 0x1b60a56, 0x2d00a57, 0x22004d6, 0x17406d5, 0x2a00755,
    0x2000749,
    0x1430e93, 0x2700693, 0x1c7152b, 0x2f0052b, 0x2300a5b, 0x195155a, 0x2c0056a, 0x2100b65, 0x164174a,
    0x2900b4a,
    0x1e81a95, 0x3100a95, 0x250052d, 0x1a60aad, 0x2d00ab5, 0x23005aa, 0x1740ba5, 0x2a00da5, 0x2000d4a,
    0x1531c95,
    0x2700c96, 0x1c7194e, 0x2f00556, 0x2400ab5, 0x19515b2, 0x2c006d2, 0x2100ea5, 0x1740e4a, 0x280068b,
    0x1d80c97,
    0x30004ab, 0x250055b, 0x1a60ad6, 0x2d00b6a, 0x2300752, 0x1841725, 0x2a00b25, 0x1f00a8b, 0x142149b,
    0x27004ab,
  ]
}
