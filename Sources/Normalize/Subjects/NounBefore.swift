internal import Records
internal import Vocabulary

/// The noun before a number, verbs and adverbs between them left out, is what is counted or measured: 党支部19个, 森林覆盖率达到61.8%.
///
/// Reads: the run of nouns that ends before the verb, the word of change or the number.
/// Yields: the run; times and brackets inside it are left out (生猪年末存栏).
/// Refuses: nothing but an empty run; what lies before the last verb is another predicate's.
enum NounBefore: SubjectRule {
  static func read(_ site: Site, _ reading: MeasureReading) -> SubjectReading? {
    guard var run = site.run(before: reading.subject.upperBound, from: reading.subject.lowerBound) else {
      return nil
    }
    // 科技人员作为联络员35名: who they are, not what they do.
    if run.lowerBound > reading.subject.lowerBound, site.isWord(run.lowerBound - 1, "作为"),
      let who = site.run(before: run.lowerBound - 1, from: reading.subject.lowerBound)
    {
      run = who
    }
    var subject = site.subject(run)
    // 在全部线路中占比5.15%: the whole, of which what was said before is the part.
    if reading.measure == .share || reading.measure == .rank, subject.label.ends(with: "中"),
      isBehindIn(site, run),
      let said = site.discourse.outsideClause ?? site.discourse.before
    {
      return SubjectReading("CarriedSubject", said.subject)
    }
    subject.label += reading.deed ?? ""
    return SubjectReading("NounBefore", subject)
  }

  /// Whether 在 leads to the run: 增速在27个基地中居第7位.
  private static func isBehindIn(_ site: Site, _ run: Range<Int>) -> Bool {
    (site.clause.lowerBound..<run.upperBound).contains { index in
      site.text.has("在", at: site.tokens[index].span.start)
        || site.text.has("在", endingAt: site.tokens[index].span.end)
    }
  }
}
