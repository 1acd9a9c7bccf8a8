internal import Records

/// Leads exact values to whole units of a picture, between two round values.
///
/// All arithmetic is in whole numbers of one power of ten, so that a place is the exact one rounded once, half away from zero.
struct Scale {
  /// The power of ten that all numbers here are counted in.
  private let exponent: Int
  private let low: Int128
  private let high: Int128
  private let step: Int128

  /// The most digits that values may take when they are brought to one power of ten: beyond it there is no scale.
  private static let digits = 30

  /// A scale over all values, from zero where `fromZero` says so; its ends and ticks are round numbers of the sort 1, 2, 5.
  ///
  /// Nothing where there is no value, or where values lie too far apart for whole numbers.
  init?(over values: [ExactDecimal], fromZero: Bool) {
    guard let first = values.first else { return nil }
    let ends = values + (fromZero ? [.zero] : [])
    let (least, most) = (ends.min() ?? first, ends.max() ?? first)
    // Two digits finer than the values and than a fifth of their spread, so that steps are whole.
    let finest = ends.map(\.normalized.exponent).min() ?? 0
    guard var low = Self.whole(least, at: finest - 2), var high = Self.whole(most, at: finest - 2) else {
      return nil
    }
    exponent = finest - 2
    if low == high {
      // A single value stands in the middle of one step of its own first digit, or of one where it is zero.
      let margin = max(1, Self.power(Self.digitCount(low.magnitude) - 1))
      (low, high) = (low - margin, high + margin)
    }
    step = Self.step(for: high - low)
    self.low = Self.floor(low, step) * step
    self.high = -Self.floor(-high, step) * step
  }

  /// The round values from the lower end to the upper one.
  var ticks: [ExactDecimal] {
    stride(from: 0, through: Int((high - low) / step), by: 1).compactMap { index in
      try? ExactDecimal(significand: low + Int128(index) * step, exponent: exponent)
    }
  }

  /// How far `value` lies from the lower end where the upper one lies at `length`; nothing where it cannot be counted.
  func place(of value: ExactDecimal, in length: Int) -> Int? {
    guard let whole = Self.whole(value, at: exponent) else { return nil }
    let (distance, span) = ((whole - low) * Int128(length), high - low)
    let (quotient, rest) = distance.quotientAndRemainder(dividingBy: span)
    let rounds = rest.magnitude * 2 >= span.magnitude
    return Int(quotient) + (rounds ? (rest < 0 ? -1 : 1) : 0)
  }

  /// `value` as a whole number of tens to the power of `exponent`; nothing where it is none or has too many digits.
  private static func whole(_ value: ExactDecimal, at exponent: Int) -> Int128? {
    let value = value.normalized
    let shift = value.exponent - exponent
    if value.significand == 0 { return 0 }
    guard shift >= 0, digitCount(value.significand.magnitude) + shift <= digits else { return nil }
    return value.significand * power(shift)
  }

  /// The least of 1, 2, 5 times a power of ten of which at most five make `span`.
  private static func step(for span: Int128) -> Int128 {
    var power: Int128 = 1
    while true {
      for factor: Int128 in [1, 2, 5] where factor * power * 5 >= span { return factor * power }
      power *= 10
    }
  }

  private static func floor(_ value: Int128, _ step: Int128) -> Int128 {
    let (quotient, rest) = value.quotientAndRemainder(dividingBy: step)
    return rest < 0 ? quotient - 1 : quotient
  }

  private static func power(_ exponent: Int) -> Int128 {
    (0..<max(0, exponent)).reduce(1) { power, _ in power * 10 }
  }

  private static func digitCount(_ magnitude: UInt128) -> Int {
    var (count, rest) = (1, magnitude)
    while rest >= 10 {
      rest /= 10
      count += 1
    }
    return count
  }
}
