internal import Records
internal import Vocabulary

/// A county's level lies in the range that the vocabulary gives its indicator.
///
/// The ranges are those of counties: larger places and towns are not held against them. A value that is beyond what any
/// county has was misread or misprinted: its observation is kept apart.
struct RangeCheck: Sendable {
  /// What an indicator's values are held against, in the standard unit of its range.
  private struct Ranges {
    var standardUnit: String
    var plausible: IndicatorRange
    var typical: IndicatorRange
    var name: String
  }

  /// What is wrong with a value.
  private struct Doubt {
    let message: String
    /// Whether no county can have it.
    let isImpossible: Bool
  }

  private var ranges: [String: Ranges] = [:]

  init(_ vocabulary: Vocabulary) {
    for indicator in vocabulary.indicators {
      guard let unit = vocabulary.unit(id: indicator.rangeUnit), let factor = unit.factor else { continue }
      ranges[indicator.id] = Ranges(
        standardUnit: unit.standardUnit, plausible: indicator.plausible.scaled(by: factor),
        typical: indicator.typical.scaled(by: factor), name: indicator.name)
    }
  }

  func finding(_ observation: Observation) -> Finding? {
    doubt(observation).map { Finding(.outOfRange, $0.message, at: observation.quantity.span) }
  }

  /// Takes the observations out of `observations` whose values no county can have.
  func quarantine(_ observations: inout [Observation]) -> [QuarantinedObservation] {
    var quarantined: [QuarantinedObservation] = []
    for index in observations.indices {
      guard let doubt = doubt(observations[index]), doubt.isImpossible else { continue }
      quarantined.append(QuarantinedObservation(observations[index], reason: doubt.message))
    }
    if !quarantined.isEmpty {
      observations.removeAll { doubt($0)?.isImpossible ?? false }
    }
    return quarantined
  }

  private func doubt(_ observation: Observation) -> Doubt? {
    guard observation.measure == .level, observation.place == nil, observation.breakdown.isEmpty,
      let value = observation.quantity.standardValue, let id = observation.indicatorID,
      let code = observation.regionCode, !code.ends(with: "00"), let ranges = ranges[id],
      ranges.standardUnit.isSame(observation.quantity.standardUnit)
    else { return nil }
    if !ranges.plausible.contains(value) {
      return Doubt(
        message: "\"\(observation.surface)\" of \(ranges.name) is beyond what any county has",
        isImpossible: true)
    }
    if !ranges.typical.contains(value) {
      return Doubt(
        message: "\"\(observation.surface)\" of \(ranges.name) is beyond what most counties have",
        isImpossible: false)
    }
    return nil
  }
}

extension IndicatorRange {
  /// The same range in a unit of which its own has `factor`; an end that does not fit is left open.
  fileprivate func scaled(by factor: Fraction) -> IndicatorRange {
    IndicatorRange(
      low: low.flatMap { try? $0.multiplied(by: factor).value },
      high: high.flatMap { try? $0.multiplied(by: factor).value })
  }
}
