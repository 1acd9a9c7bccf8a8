internal import Records
internal import Vocabulary

// Which times of a sentence are its statements' own.
extension Reader {
  /// The year of a goal that names none: the one in which it is set.
  var goalYear: Int? { discourse.isTarget ? context.document.published?.year : nil }

  /// Enters a time, placed by the rules that place times.
  mutating func see(_ mention: PeriodMention, isHead: Bool) {
    var (period, rules) = (mention.period, mention.rules)
    if let year = UnfinishedYear.place(mention, published: context.document.published) {
      (period, rules) = (year, rules + ["UnfinishedYear"])
    } else if let years = PastYears.place(mention, published: context.document.published, text) {
      (period, rules) = (years, rules + ["PastYears"])
    } else if let day = EndOfPlan.place(mention, text) {
      (period, rules) = (day, rules + ["EndOfPlan"])
    } else {
      period = PartOfYear.place(
        mention, in: yearSpokenOf ?? goalYear, around: tracker.current?.period, text)
      if period != mention.period { rules.append("PartOfYear") }
    }
    let isForecast = context.document.published.map { period.start > $0 } ?? false
    tracker.see(
      period, basis: mention.basis, isHead: isHead && !(isForecast && tracker.hasSentence), rules: rules)
  }

  /// A day that dates one event still says of which year the text goes on to speak.
  mutating func seeYear(of mention: PeriodMention) {
    let year = mention.period.end.year
    // “十一五”目标确定: the day on which that was said is of no figure, and lies in the years that are spoken of.
    if let around = tracker.current?.period, around.start.year < around.end.year,
      around.start <= mention.period.start, mention.period.end <= around.end
    {
      return
    }
    guard tracker.current?.period.end.year != year, let year = Period(year: year) else { return }
    tracker.see(year, basis: mention.basis, isHead: true, rules: mention.rules)
  }

  /// The year that parts of a year belong to; that of a forecast is none outside of goals and plans.
  private var yearSpokenOf: Int? {
    guard let year = tracker.year, let published = context.document.published, year > published.year,
      !discourse.isTarget, !isPlanSection, tracker.isForecast
    else { return tracker.year }
    return nil
  }

  /// 38个贫困村将于2020年底前脱贫: the time of a goal stands behind its number.
  @inline(__always)
  func timeBehind(_ clause: Range<Int>) -> Int? {
    guard let index = clause.first(where: { tokens[$0].kind == .period }), index > clause.lowerBound,
      ["将于", "将在", "拟于", "计划于", "预计于"].contains(where: { (word: StaticString) in
        text.has(word, endingAt: tokens[index].span.start)
      })
    else { return nil }
    return index
  }

  /// “十三五”时期…，到2020年达到290亿元；…: the end of a stretch of years is that of one number.
  @inline(__always)
  func isUntil(_ index: Int, _ clause: Range<Int>) -> Bool {
    guard clause.lowerBound > 0, text.has("到", endingAt: tokens[index].span.start),
      let around = tracker.current?.period
    else { return false }
    let period = periods[tokens[index].index].period
    return around.start.year < around.end.year && around.end == period.end
  }

  /// 总产值52亿元，去年同期49亿元，同比增长5%: the time of one number.
  func isSamePeriodBefore(_ mention: PeriodMention) -> Bool {
    (text.has("去年", at: mention.span.start) || text.has("上年", at: mention.span.start))
      && text.has("同期", endingAt: mention.span.end)
  }

  /// Whether only adverbs stand between the clause's start and the token.
  @inline(__always)
  func isClauseHead(_ index: Int, _ clause: Range<Int>) -> Bool {
    (clause.lowerBound..<index).allSatisfy {
      (!tokens[$0].kind.isNominal || isSource(tokens[$0])) && tokens[$0].kind != .quantity
    }
  }

  /// The first token of a clause that is no time, adverb or 在.
  @inline(__always)
  func headOfClause(_ clause: Range<Int>) -> Int {
    var index = clause.lowerBound
    while index < clause.upperBound,
      tokens[index].kind == .period || tokens[index].kind == .word(.adverb) || tokens[index].kind == .item
    { index += 1 }
    return index
  }

  @inline(__always)
  func isInsideName(_ index: Int, _ clause: Range<Int>) -> Bool {
    index > clause.lowerBound && index + 1 < clause.upperBound && tokens[index - 1].kind.isNominal
      && tokens[index + 1].kind.isNominal
  }

  /// A time that is not what the statement is about: 成立于1958年, 比2005年, 自2010年以来.
  @inline(__always)
  func isBackground(_ index: Int, _ clause: Range<Int>) -> Bool {
    let period = periods[tokens[index].index].period
    let isStretch = period.start.year < period.end.year
    // “十三五”以来，: at the head of a sentence a stretch of years is its time.
    let isTime = isStretch && clause.lowerBound == 0 && isClauseHead(index, clause)
    if !isTime, index + 1 < clause.upperBound, tokens[index + 1].kind == .word(.since) { return true }
    if isStretch, isPlan(behind: tokens[index].span.end) { return true }
    // 3月以前受阻: until when something was so.
    let end = tokens[index].span.end
    if text.has("以前", at: end) || text.has("之前", at: end) { return true }
    // 2010年不变价: what prices a number was reckoned in.
    if text.has("不变价", at: end) || text.has("可比价", at: end) { return true }
    if isYearOfGoal(index, clause) { return true }
    if isNameOfDay(index, clause) || isComparedToo(index, clause) { return true }
    if isEvent(index, clause) { return true }
    // 增幅是2011年6月以来最高
    if ["最", "首次", "新高"].contains(where: { (word: StaticString) in text.has(word, at: end) }) { return true }
    // 是2015年的1.5倍, but 由2010年的20%调整到2015年的13.7%
    let isFrom =
      index > clause.lowerBound
      && (tokens[index - 1].kind == .word(.from) || isTurned(index, clause))
    if !isFrom, index + 2 < clause.upperBound, tokens[index + 1].kind == .word(.of),
      tokens[index + 2].kind == .quantity,
      quantities[tokens[index + 2].index].unit.isOne(of: ["倍", "%", "成"])
    {
      return true
    }
    guard index > clause.lowerBound else { return false }
    let start = tokens[index].span.start
    if text.has("按", endingAt: start) || text.has("按照", endingAt: start) || text.has("以", endingAt: start) {
      return true
    }
    switch tokens[index - 1].kind {
    case .word(.than), .word(.compare), .word(.founded), .word(.above), .word(.below): return true
    default:
      return text.has("成立", endingAt: tokens[index].span.start)
        || text.has("始建于", endingAt: tokens[index].span.start)
    }
  }

  /// 完成全年目标任务的55%: the year is that of the goal, and what was done is of the time that the text speaks of.
  private func isYearOfGoal(_ index: Int, _ clause: Range<Int>) -> Bool {
    guard text.has("全年", at: tokens[index].span.start), index > clause.lowerBound,
      index + 1 < clause.upperBound,
      tokens[index - 1].kind == .word(.verb) || tokens[index - 1].kind == .word(.share)
    else { return false }
    let start = tokens[index + 1].span.start
    return ["目标", "任务", "计划", "预算"].contains { (word: StaticString) in text.has(word, at: start) }
  }

  /// 由2010年的20%调整到2015年的13.7%, but 达到2008年的2.9倍 and 恢复到2019年的94% measure by that year.
  private func isTurned(_ index: Int, _ clause: Range<Int>) -> Bool {
    tokens[index - 1].kind == .word(.reach) && index + 2 < clause.upperBound
      && quantities[tokens[index + 2].index].unit.isOne(of: ["%", "‰"])
      && (clause.lowerBound..<index).contains { tokens[$0].kind == .word(.from) }
  }

  /// 较1—5月、1—6月和1—7月分别回落: each time of a list behind 较 is compared with.
  private func isComparedToo(_ index: Int, _ clause: Range<Int>) -> Bool {
    var at = index - 1
    guard at > clause.lowerBound, tokens[at].kind == .pause || tokens[at].kind == .word(.joint) else {
      return false
    }
    let limit = max(clause.lowerBound, index - 24)
    while at > limit,
      tokens[at].kind == .pause || tokens[at].kind == .word(.joint) || tokens[at].kind == .period
    { at -= 1 }
    return tokens[at].kind == .word(.than) || tokens[at].kind == .word(.compare)
  }

  /// When something happened once, in a clause without a number: 于2008年5月迁入新址, 修建于上世纪七十年代,
  /// 是1984年划出的小乡, 1994年才通车, 1998年被评为先进乡.
  private func isEvent(_ index: Int, _ clause: Range<Int>) -> Bool {
    guard !hasNumber(clause) else { return false }
    let end = tokens[index].span.end
    var start = tokens[index].span.start
    if text.has("上世纪", endingAt: start) { start -= 9 }
    let (before, behind): ([StaticString], [StaticString]) = (
      ["于", "是"], ["才", "被评", "被授", "被命名", "获评", "荣获"]
    )
    return before.contains { text.has($0, endingAt: start) } || behind.contains { text.has($0, at: end) }
  }

  /// 6月8日至9日，考察团走进我县。: days on which something took place, at the head of a sentence without a number,
  /// date that alone.
  func isDayOfEvent(_ index: Int) -> Bool {
    let period = periods[tokens[index].index].period
    guard index <= 2, period.start.year == period.end.year, period.start.month == period.end.month,
      period.end.day - period.start.day < 10,
      !text.has("截", at: tokens[index].span.start)
    else { return false }
    return !tokens.contains { $0.kind == .quantity }
  }

  /// 2月26日，全县2018年第一批项目开工: the year of a name, where the sentence has named a day of it.
  private func isNameOfDay(_ index: Int, _ clause: Range<Int>) -> Bool {
    guard tracker.hasSentence, let day = tracker.current?.period, day.start == day.end,
      periods[tokens[index].index].period == Period(year: day.end.year), !hasNumber(clause)
    else { return false }
    return index + 1 < clause.upperBound && tokens[index + 1].kind.isNominal
      && text.has("第", at: tokens[index].span.end)
  }

  /// 9月当月: the time right before, said again.
  @inline(__always)
  func isSameTime(_ index: Int, _ clause: Range<Int>) -> Bool {
    index > clause.lowerBound && tokens[index - 1].kind == .period
      && tokens[index - 1].span.end == tokens[index].span.start
      && text.has("当", at: tokens[index].span.start)
  }

  /// 其中，9月当月: a time of a part, which the sentences behind do not go on with.
  @inline(__always)
  func isPassing(_ index: Int, _ clause: Range<Int>) -> Bool {
    if clause.lowerBound > 0, isClauseHead(index, clause), text.has("当月", at: tokens[index].span.start) {
      return true
    }
    if text.has("当月", at: tokens[index].span.end) || text.has("单月", at: tokens[index].span.end) {
      return true
    }
    guard isClauseHead(index, clause), clause.lowerBound > 0 else { return false }
    // 分季度看，一季度…，二季度…: each is its own number's.
    if text.has("分季", at: tokens[0].span.start) || text.has("分月", at: tokens[0].span.start) { return true }
    return tokens[..<index].contains { $0.kind == .word(.among) }
  }

  /// 是“十三五”开局之年, 根据“十四五”规划: the name of a plan.
  private func isPlan(behind end: Int) -> Bool {
    let end = text.has("”", at: end) ? end + 3 : end
    let words: [StaticString] = ["开局", "起步", "收官", "首年", "决胜", "规划", "发展规划"]
    return words.contains { text.has($0, at: end) }
  }
}
