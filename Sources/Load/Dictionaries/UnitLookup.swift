public import Records
public import Vocabulary

/// Finds the unit of the vocabulary by which a quantity was converted.
public struct UnitLookup: Sendable {
  private let vocabulary: Vocabulary

  /// Makes the look-up.
  public init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// The id of the unit that is written as the quantity's, has its standard unit, and whose factor leads from its value to
  /// its standard value; nothing where there is none.
  public func id(of quantity: Quantity) -> String? {
    guard !quantity.unit.isEmpty else { return nil }
    return vocabulary.units(written: quantity.unit).first { fits($0, quantity) }?.id
  }

  private func fits(_ unit: UnitOfMeasure, _ quantity: Quantity) -> Bool {
    guard let value = quantity.value, let standard = quantity.standardValue else {
      return unit.standardUnit == quantity.standardUnit
        || (unit.factor == nil && quantity.standardUnit.isEmpty)
    }
    guard unit.standardUnit == quantity.standardUnit, let factor = unit.factor,
      let scaled = try? value.multiplied(by: factor)
    else { return false }
    return scaled.value == standard
  }
}
