internal import Records

/// One document gives one level for the same thing at the same time; prose and table agree.
///
/// Changes are not compared: they may be against another time (环比, 两年平均).
/// Values that differ by what rounding takes away agree: 12.35亿元 and 12.4亿元.
enum Conflict {
  static func findings(_ observations: WeighedObservations) -> [Finding] {
    var known: [Key: Int] = [:]
    var findings: [Finding] = []
    for index in observations.indices([.level, .exact, .dated, .identified]) {
      let observation = observations.all[index]
      guard let value = observation.quantity.standardValue else { continue }
      let key = Key(observation)
      guard let first = known[key].map({ observations.all[$0] }), let other = first.quantity.standardValue
      else {
        known[key] = index
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

  /// What is stated but for the value.
  private struct Key: Hashable {
    var id: String?
    var period: Period?
    var status: Status
    var regionCode: String?
    var breakdown: String
    var place: String?
    var indicator: String
    var standardUnit: String

    init(_ observation: Observation) {
      (id, period, status) = (observation.indicatorID, observation.period, observation.status)
      (regionCode, place, breakdown) = (observation.regionCode, observation.place, observation.breakdown)
      (indicator, standardUnit) = (observation.indicator, observation.quantity.standardUnit)
    }

    /// Words are hashed by their bytes: to weigh how they may be composed costs more than all else.
    func hash(into hasher: inout Hasher) {
      hasher.combine(period)
      for words in [id ?? "", indicator, place ?? "", breakdown] {
        words.bytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
      }
    }
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
