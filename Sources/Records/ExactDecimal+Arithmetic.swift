extension ExactDecimal {
  /// The value times 10^`power`: `16.1` by 8 is 16.1亿. Printed digits are kept.
  ///
  /// - Throws: `ArithmeticFault.overflow` where the exponent leaves ±400.
  public func shifted(by power: Int) throws(ArithmeticFault) -> ExactDecimal {
    try ExactDecimal(significand: significand, exponent: exponent + power)
  }

  /// The exact sum.
  ///
  /// - Throws: `ArithmeticFault.overflow` where it has more than 38 digits.
  public func adding(_ other: ExactDecimal) throws(ArithmeticFault) -> ExactDecimal {
    let low = min(exponent, other.exponent)
    let (a, b) = (try aligned(to: low), try other.aligned(to: low))
    let (sum, overflow) = a.addingReportingOverflow(b)
    if overflow { throw .overflow }
    return try ExactDecimal(significand: sum, exponent: low)
  }

  /// The exact difference.
  ///
  /// - Throws: `ArithmeticFault.overflow` where it has more than 38 digits.
  public func subtracting(_ other: ExactDecimal) throws(ArithmeticFault) -> ExactDecimal {
    try adding(other.negated)
  }

  /// The exact product.
  ///
  /// - Throws: `ArithmeticFault.overflow` where it has more than 38 digits.
  public func multiplied(by other: ExactDecimal) throws(ArithmeticFault) -> ExactDecimal {
    let (product, overflow) = significand.multipliedReportingOverflow(by: other.significand)
    if overflow { throw .overflow }
    return try ExactDecimal(significand: product, exponent: exponent + other.exponent)
  }

  private func aligned(to power: Int) throws(ArithmeticFault) -> Int128 {
    if significand == 0 { return 0 }
    guard exponent - power <= Self.maximumDigits else { throw .overflow }
    let (digits, overflow) = significand.multipliedReportingOverflow(by: Self.power(of: exponent - power))
    if overflow { throw .overflow }
    return digits
  }
}

/// A number times an exact fraction, and whether a rounding was needed.
public struct Scaled: Equatable, Sendable {
  /// The product.
  public let value: ExactDecimal
  /// False where the product has no finite decimal and `value` was rounded by the rule of
  /// `ExactDecimal.multiplied(by:)`.
  public let isExact: Bool
}

extension ExactDecimal {
  /// The value times an exact fraction: 4200 亩 × 2000/3 is 2800000 m².
  ///
  /// Where the product has no finite decimal (1 亩 is 666.66… m²) it is rounded, half to even, to six
  /// digits more than were printed and to twelve at least: enough to come back exactly to the printed
  /// value.
  ///
  /// - Throws: `ArithmeticFault.overflow` beyond 38 digits.
  public func multiplied(by fraction: Fraction) throws(ArithmeticFault) -> Scaled {
    // Cancelled against the significand, so that 4200 × 2000/3 is known to be whole.
    let divisor = Fraction.greatestCommonDivisor(significand, fraction.denominator)
    let (numerator, overflow) = (significand / divisor).multipliedReportingOverflow(by: fraction.numerator)
    if overflow { throw .overflow }
    return try Self.divided(
      numerator, by: fraction.denominator / divisor, exponent: exponent, digits: max(12, digitCount + 6))
  }

  private static func divided(
    _ numerator: Int128, by denominator: Int128, exponent: Int, digits wanted: Int
  ) throws(ArithmeticFault) -> Scaled {
    let negative = numerator < 0
    let divisor = denominator.magnitude
    var (quotient, rest) = numerator.magnitude.quotientAndRemainder(dividingBy: divisor)
    var power = exponent
    let isFinite = Fraction.hasFiniteDecimal(denominator: denominator)
    while rest != 0, isFinite || digits(of: quotient) < wanted {
      let (next, overflow) = rest.multipliedReportingOverflow(by: 10)
      guard !overflow, quotient < UInt128(limit / 10) else { throw .overflow }
      quotient = quotient * 10 + next / divisor
      rest = next % divisor
      power -= 1
    }
    if rest != 0 {
      let half = rest.multipliedReportingOverflow(by: 2)
      if half.overflow { throw .overflow }
      if half.partialValue > divisor || (half.partialValue == divisor && quotient % 2 == 1) { quotient += 1 }
    }
    guard quotient < UInt128(limit) else { throw .overflow }
    let signed = negative ? -Int128(quotient) : Int128(quotient)
    return Scaled(value: try ExactDecimal(significand: signed, exponent: power), isExact: rest == 0)
  }
}
