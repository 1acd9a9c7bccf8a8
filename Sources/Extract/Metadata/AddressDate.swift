import Records

/// Reads the date in a page's address: `/202103/t20210305_1234.html`, `/2021-03/05/content_1.htm`,
/// `/2021/0305/c12.html`.
///
/// Reads: the page's own address and the one it gives of itself, where they are web addresses.
/// Yields: a year, a month and a day with nothing but `-`, `/` or nothing between them, where nothing else gives
///   a date.
/// Refuses: numbers that run on, days that the calendar does not have, names of files.
enum AddressDate {
  static func read(_ addresses: [String], into found: inout Metadata) {
    guard found.published == nil else { return }
    for address in addresses where address.hasPrefix("http://") || address.hasPrefix("https://") {
      found.set(\.published, day(in: Array(address.utf8)), "published", by: "AddressDate")
    }
  }

  private static func day(in bytes: [UInt8]) -> Day? {
    for start in bytes.indices where bytes[start].isDigit && (start == 0 || !bytes[start - 1].isDigit) {
      var index = start
      var digits: [UInt8] = []
      while index < bytes.count, digits.count < 8 {
        if bytes[index].isDigit {
          digits.append(bytes[index] - 0x30)
        } else if bytes[index] != UInt8(ascii: "-") && bytes[index] != UInt8(ascii: "/")
          || digits.count < 4 || bytes[index - 1].isDigit == false
        {
          break
        }
        index += 1
      }
      guard digits.count == 8, index == bytes.count || !bytes[index].isDigit else { continue }
      let number = digits.reduce(0) { $0 * 10 + Int($1) }
      if (1990...2100).contains(number / 10_000),
        let day = Day(number / 10_000, number / 100 % 100, number % 100)
      {
        return day
      }
    }
    return nil
  }
}
