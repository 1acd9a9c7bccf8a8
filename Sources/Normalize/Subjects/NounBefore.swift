internal import Records
internal import Vocabulary

/// The noun before a number, verbs and adverbs between them left out, is what is counted or measured: 党支部19个, 森林覆盖率达到61.8%.
///
/// Reads: the run of nouns that ends before the verb, the word of change or the number.
/// Yields: the run; times and brackets inside it are left out (生猪年末存栏).
/// Refuses: nothing but an empty run; what lies before the last verb is another predicate's.
enum NounBefore: SubjectRule {
  static func read(_ site: Site, _ reading: MeasureReading) -> SubjectReading? {
    guard
      var run = site.run(before: reading.subject.upperBound, from: reading.subject.lowerBound)
        ?? runBeforeScope(site, reading)
    else { return nil }
    // 科技人员作为联络员35名: who they are, not what they do.
    if run.lowerBound > reading.subject.lowerBound, site.isWord(run.lowerBound - 1, "作为"),
      let who = site.run(before: run.lowerBound - 1, from: reading.subject.lowerBound)
    {
      run = who
    }
    if let what = beforeFrom(run, site, reading) ?? ofKinds(run, site, reading) { run = what }
    var subject = site.subject(run)
    // 在全部线路中占比5.15%: the whole, of which what was said before is the part.
    if reading.measure == .share || reading.measure == .rank, subject.label.ends(with: "中"),
      isBehindIn(site, run),
      let said = site.discourse.outsideClause ?? site.discourse.before
    {
      return SubjectReading("CarriedSubject", said.subject)
    }
    // 在五县（市）中总量居第一: the group, and a word that names no indicator.
    if reading.measure == .rank, subject.label.begins(with: "在") || isBehindIn(site, run),
      let group = subject.label.split(separator: "中", maxSplits: 1).last.map(String.init), isVague(group),
      let said = site.discourse.outsideClause ?? site.discourse.before
    {
      return SubjectReading("CarriedSubject", said.subject)
    }
    // 收购价格在1.2元至1.3元之间
    if reading.deed == nil, subject.label.ends(with: "在"), subject.label.unicodeScalars.count > 2 {
      subject = Subject(String(subject.label.unicodeScalars.dropLast()))
    }
    // 常住人口3129户: households are no people.
    if site.quantity.unit.is("户"), subject.label.ends(with: "人口") {
      subject = Subject(subject.label + "户数")
    }
    subject.label += reading.deed ?? ""
    return SubjectReading("NounBefore", subject)
  }

  /// 矿产资源主要有煤、铁、高岭土等28种: what there are so many kinds of stands before the verb, and the list only names some.
  private static func ofKinds(_ run: Range<Int>, _ site: Site, _ reading: MeasureReading) -> Range<Int>? {
    guard site.quantity.unit.isOne(of: ["种", "类", "个品种", "余种"]),
      site.tokens[site.index - 1].kind == .word(.etc),
      run.lowerBound > reading.subject.lowerBound, site.tokens[run.lowerBound - 1].kind == .word(.verb),
      run.contains(where: { site.tokens[$0].kind == .pause })
    else { return nil }
    return site.run(before: run.lowerBound, from: reading.subject.lowerBound)
  }

  /// 耕地面积1990年全县109万亩: the noun that heads the clause, behind which only a time and 全县 stand.
  private static func runBeforeScope(_ site: Site, _ reading: MeasureReading) -> Range<Int>? {
    var end = reading.subject.upperBound
    guard end - 1 > reading.subject.lowerBound, site.tokens[end - 1].kind == .word(.scope) else { return nil }
    end -= 1
    guard site.tokens[end - 1].kind == .period || site.tokens[end - 1].kind.isNominal else { return nil }
    return site.run(before: end, from: reading.subject.lowerBound)
  }

  /// 总量及增速: words that say what of the thing is ranked, and not which.
  private static func isVague(_ words: String) -> Bool {
    ["总量", "增速", "增幅", "总量及增速", "总量和增速", "总量、增速", "增量", "规模"].contains { words.isSame($0) }
  }

  /// 农村低保标准从年标准1680元提高到2760元, 性别比由第六次人口普查的103.26下降为101.30: the words between 从 and what it was say of which time or
  /// source that is; what it is stands before 从.
  private static func beforeFrom(_ run: Range<Int>, _ site: Site, _ reading: MeasureReading) -> Range<Int>? {
    guard let next = site.right.first,
      site.tokens[next].kind == .word(.reach) || site.tokens[next].kind.isChange
    else { return nil }
    var from = run.lowerBound - 1
    while from > reading.subject.lowerBound,
      site.tokens[from].kind.isNominal || [.period, .word(.scope)].contains(site.tokens[from].kind)
    { from -= 1 }
    guard from > reading.subject.lowerBound, site.tokens[from].kind == .word(.from),
      let what = site.run(before: from, from: reading.subject.lowerBound)
    else { return nil }
    let end = site.tokens[run.upperBound - 1].span.end
    let isSource = ["普查", "调查", "统计"].contains { (word: StaticString) in site.text.has(word, endingAt: end) }
    let whole = site.text.string(site.tokens[what.upperBound - 1].span)
    let isSame = end >= 6 && whole.ends(with: site.text.string(ByteSpan(end - 6, end)))
    return isSource || isSame ? what : nil
  }

  /// Whether 在 leads to the run: 增速在27个基地中居第7位.
  private static func isBehindIn(_ site: Site, _ run: Range<Int>) -> Bool {
    (site.clause.lowerBound..<run.upperBound).contains { index in
      site.text.has("在", at: site.tokens[index].span.start)
        || site.text.has("在", endingAt: site.tokens[index].span.end)
    }
  }
}
