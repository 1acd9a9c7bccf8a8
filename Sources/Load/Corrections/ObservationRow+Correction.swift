import Records
import Vocabulary

extension ObservationRow {
  /// Adds a flag; a row has each once.
  public mutating func addFlag(_ flag: String) { flags = Set(flags + [flag]).sorted() }

  /// Takes a flag off.
  public mutating func removeFlag(_ flag: String) { flags.removeAll { $0 == flag } }

  /// The row with its numbers multiplied, the standard value made anew of the value; nothing where a number does not fit.
  func scaled(by factor: Fraction, unit: UnitOfMeasure?) -> ObservationRow? {
    var row = self
    do throws(ArithmeticFault) {
      try row.observation.quantity.scale(by: factor, unit: unit)
    } catch {
      return nil
    }
    return row
  }

  /// The row with other values; nothing where a number does not fit.
  ///
  /// What was read along with an old value goes with it: see docs/corrections.md.
  func overridden(by changes: [Correction.Change], _ vocabulary: Vocabulary) -> ObservationRow? {
    var row = self
    do throws(ArithmeticFault) {
      for change in changes { try row.change(change, vocabulary) }
    } catch {
      return nil
    }
    return row
  }

  private mutating func change(
    _ change: Correction.Change, _ vocabulary: Vocabulary
  ) throws(ArithmeticFault) {
    switch change {
    case .value(let value):
      let unit = unitID.flatMap(vocabulary.unit(id:))
      try observation.quantity.state(value, unit: unit)
      removeFlag(Finding.Code.conversionOverflow.rawValue)
    case .period(let period): (observation.period, observation.periodBasis) = (period, nil)
    case .indicator(let id, let name):
      (observation.indicatorID, observation.indicator) = (id, name)
      removeFlag(Finding.Code.unitDimensionMismatch.rawValue)
    case .region(let code, let name, let level):
      (observation.regionCode, observation.regionName, regionLevel) = (code, name, level)
      observation.place = nil
    case .place(let place): observation.place = place
    case .measure(let measure): observation.measure = measure
    case .status(let status): (observation.status, observation.statusNote) = (status, nil)
    case .statusNote(let note): observation.statusNote = note
    }
  }
}
