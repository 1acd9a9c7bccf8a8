internal import Records
internal import Vocabulary

/// A number behind 占 and a whole is a share: 占养殖业产值的28.4%, 占总面积70%.
///
/// Reads: 占 … in front of a percentage or fraction, with or without the whole, 的 and 比重为; 为 or 完成 and a whole with 的 (为预算的103.5%), or a goal
/// without it (完成年初预算52.3%); the same with the whole's amount between (占总面积32万亩的12%); 完成 alone
/// in its clause behind an amount (已收获6万亩，完成51%).
/// Yields: measure `share`; the subject stands before 占, or is carried.
/// Refuses: units that count no part (占地5亩), and 占 with another number between.
enum ShareOfWhole: MeasureRule {
  static func read(_ site: Site) -> MeasureReading? {
    guard site.isRatio || site.quantity.unit.isEmpty else { return nil }
    if isOfAmount(site) {
      return MeasureReading(
        rule: "ShareOfWhole", measure: .share, subject: site.left.lowerBound..<site.left.lowerBound,
        isAboutBefore: true)
    }
    // 已收获670万亩，完成51%: of all that there is to do.
    if site.quantity.unit.is("%"), site.left.count == 1, site.left.lowerBound == site.clause.lowerBound,
      site.right.isEmpty, site.isWord(site.left.lowerBound, "完成"), site.discourse.last?.measure == .level
    {
      return MeasureReading(
        rule: "ShareOfWhole", measure: .share, subject: site.left.lowerBound..<site.left.lowerBound,
        isAboutBefore: true)
    }
    if let verb = verbBeforeWhole(site) {
      return MeasureReading(
        rule: "ShareOfWhole", measure: .share, subject: site.left.lowerBound..<verb)
    }
    guard let share = site.last(in: site.left, where: { $0 == .word(.share) }) else { return nil }
    var first = share
    if let before = site.last(
      in: site.left.lowerBound..<share, where: { $0 == .word(.share) })
    {
      first = before
    }
    if site.text.has("占比", at: site.tokens[first].span.start) { return nil }
    guard
      site.text.has("占", at: site.tokens[first].span.start)
        || site.text.has("各占", at: site.tokens[first].span.start)
        || site.text.has("均占", at: site.tokens[first].span.start)
        || site.text.has("分别占", at: site.tokens[first].span.start)
        || site.text.has("约占", at: site.tokens[first].span.start)
    else { return nil }
    return MeasureReading(
      rule: "ShareOfWhole", measure: .share, subject: site.left.lowerBound..<first)
  }

  /// 完成任务数1800万元的103.3%: an amount and 的 right before, and a verb or 占 that leads to the amount's noun.
  private static func isOfAmount(_ site: Site) -> Bool {
    guard site.quantity.unit.is("%"), site.left.count == 1, site.tokens[site.index - 1].kind == .word(.of),
      site.index - 2 >= site.clause.lowerBound, site.tokens[site.index - 2].kind == .quantity
    else { return false }
    var index = site.index - 3
    while index > site.clause.lowerBound, site.tokens[index].kind.isNominal { index -= 1 }
    guard index >= site.clause.lowerBound, index < site.index - 3 else { return false }
    return [.word(.verb), .word(.share)].contains(site.tokens[index].kind)
  }

  /// The verb of 为预算的103.5%, where 的 stands right before the number and nouns between the two, and of 完成预算103.5%.
  private static func verbBeforeWhole(_ site: Site) -> Int? {
    guard site.quantity.unit.is("%"), site.index - 2 >= site.left.lowerBound else { return nil }
    let hasOf = site.tokens[site.index - 1].kind == .word(.of)
    guard hasOf || isGoal(site, site.index - 1) else { return nil }
    var index = site.index - (hasOf ? 2 : 1)
    let whole = index
    while index > site.left.lowerBound,
      site.tokens[index].kind.isNominal
        || [.period, .place, .word(.target), .word(.plan), .word(.adverb), .word(.scope)].contains(
          site.tokens[index].kind)
    {
      index -= 1
    }
    guard site.tokens[index].kind == .word(.verb), index < whole + (hasOf ? 0 : 1) else { return nil }
    return index
  }

  /// What is set beforehand and then met to some part: 年初预算, 目标任务.
  private static func isGoal(_ site: Site, _ index: Int) -> Bool {
    let goals: [StaticString] = ["预算", "任务", "计划", "目标", "预算数", "任务数", "计划数", "目标数", "目标值"]
    return goals.contains { site.text.has($0, endingAt: site.tokens[index].span.end) }
  }
}
