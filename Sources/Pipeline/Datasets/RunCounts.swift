internal import Records

/// What a run counted.
struct RunCounts: Equatable, Sendable {
  var pages = 0
  /// Pages that were parsed, and those whose documents were there from the run before.
  var parsed = 0
  var kept = 0
  var articles = 0
  var observations = 0
  var citations = 0
  var quarantined = 0
  /// Documents that print others again.
  var reprints = 0
  var conflicts = 0
  var revisions = 0
  var findings: [Finding.Code: Int] = [:]

  /// The findings of all codes.
  var findingTotal: Int { findings.values.reduce(0, +) }

  mutating func add(_ page: EncodedPage) {
    pages += 1
    if page.isArticle { articles += 1 }
    observations += page.observations.count
    citations += page.citations.count
    quarantined += page.quarantined.count
    findings.merge(page.findingCounts, uniquingKeysWith: +)
  }
}
