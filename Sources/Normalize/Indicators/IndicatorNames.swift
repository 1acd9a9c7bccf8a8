internal import Records
internal import Vocabulary

/// Finds the vocabulary's indicator for the words of a text.
struct IndicatorNames {
  let vocabulary: Vocabulary

  /// The indicator that `label` names in full, if its dimension can stand in the quantity's unit.
  func indicator(for label: String, _ quantity: Quantity, _ measure: Measure) -> Indicator? {
    guard let form = vocabulary.indicatorForm(label) else { return nil }
    // Points are how percentages change.
    let surface = quantity.unit == "百分点" ? "%" : quantity.unit
    let written = vocabulary.units(written: surface)
    let fitting = form.indicators.map { vocabulary.indicators[$0] }.filter { indicator in
      switch measure {
      case .changeRate, .share, .rank: return !form.isWeak
      case .level, .change, .difference:
        if form.isWeak { return written.contains { indicator.units.contains($0.id) } }
        return written.contains { $0.dimension == indicator.dimension }
      }
    }
    return fitting.count == 1 ? fitting[0] : nil
  }

  /// The vocabulary's name where it says all that the words of the text say, else those.
  func name(_ indicator: Indicator?, _ label: String) -> String {
    guard let indicator, indicator.name.holds(label) else { return label }
    return indicator.name
  }
}
