internal import Records
internal import Vocabulary

/// A number right behind 每 and a base is a rate of what was said before: 土地补偿每亩1100元.
///
/// Reads: 每人, 每亩 with nothing but verbs between it and the number.
/// Yields: the base, put before the subject that is carried or behind the noun before it.
/// Refuses: clauses with no such word.
enum PerBase: SubjectRule {
  static func read(_ site: Site, _ reading: MeasureReading) -> SubjectReading? {
    guard let each = site.last(in: site.left, where: { $0 == .word(.each) }) else { return nil }
    // 每人每月560元: the bases belong together.
    var first = each
    while first > site.left.lowerBound, site.tokens[first - 1].kind == .word(.each) { first -= 1 }
    let base = site.text.string(
      ByteSpan(site.tokens[first].span.start, site.tokens[each].span.end))
    if let run = site.run(before: first, from: site.left.lowerBound) {
      var subject = site.subject(run)
      subject.label += base
      return SubjectReading("PerBase", subject)
    }
    guard let said = site.discourse.last else { return nil }
    return SubjectReading("PerBase", Subject(base + said.subject.label, stem: said.subject.stem))
  }
}
