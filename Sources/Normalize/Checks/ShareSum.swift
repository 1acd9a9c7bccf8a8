internal import Records

/// The shares of a ratio such as 3.9：59.5：36.6 make up a hundred, within 0.2.
enum ShareSum {
  static func findings(_ observations: WeighedObservations) -> [Finding] {
    guard observations.has(.share) else { return [] }
    let observations = observations.all
    var findings: [Finding] = []
    var index = 0
    while index < observations.count {
      var end = index
      while end < observations.count, observations[end].measure == .share,
        observations[end].rules.contains("RatioParts"),
        observations[end].sentence == observations[index].sentence,
        end == index || observations[end].span.start - observations[end - 1].span.end <= 2
      { end += 1 }
      if end - index > 2, let finding = finding(observations[index..<end]) { findings.append(finding) }
      index = max(end, index + 1)
    }
    return findings
  }

  private static func finding(_ parts: ArraySlice<Observation>) -> Finding? {
    var sum = ExactDecimal.zero
    for part in parts {
      guard let value = part.quantity.value, let next = try? sum.adding(value) else { return nil }
      sum = next
    }
    guard let first = parts.first, let difference = try? sum.subtracting(ExactDecimal(100)),
      let tolerance = try? ExactDecimal(significand: 2, exponent: -1)
    else { return nil }
    let size = difference.isNegative ? difference.negated : difference
    guard size > tolerance else { return nil }
    return Finding(.identityViolation, "the parts of the ratio make up \(sum)", at: first.quantity.span)
  }
}
