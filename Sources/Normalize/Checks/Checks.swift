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
    let all = observations.span
    var doubts = doubts[...]
    for index in all.indices {
      if let finding = UnitCheck.finding(all[index], vocabulary) { findings.append(finding) }
      if let doubt = doubts.first, doubt.index == index {
        findings.append(Finding(.outOfRange, doubt.message, at: all[index].quantity.span))
        doubts.removeFirst()
      }
    }
    findings += SectorSum.findings(observations)
    findings += IndicatorSum.findings(observations)
    findings += PartSum.findings(observations)
    findings += ShareSum.findings(observations)
    findings += SectorShares.findings(observations)
    findings += Conflict.findings(observations)
    if !observations.have({ $0.period != nil }) {
      findings.append(Finding(.noPeriod, "none of \(observations.count) statements names a time"))
    }
    return findings
  }
}

extension [Observation] {
  /// Where those stand for which `test` holds; the others are not copied.
  func indices(where test: (Observation) -> Bool) -> [Int] {
    let all = span
    var found: [Int] = []
    for index in all.indices where test(all[index]) { found.append(index) }
    return found
  }

  /// Whether `test` holds for one of them; none is copied.
  func have(_ test: (Observation) -> Bool) -> Bool {
    let all = span
    for index in all.indices where test(all[index]) { return true }
    return false
  }
}

extension Observation {
  /// Whether the number is an exact one of a whole region that came about: only such can be reckoned with.
  var isPlain: Bool {
    quantity.value != nil && quantity.relation == .equal && status == .actual && place == nil
      && breakdown.isEmpty
  }
}
