/// An exact decimal number: an integer times a power of ten.
///
/// 16.1亿 is 161 × 10⁷ and stays so; nothing is ever rounded to binary. The significand keeps the
/// digits as printed (1.10万 is 110 × 10², 1.1万 is 11 × 10³), so that the precision of the print is
/// not lost; `==`, `<` and hashing compare the values alone (both are 11000).
public struct ExactDecimal: Sendable {
  /// The digits, with their sign: at most `maximumDigits` of them.
  public let significand: Int128
  /// The power of ten that the significand is multiplied by; from -400 to 400.
  ///
  /// A whole word: of a smaller one beside an `Int128`, code of Swift 6.3 that is not optimized takes the two for one number
  /// where they are an optional argument, reads it from where it is not aligned, and the process ends.
  public let exponent: Int

  /// The most digits that a number can have.
  public static let maximumDigits = 38
  static let limit: Int128 = power(of: maximumDigits)
  static let exponents = -400...400

  /// Makes `significand` × 10^`exponent`.
  ///
  /// - Throws: `ArithmeticFault.overflow` beyond 38 digits or an exponent beyond ±400.
  public init(significand: Int128, exponent: Int = 0) throws(ArithmeticFault) {
    guard significand > -Self.limit, significand < Self.limit, Self.exponents ~= exponent else {
      throw .overflow
    }
    self.significand = significand
    self.exponent = exponent
  }

  private init(unchecked significand: Int128, _ exponent: Int) {
    self.significand = significand
    self.exponent = exponent
  }

  /// Makes a whole number.
  public init(_ value: Int) {
    self.init(unchecked: Int128(value), 0)
  }

  /// Zero, with no digit after the point.
  public static let zero = ExactDecimal(0)

  /// Whether the value is below zero.
  public var isNegative: Bool { significand < 0 }

  /// The same value with the other sign.
  public var negated: ExactDecimal { ExactDecimal(unchecked: -significand, exponent) }

  /// How many digits were printed: 3 for 1.10万, 2 for 1.1万; 1 for zero.
  public var digitCount: Int { Self.digits(of: significand.magnitude) }

  /// The same value without trailing zeros in its significand: the form that is compared and hashed.
  public var normalized: ExactDecimal {
    if significand == 0 { return .zero }
    var (digits, power) = (significand, exponent)
    while digits % 10 == 0 {
      digits /= 10
      power += 1
    }
    return ExactDecimal(unchecked: digits, power)
  }

  /// 10^`count` for `count` from 0 to 38.
  static func power(of count: Int) -> Int128 {
    precondition((0...38).contains(count), "10^\(count) is beyond Int128")
    var result: Int128 = 1
    for _ in 0..<count { result *= 10 }
    return result
  }

  static func digits(of magnitude: UInt128) -> Int {
    var (count, rest) = (1, magnitude / 10)
    while rest > 0 {
      count += 1
      rest /= 10
    }
    return count
  }
}

/// What can go wrong when exact numbers are made or combined.
public enum ArithmeticFault: Error, Equatable, Sendable {
  /// The result has more than 38 digits.
  case overflow
  /// A fraction with a denominator of zero.
  case divisionByZero
  /// Text that is no plain decimal; `at` counts bytes from its start.
  case notANumber(at: Int)
}

extension ExactDecimal: Hashable, Comparable {
  /// Whether the values are the same, however many zeros were printed: 1.10 equals 1.1.
  public static func == (left: ExactDecimal, right: ExactDecimal) -> Bool {
    let (a, b) = (left.normalized, right.normalized)
    return a.significand == b.significand && a.exponent == b.exponent
  }

  /// Orders by value.
  public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    let signs = (left.significand.signum(), right.significand.signum())
    if signs.0 != signs.1 { return signs.0 < signs.1 }
    if signs.0 == 0 { return false }
    let smaller = left.hasSmallerMagnitude(than: right)
    return signs.0 > 0 ? smaller : right.hasSmallerMagnitude(than: left)
  }

  private func hasSmallerMagnitude(than other: ExactDecimal) -> Bool {
    let orders = (digitCount + exponent, other.digitCount + other.exponent)
    if orders.0 != orders.1 { return orders.0 < orders.1 }
    // The first digits stand at the same place: lengthen the shorter one until the last do too.
    // Both then have as many digits as the longer one, so that nothing overflows.
    let shift = digitCount - other.digitCount
    let a = significand.magnitude * UInt128(Self.power(of: max(-shift, 0)))
    let b = other.significand.magnitude * UInt128(Self.power(of: max(shift, 0)))
    return a < b
  }

  /// Hashes the value, not the print.
  public func hash(into hasher: inout Hasher) {
    let value = normalized
    hasher.combine(value.significand)
    hasher.combine(value.exponent)
  }
}
