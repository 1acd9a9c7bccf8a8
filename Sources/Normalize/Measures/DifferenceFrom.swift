internal import Records
internal import Vocabulary

/// A number behind 高于 or 低于 and another region or total is a difference: 高于全市平均水平3个百分点.
///
/// Reads: 高于 and what it is compared with before the number; 比全市平均水平高 before it, perhaps with brackets between 比 and 高; another whole
/// behind such a number (、全省0.8个百分点); 少 or 多 right behind the number that is compared with (比上年的1400毫米少9%); a goal, whose distance is no goal itself (超过目标增速0.4个百分点).
/// Yields: measure `difference`, negative behind 低于; the subject stands before, or is carried.
/// Refuses: comparisons with another time (比上年高4个百分点: a change), and bounds (高于60%).
enum DifferenceFrom: MeasureRule {
  static func read(_ site: Site) -> MeasureReading? {
    if let next = nextWhole(site) { return next }
    if let goal = beyondGoal(site) ?? behindBase(site) { return goal }
    guard
      let word = site.last(in: site.left, where: { $0 == .word(.above) || $0 == .word(.below) })
        ?? site.left.first(where: { isBeyond(site, $0) })
    else { return nil }
    let isFall = site.tokens[word].kind == .word(.below)
    let before = site.left.lowerBound..<word
    if let than = site.last(in: before, where: { $0 == .word(.than) || $0 == .word(.compare) }) {
      let isTime =
        site.tokens[than].kind == .word(.compare)
        || (than + 1 < word && site.tokens[than + 1].kind == .period)
      return MeasureReading(
        rule: "DifferenceFrom",
        measure: isTime ? (site.isRatio ? .changeRate : .change) : .difference,
        isFall: isFall, subject: site.left.lowerBound..<than)
    }
    if let than = thanAcrossBrackets(site) {
      return MeasureReading(
        rule: "DifferenceFrom",
        measure: site.tokens[than + 1].kind == .period ? .change : .difference, isFall: isFall,
        subject: site.left.lowerBound..<site.left.lowerBound, isAboutBefore: true)
    }
    guard word + 1 < site.index else { return nil }
    // 高于同期0.3个百分点, 高于去年同期: another time; 高于年初目标 is a goal.
    let isTime =
      site.tokens[word + 1].kind == .period || site.text.has("同期", at: site.tokens[word + 1].span.start)
    if isTime, !isGoal(site) {
      return MeasureReading(
        rule: "DifferenceFrom", measure: site.isRatio ? .changeRate : .change, isFall: isFall, subject: before
      )
    }
    return MeasureReading(
      rule: "DifferenceFrom", measure: .difference, isFall: isFall, subject: before)
  }

  /// 高于12%的目标14.4个百分点: what was reached against a goal that is itself a number.
  private static func beyondGoal(_ site: Site) -> MeasureReading? {
    guard isGoal(site), site.left.count == 2, site.tokens[site.left.lowerBound].kind == .word(.of),
      site.left.lowerBound > site.clause.lowerBound
    else { return nil }
    // 高于12% is one token where the bound stands right before its number.
    let goal = site.tokens[site.left.lowerBound - 1].span.start
    let isAbove = ["高于", "超过", "超"].contains { (word: StaticString) in site.text.has(word, at: goal) }
    let word = site.last(
      in: site.clause.lowerBound..<site.left.lowerBound, where: { $0 == .word(.above) || $0 == .word(.below) }
    )
    let isBelow = site.text.has("低于", at: goal) || word.map { site.tokens[$0].kind == .word(.below) } ?? false
    guard isAbove || isBelow || word != nil else { return nil }
    return MeasureReading(
      rule: "DifferenceFrom", measure: .difference, isFall: isBelow,
      subject: site.left.lowerBound..<site.left.lowerBound)
  }

  /// 比上年的1400毫米少9%, 较上年76亿元多4亿元: what it was at another time stands between 比 and 少.
  private static func behindBase(_ site: Site) -> MeasureReading? {
    guard site.left.count == 1, let word = site.left.first, word > site.clause.lowerBound,
      site.tokens[word].kind == .word(.above) || site.tokens[word].kind == .word(.below),
      site.tokens[word - 1].kind == .quantity,
      let than = site.last(
        in: site.clause.lowerBound..<word - 1, where: { $0 == .word(.than) || $0 == .word(.compare) }),
      site.tokens[than].kind == .word(.compare) || site.tokens[than + 1].kind == .period
        || ["多年平均", "常年", "历年平均"].contains(where: { (norm: StaticString) in
          site.text.has(norm, at: site.tokens[than].span.end)
        })
    else { return nil }
    return MeasureReading(
      rule: "DifferenceFrom", measure: site.isRatio ? .changeRate : .change,
      isFall: site.tokens[word].kind == .word(.below), subject: site.left.lowerBound..<site.left.lowerBound)
  }

  /// 高于全国1.4个百分点、全省0.8个百分点: the next whole that the same thing is compared with.
  private static func nextWhole(_ site: Site) -> MeasureReading? {
    guard site.left.count == 2, site.tokens[site.left.lowerBound].kind.isJoint,
      [.word(.scope), .place].contains(site.tokens[site.left.lowerBound + 1].kind),
      let last = site.discourse.last, last.measure == .difference, last.unit.isSame(site.quantity.unit)
    else { return nil }
    return MeasureReading(
      rule: "DifferenceFrom", measure: .difference, isFall: last.isFall,
      subject: site.left.lowerBound..<site.left.lowerBound)
  }

  /// 比全省（6%）和全国（5%）分别高2、3个百分点: 比 stands before the brackets.
  private static func thanAcrossBrackets(_ site: Site) -> Int? {
    var index = site.clause.lowerBound - 1
    guard index >= 0, site.tokens[index].kind == .close else { return nil }
    while index >= 0, ![.comma, .semicolon, .colon].contains(site.tokens[index].kind) {
      if site.tokens[index].kind == .word(.than) { return index }
      index -= 1
    }
    return nil
  }

  /// Whether points stand right behind a goal: 年初目标2个百分点.
  private static func isGoal(_ site: Site) -> Bool {
    guard site.quantity.unit.is("百分点"), site.index > 0 else { return false }
    let goals: [StaticString] = ["目标", "任务", "计划", "预期", "预算"]
    // 目标增速9.9个百分点: the pace that was aimed at.
    let isPace = site.index > 1 && site.tokens[site.index - 1].kind == .word(.rate)
    let goal = site.index - (isPace ? 2 : 1)
    return goals.contains { site.text.has($0, endingAt: site.tokens[goal].span.end) }
  }

  /// 超全市平均8.4个百分点: 超 with the whole behind it; 超额完成考核目标2个百分点 with a goal before the number.
  private static func isBeyond(_ site: Site, _ index: Int) -> Bool {
    guard site.text.has("超", at: site.tokens[index].span.start), index + 1 < site.index else { return false }
    if isGoal(site) { return true }
    return site.tokens[index].kind == .word(.reach) && site.tokens[index + 1].kind == .word(.scope)
  }
}
