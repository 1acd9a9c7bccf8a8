import Records
import Vocabulary

extension Quantity {
  /// Multiplies its numbers. The standard value is made of the new value by the unit's factor, so that it is rounded once.
  ///
  /// - Throws: `ArithmeticFault.overflow` where a number would have more than 38 digits.
  mutating func scale(by factor: Fraction, unit: UnitOfMeasure?) throws(ArithmeticFault) {
    var scaledValue: Scaled?
    if let value { scaledValue = try Self.scaled(value, by: factor) }
    if let old = standardValue {
      let standard: Scaled
      if let scaledValue, let unitFactor = unit?.factor {
        standard = try Self.scaled(scaledValue.value, by: unitFactor)
      } else {
        standard = try Self.scaled(old, by: factor)
      }
      standardValue = standard.value
      isExact = (scaledValue?.isExact ?? isExact) && standard.isExact
    }
    value = scaledValue?.value
    if let bound = low {
      low = Bound(try Self.scaled(bound.value, by: factor).value, isClosed: bound.isClosed)
    }
    if let bound = high {
      high = Bound(try Self.scaled(bound.value, by: factor).value, isClosed: bound.isClosed)
    }
  }

  /// Takes a value in the place of whatever number, bound or range was read, in the same unit.
  ///
  /// - Throws: `ArithmeticFault.overflow` where the standard value would have more than 38 digits.
  mutating func state(_ value: ExactDecimal, unit: UnitOfMeasure?) throws(ArithmeticFault) {
    let standard: Scaled? =
      if let factor = unit?.factor { try Self.scaled(value, by: factor) } else { nil }
    (self.value, low, high, relation) = (value, nil, nil, .equal)
    (standardValue, isExact) = (standard?.value, standard?.isExact ?? true)
  }

  private static func scaled(_ value: ExactDecimal, by factor: Fraction) throws(ArithmeticFault) -> Scaled {
    let scaled = try value.multiplied(by: factor)
    // Zeros at the end are written out and count as digits for whoever reads the row again.
    guard ExactDecimal(scaled.value.description) != nil else { throw .overflow }
    return scaled
  }
}
