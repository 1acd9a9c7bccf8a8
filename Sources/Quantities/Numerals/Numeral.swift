import Records

/// A numeral that was read: what it says, how it is written, where it stands.
struct Numeral {
  /// Its bytes: without sign, unit and marks.
  var start: Int
  var end: Int
  /// What it says: two values for 三四百 and 几十, else one.
  var value: ExactDecimal
  var high: ExactDecimal?
  /// Whether the ends of 几十 are open: 十几 is more than 10.
  var isLowOpen = false
  var isHighOpen = false
  /// The power of ten of the step of 余 and 多: 1200余 is less than 1200 and 10². Nothing without such a
  /// mark.
  var surplus: Int?
  /// Whether 来 stands in it: 十来个.
  var isAbout = false
  var reading: Reading = .strict
  var style: Style = .chinese
  /// The power of the multipliers at its end, which the other end of a range may share: 4 for 3万.
  var sharedPower = 0
  /// How many characters it has, spaces left out.
  var glyphs = 0
  /// More digits than a number can have.
  var isTooLong = false

  /// The value where it is whole and below a milliard; -1 where it is not.
  var whole: Int { value.small }

  /// How it is written.
  enum Style {
    /// Digits 0 to 9, with or without multipliers.
    case arabic
    /// 三十七, 3万5千.
    case chinese
    /// 二〇二一, 三八: digits in a row, no multiplier.
    case digits
    /// 百 千 万 亿 without a number before them: a quantity only with a mark beside it.
    case bare
  }
}

extension ExactDecimal {
  /// The value where it is whole, not negative and below 10⁹, else -1: cheaper to compare.
  @inline(__always) var small: Int {
    guard significand >= 0, significand < 1_000_000_000, exponent >= 0, exponent < 9 else { return -1 }
    var (result, rest) = (Int(truncatingIfNeeded: significand), exponent)
    while rest > 0 {
      result *= 10
      rest -= 1
    }
    return result < 1_000_000_000 ? result : -1
  }
}
