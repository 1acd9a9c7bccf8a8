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
    // 农技专家作为驻村人员53名: who they are, not what they do.
    if run.lowerBound > reading.subject.lowerBound, site.isWord(run.lowerBound - 1, "作为"),
      let who = site.run(before: run.lowerBound - 1, from: reading.subject.lowerBound)
    {
      run = who
    }
    var subject = site.subject(run)
    // 在全部线路中占比5.15%: the whole, of which what was said before is the part.
    if reading.measure == .share, subject.label.ends(with: "中"),
      site.text.has("在", at: site.tokens[site.clause.lowerBound].span.start), let said = site.discourse.last
    {
      return SubjectReading("CarriedSubject", said.subject)
    }
    subject.label += reading.deed ?? ""
    return SubjectReading("NounBefore", subject)
  }
}
