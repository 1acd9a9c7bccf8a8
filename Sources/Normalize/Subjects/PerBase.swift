internal import Records
internal import Vocabulary

/// A number right behind 每 and a base is a rate of what was said before: 土地补偿每亩1100元.
///
/// Reads: 每人, 每亩 with nothing but verbs between it and the number.
/// Yields: the base, put before the subject that is carried, behind 平均 from the sentence before too, or behind the noun before it.
/// Refuses: clauses with no such word.
enum PerBase: SubjectRule {
  static func read(_ site: Site, _ reading: MeasureReading) -> SubjectReading? {
    guard let each = site.last(in: site.left, where: { $0 == .word(.each) }) else { return nil }
    let end = baseEnd(site, each)
    guard !(end..<site.index).contains(where: { site.tokens[$0].kind.isNominal }) else { return nil }
    // 每人每月560元: the bases belong together.
    var first = each
    while first > site.left.lowerBound, site.tokens[first - 1].kind == .word(.each) { first -= 1 }
    let base = site.text.string(
      ByteSpan(site.tokens[first].span.start, site.tokens[end - 1].span.end))
    if let run = site.run(before: first, from: site.left.lowerBound) {
      var subject = site.subject(run)
      subject.label += base
      return SubjectReading("PerBase", subject)
    }
    // 卫生人员800人。平均每村2人: of what the sentence before counted.
    let isMean = first > site.left.lowerBound && site.isWord(first - 1, "平均")
    guard let said = site.discourse.last ?? (isMean ? site.discourse.before : nil) else { return nil }
    return SubjectReading("PerBase", Subject(base + said.subject.label, stem: said.subject.stem))
  }

  /// 公路密度达到每百平方公里305公里: a base in words of its own, behind a verb and right before the number.
  private static func baseEnd(_ site: Site, _ each: Int) -> Int {
    guard each + 2 == site.index, site.isWord(each, "每"), site.tokens[each + 1].kind.isNominal,
      each > site.left.lowerBound,
      [.word(.reach), .word(.verb)].contains(site.tokens[each - 1].kind) || site.isWord(each - 1, "平均")
    else { return each + 1 }
    return each + 2
  }
}
