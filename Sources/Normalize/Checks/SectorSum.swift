internal import Records

/// The three sectors make up the product (`Tolerance`).
enum SectorSum {
  private static let sectors = ["primary_va", "secondary_va", "tertiary_va"]

  static func findings(_ observations: [Observation]) -> [Finding] {
    guard observations.have({ $0.indicatorID == sectors[0] }) else { return [] }
    var groups: [String: [String: Observation]] = [:]
    for index in observations.indices(where: isHeld) {
      let observation = observations[index]
      guard let id = observation.indicatorID, let period = observation.period,
        let region = observation.regionCode
      else { continue }
      groups["\(region) \(period.label)", default: [:]][id] = observation
    }
    return groups.keys.sorted().compactMap { key in groups[key].flatMap(finding) }
  }

  private static func isHeld(_ observation: Observation) -> Bool {
    guard observation.measure == .level, observation.isPlain, let id = observation.indicatorID
    else { return false }
    return id == "gdp" || sectors.contains(id)
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
