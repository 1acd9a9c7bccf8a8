internal import Records
internal import Vocabulary

/// A deed that stands alone behind its number shares the noun of the next one: 5座续建和3座新建水库, 5个在建、3个拟建项目.
///
/// Reads: a deed and nothing else behind the number, and behind the next number of the clause a deed with a noun.
/// Yields: the deed and that noun: 续建水库.
/// Refuses: clauses in which the next number has no deed of its own (培训15期、教材3套).
enum SharedHead {
  static func complete(_ found: inout SubjectReading, _ site: Site, _ reading: MeasureReading) {
    guard let own = found.behind, own.count == 1, site.tokens[own.lowerBound].kind == .word(.act),
      let next = (own.upperBound..<site.clause.upperBound).first(where: { site.tokens[$0].kind == .quantity }
      ),
      let run = site.run(at: next + 1, to: site.clause.upperBound), run.count > 1,
      site.tokens[run.lowerBound].kind == .word(.act)
    else { return }
    found.subject = Subject(
      site.label(own) + site.label(run.lowerBound + 1..<run.upperBound), stem: found.subject.stem)
    found.rules.append("SharedHead")
  }
}
