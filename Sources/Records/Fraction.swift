/// An exact fraction in lowest terms, as unit factors are: 亩 is 2000/3 m².
public struct Fraction: Hashable, Sendable {
  /// The number above the line, with the sign.
  public let numerator: Int128
  /// The number below the line: positive.
  public let denominator: Int128

  /// Makes the fraction and reduces it.
  ///
  /// - Throws: `ArithmeticFault.divisionByZero` for a denominator of zero.
  public init(_ numerator: Int128, _ denominator: Int128 = 1) throws(ArithmeticFault) {
    guard denominator != 0 else { throw .divisionByZero }
    let divisor = Self.greatestCommonDivisor(numerator, denominator)
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.numerator = sign * numerator / divisor
    self.denominator = sign * denominator / divisor
  }

  private init(unchecked numerator: Int128, _ denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// One.
  public static let one = Fraction(unchecked: 1, 1)

  /// The exact product.
  ///
  /// - Throws: `ArithmeticFault.overflow` where it does not fit.
  public func multiplied(by other: Fraction) throws(ArithmeticFault) -> Fraction {
    let above = numerator.multipliedReportingOverflow(by: other.numerator)
    let below = denominator.multipliedReportingOverflow(by: other.denominator)
    guard !above.overflow, !below.overflow else { throw .overflow }
    return try Fraction(above.partialValue, below.partialValue)
  }

  /// The fraction turned over.
  ///
  /// - Throws: `ArithmeticFault.divisionByZero` for zero.
  public func inverted() throws(ArithmeticFault) -> Fraction {
    try Fraction(denominator, numerator)
  }

  /// The greatest common divisor: positive, and 1 where both are zero. Complexity: O(log n).
  static func greatestCommonDivisor(_ a: Int128, _ b: Int128) -> Int128 {
    var (x, y) = (a.magnitude, b.magnitude)
    while y != 0 { (x, y) = (y, x % y) }
    return x == 0 ? 1 : Int128(x)
  }

  /// Whether a division by `denominator` ends: it does where 2 and 5 are its only prime factors.
  static func hasFiniteDecimal(denominator: Int128) -> Bool {
    var rest = denominator.magnitude
    while rest % 2 == 0 { rest /= 2 }
    while rest % 5 == 0 { rest /= 5 }
    return rest == 1
  }
}
