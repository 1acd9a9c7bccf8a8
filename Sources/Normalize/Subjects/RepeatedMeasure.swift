internal import Records
internal import Vocabulary

/// What was said of the whole and is said again behind a part is that part's: 发放低保金4721万元，其中城市低保6195户，发放低保金3277万元.
///
/// Reads: behind 其中, an amount whose words have named another amount in the sentence, in the same unit, behind a number in another unit.
/// Yields: the words with the name before them: 城市低保发放低保金.
/// Refuses: words that were not said before in the sentence, numbers that are no parts, and sentences that name two times.
enum RepeatedMeasure {
  static func complete(_ found: inout SubjectReading, _ site: Site, _ reading: MeasureReading) {
    guard reading.measure == .level, found.rules[0] == "NounBefore", found.subject.whole == nil,
      site.discourse.whole != nil, site.tokens[..<site.index].count(where: { $0.kind == .period }) < 2,
      site.clause.lowerBound > 0, let last = site.discourse.last, last.measure == .level,
      !last.unit.isSame(site.quantity.unit), !last.subject.label.isSame(found.subject.label),
      site.discourse.statements.contains(where: { isSame($0, found.subject, site) })
    else { return }
    let owner = last.subject.stem
    guard !owner.ends(with: found.subject.label) else { return }
    found.subject = Subject(owner + found.subject.label, stem: owner)
    found.rules.append("RepeatedMeasure")
  }

  private static func isSame(_ said: Discourse.Said, _ subject: Subject, _ site: Site) -> Bool {
    said.measure == .level && said.unit.isSame(site.quantity.unit) && said.subject.label.isSame(subject.label)
  }
}
