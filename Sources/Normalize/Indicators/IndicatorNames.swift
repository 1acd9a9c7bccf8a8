internal import Records
internal import Vocabulary

/// Finds the vocabulary's indicator for the words of a text.
///
/// A class, so that whoever asks it does not carry the vocabulary.
final class IndicatorNames: Sendable {
  private let vocabulary: Vocabulary

  init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// The indicator that `label` names in full, if its dimension can stand in the quantity's unit.
  func indicator(for label: String, _ quantity: Quantity, _ measure: Measure) -> Indicator? {
    guard let form = vocabulary.indicatorForm(label) else { return nil }
    // Points are how percentages change.
    let surface = quantity.unit.is("百分点") ? "%" : quantity.unit
    let written = vocabulary.unitIndices(written: surface)
    var fitting: Int?
    for index in form.indicators where fits(index, form, written, measure) {
      if fitting != nil { return nil }
      fitting = index
    }
    return fitting.map { vocabulary.indicators[$0] }
  }

  private func fits(_ index: Int, _ form: IndicatorForm, _ written: [Int], _ measure: Measure) -> Bool {
    switch measure {
    case .changeRate, .share, .rank: return !form.isWeak
    case .level, .change, .difference:
      if form.isWeak {
        return written.contains { vocabulary.indicators[index].units.contains(vocabulary.units[$0].id) }
      }
      return written.contains { vocabulary.units[$0].dimension == vocabulary.indicators[index].dimension }
    }
  }

  /// The vocabulary's name where it says all that the words of the text say, else those.
  func name(_ indicator: Indicator?, _ label: String) -> String {
    guard let indicator, indicator.name.holds(label) else { return label }
    return indicator.name
  }
}
