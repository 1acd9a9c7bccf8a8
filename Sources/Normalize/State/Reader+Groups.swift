internal import Records
internal import Vocabulary

// Numbers joined by 、 and 和 are read as a group, and each is recorded.
extension Reader {
  /// Reads the numbers from `index` on that are joined by 、 and 和, and gives where the next token is.
  mutating func group(at index: Int, in clause: Range<Int>) -> Int {
    var members = [index]
    var next = index + 1
    while let member = nextMember(after: next - 1, in: clause) {
      // 分别提高1.2个和2.3个百分点: the unit is said once.
      if quantities[tokens[member].index].unit.is("百分点") {
        for index in members where quantities[tokens[index].index].unit.is("个") {
          quantities[tokens[index].index].takeUnit(of: quantities[tokens[member].index])
        }
      }
      members.append(member)
      next = member + 1
    }
    let previous = clause.lowerBound..<index
    let start = previous.last { tokens[$0].kind == .quantity }.map { $0 + 1 } ?? clause.lowerBound
    let left = max(start, discourse.used)..<index
    let right =
      (members[members.count - 1] + 1)..<(nextQuantity(after: members[members.count - 1], in: clause))
    let isMany = members.count > 1
    let first = site(clause, index, left: left, right: isMany ? index + 1..<index + 1 : right)
    guard let reading = MeasureRules.read(first) else { return next }
    if reading.rule == "ComparedInBrackets" {
      recordCompared(first, reading)
      return next
    }
    let listed = isMany ? ListedBefore.read(first, reading, count: members.count, quantities) : nil
    let rule = listed == nil ? "SharedList" : "ListedBefore"
    let subjects = listed ?? SharedList.read(first, reading, count: members.count)
    let places = SharedPlaces.read(first, count: members.count)
    let years =
      subjects == nil || isSame(subjects) ? YearsDealt.read(first, count: members.count, periods) : nil
    var single: SubjectReading?
    for (position, member) in members.enumerated() {
      let here =
        position == 0
        ? first : site(clause, member, left: left.lowerBound..<index, right: right)
      var found = subjects.map { SubjectReading(rule, $0[position]) }
      if found == nil {
        takePart(here, reading)
        if single == nil { single = SubjectRules.read(here, reading) }
        found = single
      }
      guard let found, !found.subject.label.isEmpty else {
        recorder.noIndicator(here.quantity)
        continue
      }
      let changed =
        position == 0
        ? reading : reading.changed(by: changeWord(before: member), unit: here.quantity.unit)
      if let mention = years.map({ periods[$0[position]] }) ?? timeInBrackets(behind: member) {
        let around = tracker
        let rules = years == nil ? mention.rules : mention.rules + ["YearsDealt"]
        tracker.see(mention.period, basis: .stated, isHead: false, rules: rules)
        record(found, changed, here)
        tracker = around
      } else if let places {
        let around = regions
        regions.see(places[position])
        record(found, changed, here)
        regions = around
      } else {
        record(found, changed, here)
      }
      if let behind = found.behind {
        discourse.used = behind.upperBound
      } else if let behind = here.run(at: member + 1, to: here.right.upperBound),
        behind.upperBound < clause.upperBound,
        tokens[behind.upperBound].kind == .pause
      {
        // 1.95亿元贷款、供水工程…: what follows the number is no subject of the next.
        discourse.used = behind.upperBound
      }
    }
    if let subjects {
      discourse.list = subjects
    } else if years != nil, let subject = single?.subject {
      discourse.list = members.map { _ in subject }
    } else {
      discourse.list = []
    }
    return next
  }

  /// 较一季度（-10.8%）: what was said, at the time or place that stands before the brackets; it is not what the sentence goes on with.
  private mutating func recordCompared(_ site: Site, _ reading: MeasureReading) {
    guard let said = discourse.last else { return }
    let (times, around) = (tracker, regions)
    let with = tokens[ComparedInBrackets.with(site)]
    switch with.kind {
    case .period: see(periods[with.index], isHead: false)
    case .place: regions.see(text.string(with.span))
    default: regions.seeScope(text.string(with.span))
    }
    recorder.record(
      site, SubjectReading("CarriedSubject", said.subject), reading,
      Circumstances(
        period: tracker.current, region: regions.current, place: nil, isTarget: false,
        estimate: discourse.estimate))
    (tracker, regions) = (times, around)
  }

  /// 面积62平方公里（2016年）: a time alone in the brackets right behind a number is that number's.
  private func timeInBrackets(behind index: Int) -> PeriodMention? {
    guard index + 1 < tokens.count, tokens[index + 1].kind == .aside else { return nil }
    let aside = tokens[index + 1].span
    let all = context.annotation.periods
    let first = all.partitioningIndex { $0.span.start >= aside.start }
    guard first < all.count, all[first].span.start - aside.start <= 3, aside.end - all[first].span.end <= 3,
      all[first].basis == .stated
    else { return nil }
    return all[first]
  }

  /// Whether a list names one thing over and over, as that of years does.
  private func isSame(_ subjects: [Subject]?) -> Bool {
    guard let first = subjects?.first else { return false }
    return subjects?.allSatisfy { $0.label.isSame(first.label) } ?? false
  }

  @inline(__always)
  func nextMember(after index: Int, in clause: Range<Int>) -> Int? {
    var at = index + 1
    guard at < clause.upperBound, tokens[at].kind == .pause || tokens[at].kind == .word(.joint) else {
      return nil
    }
    at += 1
    // 分别增长4%、下降3%: each has its own word of change. 企业149家、增加89家 is a level and its change.
    let isChanged = at < clause.upperBound && tokens[at].kind.isChange
    let isFirstChanged = (clause.lowerBound..<index).contains {
      tokens[$0].kind.isChange || tokens[$0].kind == .word(.respectively)
    }
    if isChanged, !isFirstChanged, quantities[tokens[index].index].kind != .share { return nil }
    while at < clause.upperBound, tokens[at].kind.isChange { at += 1 }
    guard at < clause.upperBound, tokens[at].kind == .quantity else { return nil }
    let (a, b) = (quantities[tokens[index].index], quantities[tokens[at].index])
    let isShared = a.unit.is("个") && b.unit.is("百分点")
    // 存栏分别为22万头、101万只; 货运量、周转量分别完成5万吨和9万吨公里: what is dealt out has units of its own.
    let isDealt =
      !a.unit.isEmpty && !b.unit.isEmpty && a.kind != .share && b.kind != .share
      && clause.contains { $0 < index && tokens[$0].kind == .word(.respectively) }
    // 分别减少3.2%和0.5个百分点: a rate's change beside that of an amount.
    let areChanges =
      (a.unit.is("%") && b.unit.is("百分点") || a.unit.is("百分点") && b.unit.is("%"))
      && clause.contains { $0 < index && tokens[$0].kind == .word(.respectively) }
    guard a.unit.isSame(b.unit) || isShared || isDealt || areChanges else { return nil }
    // 14个行政村、27个自然屯 have nouns of their own; the parts of a ratio have none.
    let isRatio = b.kind == .ratio && b.unit.is("%")
    if !isRatio, at + 1 < clause.upperBound, tokens[at + 1].kind.isNominal { return nil }
    return at
  }

  /// The word of change right before a number of a group.
  @inline(__always)
  func changeWord(before index: Int) -> TokenKind? {
    index > 0 && tokens[index - 1].kind.isChange ? tokens[index - 1].kind : nil
  }

  @inline(__always)
  func nextQuantity(after index: Int, in clause: Range<Int>) -> Int {
    var at = index + 1
    while at < clause.upperBound, tokens[at].kind != .quantity { at += 1 }
    return at
  }

  /// Takes a level behind 其中 from its whole.
  @inline(__always)
  func takePart(_ site: Site, _ reading: MeasureReading) {
    guard let whole = discourse.whole, reading.measure == .level, whole.unit.isSame(site.quantity.unit)
    else { return }
    let isListed = site.left.first.map { tokens[$0].kind == .pause } ?? false
    discourse.takePart(site.quantity.value, isListed: isListed)
  }

  mutating func record(_ found: SubjectReading, _ reading: MeasureReading, _ site: Site) {
    let ends = EndsOfStretch.period(of: site, reading, in: tracker.current, compared: comparedTime)
    let mean = YearlyMean.period(ends, of: site, reading, around: tracker.stretch)
    let isPlan = isPlanned(site, reading, ends)
    var known = YearOfGoal.period(mean, isTarget: isPlan, published: context.document.published)
    let isCompared = found.rules[0].is("ComparedNumber")
    if isCompared, let time = ComparedNumber.time(site) {
      known = PeriodTracker.Known(period: periods[time].period, basis: .stated, rules: periods[time].rules)
    } else if isCompared, ComparedNumber.isNorm(site) {
      known = nil
    } else if isCompared, let period = known?.period {
      known = period.shifted(to: period.end.year - 1).map {
        PeriodTracker.Known(period: $0, basis: .stated, rules: ["ComparedNumber"])
      }
    }
    if reading.measure == .level, site.left.contains(where: { tokens[$0].kind == .word(.from) }) {
      discourse.fromYear = known?.period.end.year ?? discourse.fromYear
    }
    let period = StockOfDay.period(
      FlowOfYear.period(known, of: found.subject.label, site, context.words),
      of: found.subject.label, day: tracker.day)
    let isTask = TaskSet.holds(site, reading)
    let isTarget =
      isPlan || isGoal(site) || isTask || (titleSetsGoals && isAhead(period?.period))
      || BegunYear.holds(period?.period, goals: yearOfGoals, published: context.document.published)
    if isTarget, !isTask { yearOfGoals = period?.period.end.year }
    recorder.record(
      site, found, reading,
      Circumstances(
        period: period,
        region: regions.current, place: places.current,
        isTarget: isTarget,
        estimate: discourse.estimate))
    if isCompared { return }
    discourse.say(
      Discourse.Said(
        found.subject, site.quantity, reading, rule: found.rules[0],
        isDivision: context.words.endsName(.division, of: found.subject.label),
        isShare: reading.measure == .share || site.left.contains { tokens[$0].kind == .word(.share) }))
  }

  /// Whether the sentence or the section plans what the number says.
  private func isPlanned(_ site: Site, _ reading: MeasureReading, _ known: PeriodTracker.Known?) -> Bool {
    if discourse.isTarget { return !FactInPlan.isBase(site, reading) }
    return isPlanSection
      && !FactInPlan.holds(site, reading, known, published: context.document.published)
  }

  /// Whether a time is not over at publication.
  private func isAhead(_ period: Period?) -> Bool {
    guard let period, let published = context.document.published else { return false }
    return period.end > published
  }

  /// 高于12%的目标: the number of a goal.
  private func isGoal(_ site: Site) -> Bool {
    guard let next = site.right.first, tokens[next].kind == .word(.of) else { return false }
    return text.has("目标", at: tokens[next].span.end) || text.has("预期目标", at: tokens[next].span.end)
  }

  @inline(__always)
  func site(
    _ clause: Range<Int>, _ index: Int, left: Range<Int>, right: Range<Int>
  ) -> Site {
    Site(
      text: text, tokens: tokens, quantity: quantities[tokens[index].index], clause: clause,
      index: index, left: left, right: right, discourse: discourse)
  }
}
