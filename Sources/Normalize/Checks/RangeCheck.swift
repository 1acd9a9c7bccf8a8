public import Records
public import Vocabulary

/// A county's level lies in the range that the vocabulary gives its indicator.
///
/// The ranges are those of counties: larger places and towns are not held against them. A value that is beyond what any
/// county has was misread or misprinted: its observation is kept apart.
public struct RangeCheck: Sendable {
  /// What an indicator's values are held against, in the standard unit of its range.
  private struct Ranges {
    var standardUnit: String
    var plausible: IndicatorRange
    var typical: IndicatorRange
    var name: String
  }

  /// What is wrong with the value of an observation.
  struct Doubt {
    /// Where it stands among the observations.
    let index: Int
    let message: String
    /// Whether no county can have it.
    let isImpossible: Bool
  }

  private var ranges: [String: Ranges] = [:]

  /// Makes the check of the ranges in `vocabulary`.
  public init(_ vocabulary: Vocabulary) {
    for indicator in vocabulary.indicators {
      guard let unit = vocabulary.unit(id: indicator.rangeUnit), let factor = unit.factor else { continue }
      ranges[indicator.id] = Ranges(
        standardUnit: unit.standardUnit, plausible: indicator.plausible.scaled(by: factor),
        typical: indicator.typical.scaled(by: factor), name: indicator.name)
    }
  }

  /// What is wrong with the values, in their order.
  func doubts(_ observations: WeighedObservations) -> [Doubt] {
    observations.indices([.level, .identified], without: .part).compactMap {
      doubt(observations.all[$0], at: $0)
    }
  }

  /// What is wrong with the value of one observation, with the words of its text; nothing where it is as it may be.
  public func doubt(of observation: Observation) -> String? {
    doubts(WeighedObservations([observation])).first?.message
  }

  /// Takes the observations out of `observations` whose values no county can have.
  static func quarantine(_ observations: inout [Observation], _ doubts: [Doubt]) -> [QuarantinedObservation] {
    let impossible = doubts.filter(\.isImpossible)
    if impossible.isEmpty { return [] }
    let quarantined = impossible.map {
      QuarantinedObservation(observations[$0.index], reason: $0.message)
    }
    let taken = Set(impossible.map(\.index))
    observations = observations.indices.lazy.filter { !taken.contains($0) }.map { observations[$0] }
    return quarantined
  }

  private func doubt(_ observation: Observation, at index: Int) -> Doubt? {
    guard observation.place == nil, let value = observation.quantity.standardValue,
      let id = observation.indicatorID,
      let code = observation.regionCode, !code.ends(with: "00"), let ranges = ranges[id],
      ranges.standardUnit.isSame(observation.quantity.standardUnit)
    else { return nil }
    let isImpossible = !ranges.plausible.contains(value)
    guard isImpossible || !ranges.typical.contains(value) else { return nil }
    let whose = isImpossible ? "any county has" : "most counties have"
    return Doubt(
      index: index, message: "\"\(observation.surface)\" of \(ranges.name) is beyond what \(whose)",
      isImpossible: isImpossible)
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
