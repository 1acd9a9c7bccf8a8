import Records

/// Reads the dates that pages carry beside their titles.
///
/// Reads: `2021年03月05日`, `2021-3-5`, `2021/03/05`, `2021.3.5`, `二〇二一年三月五日`, `20210305` (by itself only),
///   full width digits, spaces around the separators; `9/17/2004`, where it can be read in one way only; a
///   time behind it is left.
/// Yields: the day, and the bytes that say it.
/// Refuses: years before 1990 and after 2100, days that the calendar does not have, two-digit years, months
///   without a day, `9/7/2004`.
struct DateReader {
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// A date and where it stands.
  struct Found: Equatable {
    var day: Day
    var range: Range<Int>
  }

  /// The first date in `range`.
  ///
  /// - Complexity: O(n).
  func first(in range: Range<Int>) -> Found? {
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] & 0xC0 == 0x80 {
        index += 1
        continue
      }
      if let found = date(at: index, before: range.upperBound) { return found }
      // A run of digits that begins no date holds none either.
      if digit(index) != nil {
        while index < range.upperBound, let digit = digit(index) { index += digit.length }
      } else {
        index += 1
      }
    }
    return nil
  }

  /// The first date in a text.
  static func first(in text: String) -> Day? {
    Array(text.utf8).withUnsafeBufferPointer { DateReader($0).first(in: 0..<$0.count)?.day }
  }

  /// The date that begins at `start`.
  func date(at start: Int, before end: Int) -> Found? {
    var index = start
    guard let first = number(&index, end, atMost: 8) else { return nil }
    if first.digits == 8 {
      let (year, month, day) = (first.value / 10_000, first.value / 100 % 100, first.value % 100)
      return found(year, month, day, start..<index)
    }
    if first.digits <= 2 { return yearLast(first.value, index, start, end) }
    guard first.digits == 4, let separator = separator(&index, end) else { return nil }
    guard separator == .year || separator == .mark else { return nil }
    guard let month = number(&index, end, atMost: 2) else { return nil }
    guard let second = self.separator(&index, end), second == (separator == .year ? .month : .mark)
    else { return nil }
    guard let day = number(&index, end, atMost: 2) ?? dayBeforeTime(&index, end) else { return nil }
    var behind = index
    if separator == .year {
      guard let last = self.separator(&behind, end), last == .day else {
        return found(first.value, month.value, day.value, start..<index)
      }
      index = behind
    }
    return found(first.value, month.value, day.value, start..<index)
  }

  /// `9/17/2004` and `17/9/2004`: the part above 12 is the day.
  private func yearLast(_ first: Int, _ behind: Int, _ start: Int, _ end: Int) -> Found? {
    var index = behind
    guard separator(&index, end) == .mark, let second = number(&index, end, atMost: 2),
      separator(&index, end) == .mark, let year = number(&index, end, atMost: 4), year.digits == 4
    else { return nil }
    let (month, day) = first > 12 ? (second.value, first) : (first, second.value)
    return day > 12 || day == month ? found(year.value, month, day, start..<index) : nil
  }

  private func found(_ year: Int, _ month: Int, _ day: Int, _ range: Range<Int>) -> Found? {
    guard (1990...2100).contains(year), let day = Day(year, month, day) else { return nil }
    return Found(day: day, range: range)
  }

  /// `05` of `0508:30`, where the time was in an element of its own.
  private func dayBeforeTime(_ index: inout Int, _ end: Int) -> (value: Int, digits: Int)? {
    guard index + 4 < end, bytes[index + 4] == UInt8(ascii: ":"),
      bytes[index..<(index + 4)].allSatisfy(\.isDigit)
    else { return nil }
    defer { index += 2 }
    return (Int(bytes[index] - 0x30) * 10 + Int(bytes[index + 1] - 0x30), 2)
  }

  private enum Separator { case year, month, day, mark }

  private func separator(_ index: inout Int, _ end: Int) -> Separator? {
    var cursor = index
    while cursor < end, bytes[cursor] == 0x20 { cursor += 1 }
    guard cursor < end else { return nil }
    var result: Separator?
    switch bytes[cursor] {
    case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."):
      result = .mark
      cursor += 1
    case 0xE5, 0xE6, 0xEF, 0xE2:
      guard cursor + 2 < end else { return nil }
      switch (bytes[cursor], bytes[cursor + 1], bytes[cursor + 2]) {
      case (0xE5, 0xB9, 0xB4): result = .year
      case (0xE6, 0x9C, 0x88): result = .month
      case (0xE6, 0x97, 0xA5): result = .day
      case (0xEF, 0xBC, 0x8D), (0xEF, 0xBC, 0x8F), (0xE2, 0x80, 0x93): result = .mark
      default: break
      }
      cursor += 3
    default: break
    }
    guard let result else { return nil }
    while result != .day, cursor < end, bytes[cursor] == 0x20 { cursor += 1 }
    index = cursor
    return result
  }

  /// Digits in a row as a number; 十 counts as in 二十三 within a month or a day.
  private func number(_ index: inout Int, _ end: Int, atMost most: Int) -> (value: Int, digits: Int)? {
    var value = 0
    var digits = 0
    var cursor = index
    var hasTen = false
    while cursor < end, let digit = digit(cursor), digits < most + (hasTen ? 1 : 0) {
      if digit.value == 10 {
        guard most == 2, !hasTen else { return nil }
        hasTen = true
        value = max(value, 1) * 10
      } else {
        value = hasTen ? value + digit.value : value * 10 + digit.value
      }
      digits += 1
      cursor += digit.length
    }
    guard digits > 0 else { return nil }
    if let next = cursor < end ? digit(cursor) : nil, next.value < 10 { return nil }
    index = cursor
    return (value, digits)
  }

  /// The digit at `index`: ASCII, full width or Chinese; 十 is 10.
  private func digit(_ index: Int) -> (value: Int, length: Int)? {
    guard index < bytes.count else { return nil }
    if bytes[index].isDigit { return (Int(bytes[index]) - 0x30, 1) }
    guard bytes[index] >= 0xE2, index + 2 < bytes.count else { return nil }
    let key = UInt32(bytes[index]) << 16 | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2])
    switch key {
    case 0xEF_BC_90...0xEF_BC_99: return (Int(key - 0xEF_BC_90), 3)
    // 〇 ○ 零 Ｏ
    case 0xE3_80_87, 0xE2_97_8B, 0xE9_9B_B6, 0xEF_BC_AF: return (0, 3)
    case 0xE4_B8_80: return (1, 3)
    case 0xE4_BA_8C: return (2, 3)
    case 0xE4_B8_89: return (3, 3)
    case 0xE5_9B_9B: return (4, 3)
    case 0xE4_BA_94: return (5, 3)
    case 0xE5_85_AD: return (6, 3)
    case 0xE4_B8_83: return (7, 3)
    case 0xE5_85_AB: return (8, 3)
    case 0xE4_B9_9D: return (9, 3)
    case 0xE5_8D_81: return (10, 3)
    default: return nil
    }
  }
}
