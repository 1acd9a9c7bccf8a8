internal import Records

/// The shares of the three sectors in the product make up a hundred, within 0.2.
enum SectorShares {
  private static let sectors = ["第一产业", "第二产业", "第三产业"]

  static func findings(_ observations: WeighedObservations) -> [Finding] {
    var groups: [String: [String: Observation]] = [:]
    for index in observations.indices([.share, .plain, .dated]) {
      let observation = observations.all[index]
      // Those of a ratio are held by ShareSum.
      guard !observation.rules.contains("RatioParts"), let period = observation.period,
        let sector = sectors.first(where: { observation.indicator.begins(with: $0) })
      else { continue }
      // Of several shares of one sector (in output, in employment) each is held in its own sentence.
      let key = "\(observation.regionCode ?? "") \(period.label) \(observation.sentence)"
      groups[key, default: [:]][sector] = observation
    }
    return groups.keys.sorted().compactMap { finding(groups[$0] ?? [:]) }
  }

  private static func finding(_ group: [String: Observation]) -> Finding? {
    let parts = sectors.compactMap { group[$0]?.quantity.value }
    guard parts.count == 3, let first = group[sectors[0]], let sum = Tolerance.sum(parts),
      let difference = try? sum.subtracting(ExactDecimal(100)),
      let tolerance = try? ExactDecimal(significand: 2, exponent: -1)
    else { return nil }
    guard (difference.isNegative ? difference.negated : difference) > tolerance else { return nil }
    return Finding(.identityViolation, "the shares of the sectors make up \(sum)", at: first.quantity.span)
  }
}
