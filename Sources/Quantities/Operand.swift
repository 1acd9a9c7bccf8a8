import Records

/// Reads a number with its unit: what stands at either end of a range.
struct OperandReader {
  let text: Prose
  let tables: Tables

  var units: UnitReader { UnitReader(table: tables.units, text: text) }

  /// The numeral at `start`, with multipliers left to units that own them.
  func numeral(at start: Int) -> Numeral? {
    NumeralReader(text: text, units: tables.units).read(at: start)
  }

  /// The number at `start` with its unit; nothing where no number can be read.
  func read(at start: Int) -> Draft? {
    if text.glyph(at: start) == .half { return HalfUnit.leading(self, at: start) }
    guard let numeral = numeral(at: start), !numeral.isTooLong else { return nil }
    return read(numeral)
  }

  /// `numeral` with its unit.
  func read(_ numeral: Numeral) -> Draft {
    if var fraction = Fractions.read(self, numeral) {
      FractionUnit.read(self, &fraction)
      return fraction
    }
    var draft = Draft(numeral)
    if let discount = Discount.read(self, draft) { return discount }
    if let unit = units.read(at: draft.end, numeral: numeral) {
      draft.take(unit)
      MoneyParts.read(self, &draft)
      HalfUnit.trailing(self, &draft)
      MixedUnits.read(self, &draft)
      OverUnit.read(self, &draft)
      HundredMillions.read(self, &draft)
    } else {
      Magnitude.read(text, &draft)
    }
    return draft
  }
}
