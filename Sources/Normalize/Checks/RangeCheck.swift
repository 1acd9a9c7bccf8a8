internal import Records
internal import Vocabulary

/// A county's level lies in the range that the vocabulary gives its indicator.
///
/// The ranges are those of counties: larger places and towns are not held against them. A value that is beyond what any
/// county has was misread or misprinted: its observation is kept apart.
enum RangeCheck {
  /// What is wrong with a value.
  struct Doubt {
    let message: String
    /// Whether no county can have it.
    let isImpossible: Bool
  }

  static func findings(_ observation: Observation, _ vocabulary: Vocabulary) -> [Finding] {
    doubt(observation, vocabulary).map { [Finding(.outOfRange, $0.message, at: observation.quantity.span)] }
      ?? []
  }

  /// Takes the observations out of `observations` whose values no county can have.
  static func quarantine(
    _ observations: inout [Observation], _ vocabulary: Vocabulary
  ) -> [QuarantinedObservation] {
    var quarantined: [QuarantinedObservation] = []
    observations.removeAll { observation in
      guard let doubt = doubt(observation, vocabulary), doubt.isImpossible else { return false }
      quarantined.append(QuarantinedObservation(observation, reason: doubt.message))
      return true
    }
    return quarantined
  }

  private static func doubt(_ observation: Observation, _ vocabulary: Vocabulary) -> Doubt? {
    guard observation.measure == .level, observation.place == nil, observation.breakdown.isEmpty,
      let code = observation.regionCode, !code.ends(with: "00"),
      let value = observation.quantity.standardValue,
      let indicator = observation.indicatorID.flatMap({ vocabulary.indicator(id: $0) }),
      let unit = vocabulary.unit(id: indicator.rangeUnit), let factor = unit.factor,
      unit.standardUnit == observation.quantity.standardUnit
    else { return nil }
    func isOutside(_ range: IndicatorRange) -> Bool {
      let low = range.low.flatMap { try? $0.multiplied(by: factor).value }
      let high = range.high.flatMap { try? $0.multiplied(by: factor).value }
      return low.map { value < $0 } ?? false || high.map { value > $0 } ?? false
    }
    let subject = "\"\(observation.surface)\" of \(indicator.name) is"
    if isOutside(indicator.plausible) {
      return Doubt(message: "\(subject) beyond what any county has", isImpossible: true)
    }
    if isOutside(indicator.typical) {
      return Doubt(message: "\(subject) beyond what most counties have", isImpossible: false)
    }
    return nil
  }
}
