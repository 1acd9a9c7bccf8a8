internal import Records
internal import Vocabulary

/// Holds the statements of a document against the vocabulary and against each other.
///
/// A check never changes a value; what does not fit becomes a finding.
enum Checks {
  static func findings(
    _ observations: WeighedObservations, _ vocabulary: Vocabulary, _ doubts: [RangeCheck.Doubt]
  ) -> [Finding] {
    if observations.all.isEmpty { return [] }
    var findings = ofValues(observations, vocabulary, doubts)
    findings += SectorSum.findings(observations)
    findings += IndicatorSum.findings(observations)
    findings += PartSum.findings(observations)
    findings += ShareSum.findings(observations)
    findings += SectorShares.findings(observations)
    findings += Conflict.findings(observations)
    if !observations.has(.dated) {
      findings.append(Finding(.noPeriod, "none of \(observations.all.count) statements names a time"))
    }
    return findings
  }

  /// What is doubtful of single levels, in the order of the text.
  private static func ofValues(
    _ observations: WeighedObservations, _ vocabulary: Vocabulary, _ doubts: [RangeCheck.Doubt]
  ) -> [Finding] {
    var findings: [Finding] = []
    var doubts = doubts[...]
    for index in observations.indices(.level, without: .part) {
      if let doubt = doubts.first, doubt.index == index {
        doubts.removeFirst()
        findings.append(Finding(.outOfRange, doubt.message, at: observations.all[index].quantity.span))
      } else if !observations.isIdentified(index),
        let finding = UnitCheck.finding(observations.all[index], vocabulary)
      {
        findings.append(finding)
      }
    }
    return findings
  }
}
