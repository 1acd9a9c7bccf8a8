internal import Records

/// How far printed figures may be apart and still agree.
enum Tolerance {
  /// Whether the parts make up the whole within 1.5 of the last digit that the coarsest of them prints.
  ///
  /// Source of the tolerance: measured on communiqués, whose sums differ by rounding.
  static func agree(_ parts: [ExactDecimal], _ whole: ExactDecimal) -> Bool {
    guard let sum = sum(parts), let difference = try? sum.subtracting(whole) else { return true }
    return isWithin(difference.isNegative ? difference.negated : difference, parts + [whole])
  }

  /// Whether a part is no more than its whole, within the same.
  static func isPart(_ part: ExactDecimal, of whole: ExactDecimal) -> Bool {
    guard let difference = try? part.subtracting(whole) else { return true }
    return difference.isNegative || isWithin(difference, [part, whole])
  }

  static func sum(_ parts: [ExactDecimal]) -> ExactDecimal? {
    var sum = ExactDecimal.zero
    for part in parts {
      guard let next = try? sum.adding(part) else { return nil }
      sum = next
    }
    return sum
  }

  private static func isWithin(_ size: ExactDecimal, _ printed: [ExactDecimal]) -> Bool {
    let exponent = printed.map(\.exponent).max() ?? 0
    guard let tolerance = try? ExactDecimal(significand: 15, exponent: exponent - 1) else { return true }
    return size <= tolerance
  }
}
