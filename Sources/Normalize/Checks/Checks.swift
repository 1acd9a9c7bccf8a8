internal import Records
internal import Vocabulary

/// Holds the statements of a document against the vocabulary and against each other.
///
/// A check never changes a value; what does not fit becomes a finding.
enum Checks {
  static func findings(_ observations: [Observation], _ vocabulary: Vocabulary, _ doubts: [RangeCheck.Doubt])
    -> [Finding]
  {
    if observations.isEmpty { return [] }
    var findings: [Finding] = []
    var doubts = doubts[...]
    for index in observations.indices {
      if let finding = UnitCheck.finding(observations[index], vocabulary) { findings.append(finding) }
      if let doubt = doubts.first, doubt.index == index {
        findings.append(Finding(.outOfRange, doubt.message, at: observations[index].quantity.span))
        doubts.removeFirst()
      }
    }
    findings += SectorSum.findings(observations)
    findings += IndicatorSum.findings(observations)
    findings += PartSum.findings(observations)
    findings += ShareSum.findings(observations)
    findings += SectorShares.findings(observations)
    findings += Conflict.findings(observations)
    if observations.allSatisfy({ $0.period == nil }) {
      findings.append(Finding(.noPeriod, "none of \(observations.count) statements names a time"))
    }
    return findings
  }
}

extension Observation {
  /// Whether the number is an exact one of a whole region that came about: only such can be reckoned with.
  var isPlain: Bool {
    quantity.value != nil && quantity.relation == .equal && status == .actual && place == nil
      && breakdown.isEmpty
  }
}
