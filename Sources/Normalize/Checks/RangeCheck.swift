internal import Records
internal import Vocabulary

/// A county's level lies in the range that the vocabulary gives its indicator.
///
/// The ranges are those of counties: larger places and towns are not held against them.
enum RangeCheck {
  static func findings(_ observation: Observation, _ vocabulary: Vocabulary) -> [Finding] {
    guard observation.measure == .level, observation.place == nil, observation.breakdown.isEmpty,
      let code = observation.regionCode, !code.ends(with: "00"),
      let value = observation.quantity.standardValue,
      let indicator = observation.indicatorID.flatMap({ vocabulary.indicator(id: $0) }),
      let unit = vocabulary.unit(id: indicator.rangeUnit), let factor = unit.factor,
      unit.standardUnit == observation.quantity.standardUnit
    else { return [] }
    func isOutside(_ range: IndicatorRange) -> Bool {
      let low = range.low.flatMap { try? $0.multiplied(by: factor).value }
      let high = range.high.flatMap { try? $0.multiplied(by: factor).value }
      return low.map { value < $0 } ?? false || high.map { value > $0 } ?? false
    }
    let kind: String
    if isOutside(indicator.plausible) {
      kind = "beyond what any county has"
    } else if isOutside(indicator.typical) {
      kind = "beyond what most counties have"
    } else {
      return []
    }
    return [
      Finding(
        .outOfRange, "\"\(observation.surface)\" of \(indicator.name) is \(kind)",
        at: observation.quantity.span)
    ]
  }
}
