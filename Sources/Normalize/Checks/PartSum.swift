internal import Records

/// Parts are no more than their whole, and where all of one kind are named they make it up: 男 and 女, 城镇 and 乡村.
enum PartSum {
  /// The parts that together are the whole.
  private static let complete: [Set<String>] = [
    ["sex=男", "sex=女"], ["sex=男性", "sex=女性"], ["sex=男性人口", "sex=女性人口"], ["residence=城镇", "residence=乡村"],
    ["residence=城镇", "residence=农村"], ["residence=城镇人口", "residence=乡村人口"],
    ["ethnicity=汉族", "ethnicity=少数民族"],
  ]

  static func findings(_ observations: WeighedObservations) -> [Finding] {
    var parts: [String: [Observation]] = [:]
    for index in observations.indices([.level, .exact, .part]) {
      let observation = observations.all[index]
      parts[key(observation), default: []].append(observation)
    }
    if parts.isEmpty { return [] }
    let names = Set(parts.values.lazy.joined().map(name))
    var wholes: [String: Observation] = [:]
    for index in observations.indices([.level, .exact], without: .part) {
      let observation = observations.all[index]
      guard names.contains(name(observation)) else { continue }
      wholes[key(observation)] = observation
    }
    var findings: [Finding] = []
    for key in parts.keys.sorted() {
      guard let whole = wholes[key], let total = whole.quantity.value, let parts = parts[key] else {
        continue
      }
      findings += parts.compactMap { tooLarge($0, whole, total) }
      if let finding = notMadeUp(parts, whole, total) { findings.append(finding) }
    }
    return findings
  }

  /// What whole and parts are called.
  private static func name(_ observation: Observation) -> String {
    if let id = observation.indicatorID { return id }
    if observation.breakdown.isEmpty { return observation.indicator }
    return String(observation.indicator.unicodeScalars.prefix { $0 != "：" })
  }

  /// What the whole and its parts share: indicator, time, region, place, unit and status.
  private static func key(_ observation: Observation) -> String {
    [
      name(observation), observation.period?.label ?? "", observation.regionCode ?? "",
      observation.place ?? "",
      observation.quantity.unit, observation.status.rawValue,
    ].joined(separator: "\t")
  }

  private static func tooLarge(_ part: Observation, _ whole: Observation, _ total: ExactDecimal) -> Finding? {
    guard let value = part.quantity.value, !Tolerance.isPart(value, of: total) else { return nil }
    return Finding(
      .identityViolation,
      "\"\(part.surface)\" of \(part.indicator) is more than \"\(whole.surface)\" of the whole",
      at: part.quantity.span)
  }

  private static func notMadeUp(_ parts: [Observation], _ whole: Observation, _ total: ExactDecimal)
    -> Finding?
  {
    var values: [String: ExactDecimal] = [:]
    for part in parts { values[part.breakdown] = part.quantity.value }
    for set in complete where set.isSubset(of: values.keys) {
      let numbers = set.sorted().compactMap { values[$0] }
      if Tolerance.agree(numbers, total) { continue }
      return Finding(
        .identityViolation,
        "\(set.sorted().joined(separator: " and ")) make up \(Tolerance.sum(numbers) ?? .zero), the whole is \(total)",
        at: whole.quantity.span)
    }
    return nil
  }
}
