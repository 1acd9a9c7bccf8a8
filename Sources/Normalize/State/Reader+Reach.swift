internal import Records
internal import Vocabulary

// What a clause settles for those behind it.
extension Reader {
  /// 今年要重点抓好以下工作：: what such words announce is planned: in a report all that stands below, in other texts the list itself.
  mutating func seePlanLead(_ span: ByteSpan) {
    guard !part.isReview, PlanLead.announces(text, span, isBehindGoals: yearOfGoals != nil) else { return }
    discourse.isTarget = true
    areGoalsBelow = true
    if isReport { planBelow.open(under: headingLevel) }
  }

  /// “七五”期间，每年新增…: 每年 behind a stretch of years speaks of each of them, and 平均每年 of the years between two levels.
  func isEachYear(_ token: Token) -> Bool {
    guard text.has("每年", at: token.span.start) else { return false }
    if text.has("平均", endingAt: token.span.start) { return true }
    guard let period = tracker.current?.period else { return false }
    return period.start.year < period.end.year
  }

  /// A goal word that is a noun of its own here (行动计划, 目标任务完成) sets nothing.
  func isTarget(_ index: Int) -> Bool {
    let span = tokens[index].span
    // 省政府承诺：减少…, but 承诺事项120项 counts promises.
    if text.has("承诺", at: span.start) {
      return index + 1 < tokens.count && tokens[index + 1].kind == .colon
    }
    if isPurpose(index) { return false }
    // 高于年初目标14.4个百分点, 快于计划2个百分点: what was reached is measured by the goal.
    if isMeasure(of: index) { return false }
    // 确保了群众安全: what was done is no goal.
    if text.has("了", at: span.end) { return false }
    for noun in ["计划", "目标", "规划", "目标任务", "展望", "总目标", "目标值"] as [StaticString]
    where span.count == noun.utf8CodeUnitCount && text.has(noun, at: span.start) {
      // 为年度目标任务的122.4% measures what was reached by the goal.
      if index + 2 < tokens.count, tokens[index + 1].kind == .word(.of), tokens[index + 2].kind == .quantity {
        return false
      }
      // 完成了目标 has no goal before it any more.
      if index > 0,
        text.has("完成", at: tokens[index - 1].span.start)
          || text.has("超额", at: tokens[index - 1].span.start)
          || (index > 1 && text.has("完成", at: tokens[index - 2].span.start))
      {
        return false
      }
      let isHead = index == 0 || !tokens[index - 1].kind.isNominal || isPlanner(tokens[index - 1])
      return isHead && !(index > 0 && tokens[index - 1].kind.isJoint)
    }
    return true
  }

  /// 要提高到39%, 今年要新建学校3所, but not 用水要走3公里: whether a verb of reaching stands behind 要, or one of doing where the time
  /// before it is not over.
  func isIntent(_ index: Int) -> Bool {
    guard index + 1 < tokens.count, tokens[index + 1].span.start == tokens[index].span.end else {
      return false
    }
    switch tokens[index + 1].kind {
    case .word(.reach), .word(.up), .word(.down), .word(.target): return true
    case .word(.verb), .word(.verbal), .word(.act), .word(.adverb): break
    default: return false
    }
    guard tracker.hasSentence, let published = context.document.published else { return false }
    return tracker.current.map { $0.period.end >= published } ?? false
  }

  /// Whether the goal is what something is above or below of: the points by which stand right behind it.
  private func isMeasure(of index: Int) -> Bool {
    let goals: [StaticString] = ["目标", "任务", "计划", "预算", "预期", "目标值"]
    guard goals.contains(where: { text.has($0, endingAt: tokens[index].span.end) }) else { return false }
    var number = index + 1
    while number < tokens.count, tokens[number].kind != .quantity {
      if tokens[number].kind.endsClause || tokens[number].kind.isChange { return false }
      number += 1
    }
    guard number < tokens.count else { return false }
    if number == index + 1, quantities[tokens[number].index].unit.is("百分点") { return true }
    return quantities[tokens[number].index].unit.isOne(of: ["百分点", "%"]) && isSetAgainst(index)
  }

  /// 比预期目标高, 超过目标增速, 高于年初计划: whether a word of comparing stands before the goal.
  private func isSetAgainst(_ goal: Int) -> Bool {
    var index = goal - 1
    while index >= 0, !tokens[index].kind.endsClause, tokens[index].kind != .quantity {
      switch tokens[index].kind {
      case .word(.above), .word(.below), .word(.than): return true
      default: if text.has("超", at: tokens[index].span.start) { return true }
      }
      index -= 1
    }
    return false
  }

  /// 为确保颗粒归仓，组织收割机120台: a clause that says what a deed was done for, and no number.
  private func isPurpose(_ index: Int) -> Bool {
    var start = index
    while start > 0, !tokens[start - 1].kind.endsClause { start -= 1 }
    guard text.has("为", at: tokens[start].span.start) || text.has("为", endingAt: tokens[start].span.start)
    else { return false }
    guard let end = tokens[start...].firstIndex(where: \.kind.endsClause) else { return false }
    // 为确保小康，生产总值增长14%: what is to be reached is still a goal.
    let next = tokens[(end + 1)...].prefix { !$0.kind.endsClause }
    return tokens[start..<end].allSatisfy { $0.kind != .quantity }
      && !next.contains { $0.kind.isChange || $0.kind == .word(.reach) }
  }

  /// 仙居计划投资3亿元: a place or an office plans; 行动计划 is a plan's name.
  private func isPlanner(_ token: Token) -> Bool {
    if let name = context.region?.shortName, text.string(token.span).ends(with: name) { return true }
    let ends: [StaticString] = ["县", "市", "区", "旗", "州", "镇", "乡", "村", "公司", "集团", "政府", "局", "部门", "里"]
    return ends.contains { text.has($0, endingAt: token.span.end) }
  }

  /// 年度计划投资2亿元，已完成2.3亿元: what is done is no goal.
  @inline(__always)
  func isDone(_ token: Token) -> Bool { text.has("已", at: token.span.start) }

  /// 在规模以上工业中，: what follows are its parts.
  mutating func seeWithin(_ clause: Range<Int>) {
    let span = ByteSpan(tokens[clause.lowerBound].span.start, tokens[clause.upperBound - 1].span.end)
    guard text.has("在", at: span.start), text.has("中", endingAt: span.end), span.count > 9,
      clause.allSatisfy({ tokens[$0].kind != .quantity }), let before = discourse.before
    else { return }
    let within = text.string(ByteSpan(span.start + 3, span.end - 3))
    if before.subject.label.begins(with: within) { discourse.beginParts(of: before) }
  }

  /// A clause without a number whose first words are a noun: what follows may be about that.
  mutating func seeFresh(_ clause: Range<Int>) {
    discourse.clauseBefore = clause
    if clause.contains(where: { tokens[$0].kind == .quantity }) {
      discourse.fresh = nil
      return
    }
    let isPart = tokens[clause.lowerBound].kind == .word(.among)
    if let main = mainPart(clause) {
      discourse.fresh = main
      return
    }
    guard discourse.last != nil || isPart else { return }
    var start = clause.lowerBound + (isPart ? 1 : 0)
    while start < clause.upperBound, tokens[start].kind == .word(.scope) || tokens[start].kind == .period {
      start += 1
    }
    guard start < clause.upperBound, tokens[start].kind == .noun || tokens[start].kind == .word(.institution)
    else { return }
    let words = SentenceTokens(text: text, tokens: tokens)
    guard let run = words.run(at: start, to: clause.upperBound) else { return }
    let begin = text[tokens[run.lowerBound].span.start]
    if !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(begin) { discourse.fresh = run }
  }

  /// 以汉族为主，达2.9万人: what most of it is, is what the numbers behind are about.
  @inline(__always)
  private func mainPart(_ clause: Range<Int>) -> Range<Int>? {
    guard text.has("为主", endingAt: tokens[clause.upperBound - 1].span.end),
      let from = clause.last(where: { text.has("以", at: tokens[$0].span.start) && tokens[$0].span.count == 3 }
      ),
      from + 1 < clause.upperBound
    else { return nil }
    return SentenceTokens(text: text, tokens: tokens).run(at: from + 1, to: clause.upperBound)
  }

  /// What the first words of a sentence settle: the place it is about, and its topic.
  mutating func head() {
    var start = 0
    while start < tokens.count, tokens[start].kind == .place { start += 1 }
    if start < tokens.count, places.seeInstitution(tokens, at: start, text, context.words) {
      tracker.forget()
    }
    let words = SentenceTokens(text: text, tokens: tokens)
    var at = 0
    while at < tokens.count, !tokens[at].kind.isNominal, tokens[at].kind != .quantity,
      !tokens[at].kind.endsClause || tokens[..<at].allSatisfy({ $0.kind == .period })
    { at += 1 }
    if let run = words.run(at: at, to: tokens.count), !isSource(tokens[run.lowerBound]), !isGroup(run) {
      discourse.topic = run
      if isOpening, run.upperBound == tokens.count || run.upperBound + 1 == tokens.count,
        run.allSatisfy({ tokens[$0].kind.isNominal })
      {
        discourse.listHead = ListHead.subject(words, run)
      }
    }
  }

  /// 在五县（市）中，: among whom is not what is spoken of.
  private func isGroup(_ run: Range<Int>) -> Bool {
    guard text.has("在", at: tokens[run.lowerBound].span.start) else { return false }
    let next =
      run.upperBound < tokens.count && tokens[run.upperBound].kind == .aside
      ? run.upperBound : run.upperBound - 1
    return text.has("中", endingAt: tokens[run.upperBound - 1].span.end)
      || text.has("中", at: tokens[next].span.end)
  }

  /// 根据市统计局反馈数据: who says it is not what is spoken of.
  @inline(__always)
  func isSource(_ token: Token) -> Bool {
    ["据", "根据", "依据"].contains { (word: StaticString) in text.has(word, at: token.span.start) }
  }
}
