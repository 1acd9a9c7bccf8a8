internal import Records
internal import Vocabulary

/// The noun behind a number is what is counted: 37名科技特派员, 24个产业片区, 900元分红款.
///
/// Reads: a noun right behind the number. A deed right before it (新建, 可容纳) is taken in.
/// The noun behind an area and 的 (2400平方米的加工车间) where no noun stands before; what sort of money it is (196万元的扶持资金, 6亿元企业债); classes, with the
/// school before them (高中19个班); the ground on which something was done (在200多亩荒地上).
/// Yields: the noun, up to the next verb.
/// Refuses: a noun that is a new deed of its own (投入1350万元新建…13座); a noun behind where a verb has its object before the number; a measure that is no level or change of a noun; units other than measure words with a noun right before them (果蔬产出23亿元产值);
/// 人 and 人次, which are nouns themselves, but for what became of them (43人死亡) and guests that a verb counts (吸引8万人次游客); a noun that belongs to the next number (党支部19个党员50名).
enum NounBehind: SubjectRule {
  static func read(_ site: Site, _ reading: MeasureReading) -> SubjectReading? {
    if reading.rule == "ShareBefore", reading.measure == .share,
      let run = site.run(at: site.index + 2, to: site.right.upperBound)
    {
      return SubjectReading("NounBehind", site.subject(run), behind: run)
    }
    guard reading.measure == .level || reading.rule == "FractionShare" || reading.rule == "ChangeOfNoun"
    else { return nil }
    if let fate = fate(site) { return SubjectReading("NounBehind", site.subject(fate), behind: fate) }
    if let thing = thing(site) { return SubjectReading("NounBehind", site.subject(thing), behind: thing) }
    if let funds = funds(site) { return SubjectReading("NounBehind", site.subject(funds), behind: funds) }
    if let jobs = jobs(site) { return SubjectReading("NounBehind", site.subject(jobs), behind: jobs) }
    if let ground = ground(site) { return SubjectReading("NounBehind", ground) }
    guard !isPerson(site.quantity.unit) || isVisit(site),
      let run = site.run(at: behind(site), to: site.right.upperBound)
    else { return nil }
    // 高中19个班: classes are those of the school before.
    if run.count == 1, site.isWord(run.lowerBound, "班") || site.isWord(run.lowerBound, "教学班"),
      let school = site.run(before: site.index, from: site.left.lowerBound)
    {
      let owner = site.label(school)
      return SubjectReading("NounBehind", Subject(owner + site.label(run), stem: owner), behind: run)
    }
    if site.index > site.left.lowerBound {
      let before = site.tokens[site.index - 1].kind
      if before.isNominal, before != .word(.act) || (isNamed(site) && !site.isCounted) {
        guard site.isCounted, !isNext(run, site) || isCountOfNames(site), !isFilled(site) else { return nil }
      }
    }
    if site.tokens[run.lowerBound].kind == .word(.act), run.count > 1,
      !site.isCounted || site.right.upperBound < site.clause.upperBound
    {
      return nil
    }
    var subject = site.subject(run)
    if subject.label.ends(with: "中"), run.upperBound < site.tokens.count,
      [.quantity, .word(.verb)].contains(site.tokens[run.upperBound].kind)
    {
      // 59个城市中有23座: the group that the next number is taken from.
      subject = Subject(String(subject.label.unicodeScalars.dropLast()))
    }
    if let deed = deed(site) {
      subject.label = site.text.string(deed) + subject.label
    }
    return SubjectReading("NounBehind", subject, behind: run)
  }

  /// Whether the noun before the number is the object of a verb, or people: 培育带头人800余名活跃在田间.
  private static func isFilled(_ site: Site) -> Bool {
    if site.quantity.unit.is("名") || site.quantity.unit.is("位") { return true }
    guard let run = site.run(before: site.index, from: site.left.lowerBound) else { return false }
    guard run.lowerBound > site.left.lowerBound, !isCountOf(run, site) else { return false }
    switch site.tokens[run.lowerBound - 1].kind {
    case .word(.verb), .word(.verbal): return true
    default: return false
    }
  }

  /// Whether the number counts the names before it: 桐庐、建德2个县.
  private static func isCountOf(_ run: Range<Int>, _ site: Site) -> Bool {
    let joints = run.count { site.tokens[$0].kind == .pause || site.tokens[$0].kind == .word(.joint) }
    return joints > 0 && site.quantity.value == ExactDecimal(joints + 1)
  }

  /// Whether the number counts the names before it.
  private static func isCountOfNames(_ site: Site) -> Bool {
    site.run(before: site.index, from: site.left.lowerBound).map { isCountOf($0, site) } ?? false
  }

  /// Whether the run ends at another number that has no noun of its own behind it.
  private static func isNext(_ run: Range<Int>, _ site: Site) -> Bool {
    run.upperBound < site.tokens.count && site.tokens[run.upperBound].kind == .quantity
  }

  /// Units that are nouns themselves: nothing behind them is counted.
  private static func isPerson(_ unit: String) -> Bool {
    unit.is("人") || unit.is("人次") || unit.is("口人")
  }

  /// 吸引8万人次游客: visits with those who made them right behind, and no noun before.
  private static func isVisit(_ site: Site) -> Bool {
    guard site.quantity.unit.is("人次"), let next = site.right.first,
      !site.text.has("参", at: site.tokens[next].span.start),
      let run = site.run(at: next, to: site.right.upperBound),
      run.upperBound == site.tokens.count || site.tokens[run.upperBound].kind.endsClause
    else { return false }
    return site.left.allSatisfy { !site.tokens[$0].kind.isNominal || site.tokens[$0].kind == .word(.act) }
  }

  /// Whether the deed before the number has a noun of its own before it: 果蔬产出23亿元产值.
  private static func isNamed(_ site: Site) -> Bool {
    site.index - 2 >= site.left.lowerBound && site.tokens[site.index - 2].kind.isNominal
  }

  /// The token behind the number, or behind a time in quotes or a scope that narrows the noun: 8个“十三五”贫困村, 53个全省名牌产品.
  private static func behind(_ site: Site) -> Int {
    var next = site.index + 1
    while site.isCounted, next + 1 < site.right.upperBound, site.tokens[next].kind == .word(.scope) {
      next += 1
    }
    guard next + 1 < site.right.upperBound, site.tokens[next].kind == .period,
      site.text.has("“", endingAt: site.tokens[next].span.start)
    else { return next }
    return next + 1
  }

  /// 造成43人死亡: what became of people, right behind them, with a verb or nothing before the number.
  private static func fate(_ site: Site) -> Range<Int>? {
    guard isPerson(site.quantity.unit), let next = site.right.first, site.tokens[next].kind == .word(.act),
      next + 1 == site.right.upperBound || !site.tokens[next + 1].kind.isNominal,
      !site.left.contains(where: { site.tokens[$0].kind.isNominal && !isCause(site, $0) })
    else { return nil }
    return next..<next + 1
  }

  /// Whether a verb stands between the noun and the number: 事故造成.
  private static func isCause(_ site: Site, _ index: Int) -> Bool {
    (index..<site.index).contains { site.tokens[$0].kind == .word(.verb) }
  }

  /// 合作社吸纳196万元的扶持资金: what sort of money it is.
  private static func funds(_ site: Site) -> Range<Int>? {
    guard site.quantity.kind == .money, let next = site.right.first else { return nil }
    let start = site.tokens[next].kind == .word(.of) ? next + 1 : next
    guard start < site.right.upperBound, let run = site.run(at: start, to: site.right.upperBound) else {
      return nil
    }
    let end = site.tokens[run.upperBound - 1].span.end
    if start == next { return fund(in: run, site) }
    let sorts: [StaticString] = ["资金", "贷款", "补助", "补贴", "奖金", "分红", "订单", "利润", "基金", "债券"]
    return sorts.contains { site.text.has($0, endingAt: end) } ? run : nil
  }

  /// 城投公司6亿元企业债发行, 发挥800万元扶贫资金作用: the money's own noun right behind it, where what stands before is no money itself.
  private static func fund(in run: Range<Int>, _ site: Site) -> Range<Int>? {
    let sorts: [StaticString] = ["资金", "基金", "贷款", "债券", "债", "票据", "公积金", "保证金"]
    if let before = site.run(before: site.index, from: site.left.lowerBound),
      sorts.contains(where: { site.text.has($0, endingAt: site.tokens[before.upperBound - 1].span.end) })
    {
      return nil
    }
    let end = run.first { index in sorts.contains { site.text.has($0, endingAt: site.tokens[index].span.end) }
    }
    return end.map { run.lowerBound..<$0 + 1 }
  }

  /// 新增800人以上的就业岗位: jobs are counted in people.
  private static func jobs(_ site: Site) -> Range<Int>? {
    guard isPerson(site.quantity.unit), let next = site.right.first, site.tokens[next].kind == .word(.of),
      next + 1 < site.right.upperBound, let run = site.run(at: next + 1, to: site.right.upperBound),
      site.text.has("岗位", endingAt: site.tokens[run.upperBound - 1].span.end)
    else { return nil }
    return run
  }

  /// 建成2400平方米的加工车间: the area of a thing, behind a verb.
  private static func thing(_ site: Site) -> Range<Int>? {
    guard site.quantity.kind == .area, let next = site.right.first, site.tokens[next].kind == .word(.of),
      next + 1 < site.right.upperBound, let run = site.run(at: next + 1, to: site.right.upperBound),
      !site.left.contains(where: { site.tokens[$0].kind.isNominal }),
      run.upperBound == site.right.upperBound || site.tokens[run.upperBound].kind.endsClause
    else { return nil }
    return run
  }

  /// 在200多亩荒地上建起…: the ground that something was done on.
  private static func ground(_ site: Site) -> Subject? {
    guard site.quantity.kind == .area, let next = site.right.first, site.tokens[next].kind == .noun,
      site.text.has("在", endingAt: site.quantity.span.start)
    else { return nil }
    let words = site.text.string(site.tokens[next].span)
    return words.ends(with: "上") || words.ends(with: "里") || words.ends(with: "中")
      ? Subject(String(words.unicodeScalars.dropLast())) : nil
  }

  private static func deed(_ site: Site) -> ByteSpan? {
    guard site.index > site.left.lowerBound, site.tokens[site.index - 1].kind == .word(.act) else {
      return nil
    }
    return site.tokens[site.index - 1].span
  }
}
