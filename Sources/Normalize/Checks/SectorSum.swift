internal import Records

/// The three sectors make up the product (`Tolerance`).
enum SectorSum {
  private static let sectors = ["primary_va", "secondary_va", "tertiary_va"]

  static func findings(_ observations: WeighedObservations) -> [Finding] {
    var groups: [String: [String: Observation]] = [:]
    for index in observations.indices([.level, .plain, .identified, .dated]) {
      let observation = observations.all[index]
      guard let id = observation.indicatorID, id == "gdp" || sectors.contains(id),
        let period = observation.period,
        let region = observation.regionCode
      else { continue }
      groups["\(region) \(period.label)", default: [:]][id] = observation
    }
    return groups.keys.sorted().compactMap { key in groups[key].flatMap(finding) }
  }

  private static func finding(_ group: [String: Observation]) -> Finding? {
    let parts = sectors.compactMap { group[$0]?.quantity.value }
    guard parts.count == 3, let whole = group["gdp"], let total = whole.quantity.value else { return nil }
    if Tolerance.agree(parts, total) { return nil }
    let sum = Tolerance.sum(parts) ?? .zero
    return Finding(
      .identityViolation, "the three sectors make up \(sum), the product is \(total)",
      at: whole.quantity.span)
  }
}
