/// A day of the Gregorian calendar, as ISO 8601 writes it: 2022-06-29.
///
/// It fits in one word of 32 bits: values that hold several are copied at every turn.
public struct Day: Hashable, Comparable, Sendable {
  /// Year, month and day, each in its own bits, so that days compare as numbers do.
  private let packed: Int32

  /// The year, 1 to 9999.
  public var year: Int { Int(packed >> 9) }
  /// The month, 1 to 12.
  public var month: Int { Int(packed >> 5 & 15) }
  /// The day of the month, 1 to 31.
  public var day: Int { Int(packed & 31) }

  /// Makes the day, or nothing where the calendar has none (2022-02-30).
  public init?(_ year: Int, _ month: Int, _ day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    guard (1...Self.lastDay(year, month)).contains(day) else { return nil }
    packed = Int32(year << 9 | month << 5 | day)
  }

  /// Reads `2022-06-29` and nothing else.
  public init?(iso text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
    self.init(year, month, day)
  }

  /// How many days the month has: 29 for February 2024.
  public static func lastDay(_ year: Int, _ month: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Orders by time.
  public static func < (left: Day, right: Day) -> Bool {
    left.packed < right.packed
  }
}

extension Day: CustomStringConvertible {
  /// The ISO 8601 form, `2022-06-29`.
  public var description: String { "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))" }

  static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
