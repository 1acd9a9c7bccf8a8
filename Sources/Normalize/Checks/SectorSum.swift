internal import Records

/// The three sectors make up the product, within 1.5 of the last digit printed.
///
/// Source of the tolerance: measured on communiqués, whose sums differ by rounding.
enum SectorSum {
  private static let sectors = ["primary_va", "secondary_va", "tertiary_va"]

  static func findings(_ observations: [Observation]) -> [Finding] {
    var groups: [String: [String: Observation]] = [:]
    for observation in observations where observation.isPlain && observation.measure == .level {
      guard let id = observation.indicatorID, id == "gdp" || sectors.contains(id),
        let period = observation.period, let region = observation.regionCode
      else { continue }
      groups["\(region) \(period.label)", default: [:]][id] = observation
    }
    return groups.keys.sorted().compactMap { key in groups[key].flatMap(finding) }
  }

  private static func finding(_ group: [String: Observation]) -> Finding? {
    let parts = sectors.compactMap { group[$0]?.quantity.value }
    guard parts.count == 3, let whole = group["gdp"], let total = whole.quantity.value else { return nil }
    var sum = ExactDecimal.zero
    for part in parts {
      guard let next = try? sum.adding(part) else { return nil }
      sum = next
    }
    let exponent = (parts + [total]).map(\.exponent).max() ?? 0
    guard let tolerance = try? ExactDecimal(significand: 15, exponent: exponent - 1),
      let difference = try? sum.subtracting(total)
    else { return nil }
    let size = difference.isNegative ? difference.negated : difference
    guard size > tolerance else { return nil }
    return Finding(
      .identityViolation, "the three sectors make up \(sum), the product is \(total)",
      at: whole.quantity.span)
  }
}
