internal import Records

/// One document gives one level for the same thing at the same time; prose and table agree.
///
/// Changes are not compared: they may be against another time (环比, 两年平均).
/// Values that differ by what rounding takes away agree: 12.35亿元 and 12.4亿元.
enum Conflict {
  static func findings(_ observations: [Observation]) -> [Finding] {
    var known: [String: Observation] = [:]
    var findings: [Finding] = []
    for observation in observations {
      guard observation.measure == .level, observation.quantity.relation == .equal,
        let period = observation.period,
        let id = observation.indicatorID, let value = observation.quantity.standardValue
      else { continue }
      let key = [
        id, observation.measure.rawValue, observation.status.rawValue, period.label, observation.breakdown,
        observation.regionCode ?? "", observation.place ?? "", observation.indicator,
        observation.quantity.standardUnit,
      ].joined(separator: "\t")
      guard let first = known[key], let other = first.quantity.standardValue else {
        known[key] = observation
        continue
      }
      if agree(value, other, observation, first) { continue }
      findings.append(
        Finding(
          .conflictingValues,
          "\"\(observation.surface)\" for \(observation.indicator), \"\(first.surface)\" before",
          at: observation.quantity.span))
    }
    return findings
  }

  /// Whether the two differ by less than one of the last digit of the coarser print.
  private static func agree(
    _ a: ExactDecimal, _ b: ExactDecimal, _ first: Observation, _ second: Observation
  ) -> Bool {
    if a == b { return true }
    guard first.quantity.unit == second.quantity.unit, let x = first.quantity.value,
      let y = second.quantity.value, let difference = try? x.subtracting(y),
      let step = try? ExactDecimal(significand: 1, exponent: max(x.exponent, y.exponent))
    else { return false }
    return (difference.isNegative ? difference.negated : difference) < step
  }
}
