internal import Records
internal import Vocabulary

/// What stands before a colon names the number behind it: 补助标准为一类：45600元/亩.
///
/// Reads: a number right behind a colon, and the clause before the colon.
/// Yields: the nouns of that clause.
/// Refuses: clauses with a number of their own, and measures other than a level.
enum ColonHead: SubjectRule {
  static func read(_ site: Site, _ reading: MeasureReading) -> SubjectReading? {
    guard reading.measure == .level, site.left.isEmpty, site.clause.lowerBound > 0,
      site.tokens[site.clause.lowerBound - 1].kind == .colon
    else { return nil }
    var start = site.clause.lowerBound - 1
    while start > 0, !site.tokens[start - 1].kind.endsClause {
      if site.tokens[start - 1].kind == .quantity { return nil }
      start -= 1
    }
    guard let run = site.run(before: site.clause.lowerBound - 1, from: start) else { return nil }
    return SubjectReading("ColonHead", site.subject(run))
  }
}
