internal import Records
internal import Vocabulary

/// An indicator's level stands in a unit of its dimension: money is not counted in 亩.
enum UnitCheck {
  /// - Parameter observation: one whose indicator the vocabulary does not have for its unit.
  static func finding(_ observation: Observation, _ vocabulary: Vocabulary) -> Finding? {
    guard !observation.quantity.unit.isEmpty, !observation.quantity.unit.is("倍"),
      let form = vocabulary.indicatorForm(observation.indicator), !form.isWeak
    else { return nil }
    let dimensions = Set(
      vocabulary.unitIndices(written: observation.quantity.unit).map { vocabulary.units[$0].dimension })
    let wanted = Set(form.indicators.map { vocabulary.indicators[$0].dimension })
    // 亩产294.8公斤: the name says what it is a rate of.
    let isRate = dimensions.contains { unit in wanted.contains { $0.begins(with: unit + "_per_") } }
    guard !dimensions.isEmpty, !isRate, dimensions.isDisjoint(with: wanted) else { return nil }
    return Finding(
      .unitDimensionMismatch,
      "\"\(observation.indicator)\" is a matter of \(wanted.sorted().joined(separator: ", ")), "
        + "\"\(observation.surface)\" of \(dimensions.sorted().joined(separator: ", "))",
      at: observation.quantity.span)
  }
}
