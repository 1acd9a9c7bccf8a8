internal import Records

/// Indicators that are parts of another one make it up (`Tolerance`): 城镇 and 乡村 the 常住人口, 男性 and 女性 the 户籍 or 常住人口.
enum IndicatorSum {
  private static let identities: [(parts: [String], wholes: [String])] = [
    (["urban_resident_pop", "rural_resident_pop"], ["resident_pop"]),
    (["male_pop", "female_pop"], ["resident_pop", "household_pop", "population_unspecified"]),
  ]

  private static let named = Set(identities.flatMap { $0.parts + $0.wholes })

  static func findings(_ observations: WeighedObservations) -> [Finding] {
    var groups: [String: [String: Observation]] = [:]
    for index in observations.indices([.level, .plain, .identified, .dated]) {
      let observation = observations.all[index]
      guard let id = observation.indicatorID, named.contains(id), let period = observation.period,
        let region = observation.regionCode
      else { continue }
      groups["\(region) \(period.label)", default: [:]][id] = observation
    }
    return groups.keys.sorted().flatMap { key in
      identities.compactMap { finding($0.parts, $0.wholes, groups[key] ?? [:]) }
    }
  }

  private static func finding(
    _ parts: [String], _ wholes: [String], _ group: [String: Observation]
  ) -> Finding? {
    let values = parts.compactMap { group[$0]?.quantity.value }
    let totals = wholes.compactMap { group[$0] }
    guard values.count == parts.count, let first = totals.first else { return nil }
    // Which of the wholes they are parts of is not said: one of them is enough.
    let fits = totals.contains { whole in whole.quantity.value.map { Tolerance.agree(values, $0) } ?? true }
    if fits { return nil }
    return Finding(
      .identityViolation,
      "\(parts.joined(separator: " and ")) make up \(Tolerance.sum(values) ?? .zero), \(first.indicator) is \"\(first.surface)\"",
      at: first.quantity.span)
  }
}
