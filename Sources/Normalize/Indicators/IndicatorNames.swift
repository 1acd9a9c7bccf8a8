internal import Records
internal import Vocabulary

/// Finds the vocabulary's indicator for the words of a text.
struct IndicatorNames {
  let vocabulary: Vocabulary

  /// The indicator that `label` names in full, if its dimension can stand in the quantity's unit.
  func indicator(for label: String, _ quantity: Quantity, _ measure: Measure) -> Indicator? {
    guard measure == .level || measure == .change || measure == .changeRate else { return nil }
    guard let form = vocabulary.indicatorForm(label) else { return nil }
    let units = Set(vocabulary.units(written: quantity.unit).map(\.id))
    let dimensions = Set(vocabulary.units(written: quantity.unit).map(\.dimension))
    let fitting = form.indicators.map { vocabulary.indicators[$0] }.filter { indicator in
      if measure == .changeRate { return !form.isWeak }
      return form.isWeak
        ? !units.isDisjoint(with: indicator.units) && form.indicators.count == 1
        : dimensions.contains(indicator.dimension)
    }
    return fitting.count == 1 ? fitting[0] : nil
  }

  /// The vocabulary's name where it says all that the words of the text say, else those.
  func name(_ indicator: Indicator?, _ label: String) -> String {
    guard let indicator else { return label }
    var rest = label.unicodeScalars[...]
    for scalar in indicator.name.unicodeScalars where scalar == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty ? indicator.name : label
  }
}
