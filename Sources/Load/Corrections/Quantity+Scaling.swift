import Records
import Vocabulary

extension Quantity {
  /// Multiplies its numbers. The standard value is made of the new value by the unit's factor, so that it is rounded once.
  ///
  /// - Throws: `ArithmeticFault.overflow` where a number would have more than 38 digits.
  mutating func scale(by factor: Fraction, unit: UnitOfMeasure?) throws(ArithmeticFault) {
    let scaledValue = try Self.scaled(value, by: factor)
    if standardValue != nil {
      let standard =
        if let scaledValue, let unitFactor = unit?.factor {
          try Self.scaled(scaledValue.value, by: unitFactor)
        } else {
          try Self.scaled(standardValue, by: factor)
        }
      standardValue = standard?.value
      isExact = (scaledValue?.isExact ?? isExact) && (standard?.isExact ?? true)
    }
    value = scaledValue?.value
    if let bound = low {
      low = Bound(try Self.scaled(bound.value, by: factor).value, isClosed: bound.isClosed)
    }
    if let bound = high {
      high = Bound(try Self.scaled(bound.value, by: factor).value, isClosed: bound.isClosed)
    }
  }

  private static func scaled(_ value: ExactDecimal?, by factor: Fraction) throws(ArithmeticFault) -> Scaled? {
    guard let value else { return nil }
    return try scaled(value, by: factor)
  }

  private static func scaled(_ value: ExactDecimal, by factor: Fraction) throws(ArithmeticFault) -> Scaled {
    let scaled = try value.multiplied(by: factor)
    // Zeros at the end are written out and count as digits for whoever reads the row again.
    guard ExactDecimal(scaled.value.description) != nil else { throw .overflow }
    return scaled
  }
}
