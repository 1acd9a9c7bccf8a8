internal import Records
internal import Vocabulary

/// A number without a noun is about what was said last: 增加值62亿元，同比增长5.9%; 突破300亿大关，达到308亿元.
///
/// Reads: the subject of a clause without a number in between; else the last statement of the sentence; without one its topic (台地主要分布在…，占总面积12%), then the last statement of the paragraph.
/// Yields: its subject.
/// Refuses: a level that no verb of reaching leads to, unless it stands right beside the number before (培训12期2860人次) or has a
/// time of its own (其中9月完成5.6亿元);
/// a level in a sentence where nothing was said.
enum CarriedSubject: SubjectRule {
  static func read(_ site: Site, _ reading: MeasureReading) -> SubjectReading? {
    guard var found = carried(site, reading) else { return nil }
    // 计划投资2亿元，已完成2.3亿元: what was done is no plan.
    if reading.measure == .level {
      for plan in ["计划投资", "计划总投资"] where found.subject.label.ends(with: plan) {
        let label = found.subject.label.unicodeScalars.dropLast(plan.unicodeScalars.count)
        found.subject = Subject(String(label) + plan.unicodeScalars.dropFirst(2).map(String.init).joined())
      }
    }
    return found
  }

  private static func carried(_ site: Site, _ reading: MeasureReading) -> SubjectReading? {
    let said = site.discourse.last
    if reading.isAboutBefore {
      return (site.discourse.outsideClause ?? site.discourse.before).map {
        SubjectReading("CarriedSubject", $0.subject)
      }
    }
    // 对工业增长的贡献率达67.7%，拉动增长2.2个百分点: what contributes, not its rate.
    if reading.rule == "Contribution", let rate = said?.subject, rate.label.ends(with: "贡献率") {
      if let whole = rate.isOwned ? rate.stem : site.topic?.label {
        let who = whole.unicodeScalars.prefix { $0 != "对" }
        return SubjectReading("CarriedSubject", Subject(String(who)))
      }
    }
    // 增速在27个基地中居第7位: the group is not what has the place in it.
    if reading.measure == .rank, said?.subject.label.ends(with: "中") == true,
      let outside = site.discourse.outsideClause ?? site.discourse.before
    {
      return SubjectReading("CarriedSubject", outside.subject)
    }
    if reading.measure != .level {
      // 上线620人，上线率32.6%，比上年增加85人: people are no change of a rate.
      if reading.measure == .change, site.fresh == nil, let said, said.unit.isOne(of: ["%", "‰"]),
        !site.quantity.unit.isOne(of: ["百分点", "%", "‰"]), let same = sameUnit(site)
      {
        return SubjectReading("CarriedSubject", same)
      }
      guard
        let subject = site.fresh ?? said?.subject ?? site.topic
          ?? site.discourse.before?.subject
      else { return nil }
      return SubjectReading("CarriedSubject", subject)
    }
    // 人均生产总值9.5万元，约合1.5万美元: the same in another unit.
    if let said, said.kind == site.quantity.kind, isConverted(site) {
      return SubjectReading("CarriedSubject", said.subject)
    }
    // 其中雁江区42亿元，安岳县60亿元: the same of each place.
    if let said, said.unit.isSame(site.quantity.unit),
      site.left.contains(where: { site.tokens[$0].kind == .place }),
      site.left.allSatisfy({
        [.place, .pause, .word(.among), .word(.adverb), .word(.verb)].contains(site.tokens[$0].kind)
      })
    {
      return SubjectReading("CarriedSubject", site.discourse.whole?.subject ?? said.subject)
    }
    // 到2026年突破650亿元: the bound is the word of reaching.
    let isPassed = site.text.has("突破", at: site.quantity.span.start)
    let isReached =
      isPassed || site.first(in: site.left, where: { $0 == .word(.reach) || $0 == .word(.from) }) != nil
    if isReached,
      let subject = site.fresh ?? sameUnit(site) ?? said?.subject ?? site.topic
    {
      return SubjectReading("CarriedSubject", subject)
    }
    let isBeside =
      site.left.lowerBound > site.clause.lowerBound
      && site.left.allSatisfy { site.tokens[$0].kind.isJoint }
    if isBeside, let said {
      let isEnd = site.first(in: site.clause, where: { $0 == .word(.reach) }) != nil
      return SubjectReading("CarriedSubject", (isEnd ? sameUnit(site) : nil) ?? said.subject)
    }
    // 1990年耕地109万亩，人均1.63亩。2002年91万亩: what the sentence before began with.
    if said == nil, site.clause.lowerBound == 0, site.left.count == 1, hasTime(site),
      let first = site.discourse.levelsBefore.first?.subject,
      site.discourse.before?.unit.isSame(site.quantity.unit) == true
    {
      return SubjectReading("CarriedSubject", first)
    }
    if let said, said.unit.isSame(site.quantity.unit), hasTime(site) {
      // 1990年耕地109万亩，人均1.63亩；2002年为91万亩: the whole, and not what each has of it.
      let isEach = ["人均", "户均", "亩均"].contains { said.subject.label.begins(with: $0) }
      if isEach, let first = site.discourse.levels.first, first.unit.isSame(said.unit) {
        return SubjectReading("CarriedSubject", first.subject)
      }
      return SubjectReading("CarriedSubject", said.subject)
    }
    if site.left.contains(where: { [.word(.verb), .word(.verbal)].contains(site.tokens[$0].kind) }),
      let subject = site.fresh ?? sameUnit(site) ?? (site.quantity.unit.is("倍") ? said?.subject : nil)
        ?? site.topic
    {
      return SubjectReading("CarriedSubject", subject)
    }
    return nil
  }

  /// Whether 合 leads to the number and no noun does.
  private static func isConverted(_ site: Site) -> Bool {
    guard site.left.allSatisfy({ !site.tokens[$0].kind.isNominal }) else { return false }
    return site.text.has("合", endingAt: site.quantity.span.start)
      || site.text.has("约合", at: site.quantity.span.start)
  }

  /// The last level of the sentence in the same unit: 由8120户26350人减至310户905人.
  private static func sameUnit(_ site: Site) -> Subject? {
    // 是“十一五”时期的3.2倍: a multiple is that of what was said last.
    if site.quantity.unit.isEmpty || site.quantity.unit.is("倍") { return nil }
    return site.discourse.byUnit.last { $0.unit.isSame(site.quantity.unit) }?.subject
  }

  /// 其中9月完成5.6亿元: the same thing at another time.
  private static func hasTime(_ site: Site) -> Bool {
    site.left.contains { site.tokens[$0].kind == .period }
      && site.left.allSatisfy { !site.tokens[$0].kind.isNominal }
  }
}
