internal import Records
internal import Vocabulary

/// A number right behind brackets is about the noun before them: 性别比（以女性为100）为103.2.
///
/// Reads: a number with nothing but verbs and adverbs between it and a closing bracket, and the clause before the opening one.
/// Yields: the nouns before the bracket.
/// Refuses: brackets with a comma behind them, and clauses that give a number of their own before the bracket.
enum AcrossBrackets: SubjectRule {
  static func read(_ site: Site, _ reading: MeasureReading) -> SubjectReading? {
    let close = site.clause.lowerBound - 1
    guard !reading.isAboutBefore, close >= 0, site.tokens[close].kind == .close,
      reading.subject.lowerBound == site.clause.lowerBound,
      let open = (0..<close).last(where: { site.tokens[$0].kind == .open }), open > 0
    else { return nil }
    var start = open
    while start > 0, !site.tokens[start - 1].kind.endsClause {
      if site.tokens[start - 1].kind == .quantity { return nil }
      start -= 1
    }
    guard let run = site.run(before: open, from: start) else { return nil }
    return SubjectReading("AcrossBrackets", site.subject(run))
  }
}
