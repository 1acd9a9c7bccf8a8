public import Records

extension Normalizer {
  /// The rule that told what an observation is about: the first behind those of the number itself and of its measure.
  public static func subjectRule(of observation: Observation) -> String? {
    let rules = observation.rules.dropFirst(observation.quantity.rules.count)
    return rules.first { !measureRules.contains($0) } ?? rules.first
  }

  private static let measureRules = Set(MeasureRules.all.map { String(describing: $0) })
}
