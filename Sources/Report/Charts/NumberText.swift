internal import Records

/// Exact numbers for people.
enum NumberText {
  /// The value in 万 or 亿 where it is that large, without zeros at its end: `1.61亿`, `4200`.
  static func short(_ value: ExactDecimal) -> String {
    let value = value.normalized
    let order = value.digitCount + value.exponent
    let (power, word) = order > 8 ? (8, "亿") : order > 4 ? (4, "万") : (0, "")
    guard let shifted = try? value.shifted(by: -power) else { return value.description }
    return plain(shifted.normalized) + word
  }

  /// A whole number with its thousands apart: `12,345`.
  static func grouped(_ count: Int) -> String {
    let digits = Array(String(abs(count)))
    var text = count < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
      text.append(digit)
    }
    return text
  }

  private static func plain(_ value: ExactDecimal) -> String { value.description }
}
