internal import Records
internal import Vocabulary

/// Households and people without a noun are those who get what stands behind them: 全县1403户2555人享受城乡低保; 为243户530人发放特困救助金.
///
/// Reads: 户, 人, 名 and 人次, one number right behind the other, with 享受, 领取 and the like behind them, or between 为 and 发放.
/// Yields: the verb and what is got: 享受城乡低保, 发放特困救助金.
/// Refuses: numbers with a noun of their own (特困人员320人享受供养), and those without anything to get behind them.
enum Recipients: SubjectRule {
  static func read(_ site: Site, _ reading: MeasureReading) -> SubjectReading? {
    guard reading.measure == .level,
      ["户", "人", "名", "口人", "人次"].contains(where: { site.quantity.unit.is($0) })
    else { return nil }
    var (first, last) = (site.index, site.index)
    while last + 1 < site.clause.upperBound, site.tokens[last + 1].kind == .quantity { last += 1 }
    while first > site.clause.lowerBound, site.tokens[first - 1].kind == .quantity { first -= 1 }
    guard last + 1 < site.clause.upperBound else { return nil }
    let verb = site.tokens[last + 1].span.start
    let isGiven =
      ["为", "给", "向", "对"].contains { (word: StaticString) in
        site.text.has(word, endingAt: site.tokens[first].span.start)
      } && gives.contains { site.text.has($0, at: verb) }
    let isGot =
      gets.contains { site.text.has($0, at: verb) }
      && !site.tokens[site.clause.lowerBound..<first].contains { $0.kind.isNominal }
    guard isGiven || isGot else { return nil }
    var end = last + 1
    while end < site.clause.upperBound, site.tokens[end].kind != .quantity { end += 1 }
    while end > last + 1, !site.tokens[end - 1].kind.isNominal { end -= 1 }
    guard end > last + 1, site.tokens[end - 1].span.end > verb + 6 else { return nil }
    return SubjectReading(
      "Recipients", Subject(site.text.string(ByteSpan(verb, site.tokens[end - 1].span.end))))
  }

  private static let gets: [StaticString] = ["享受", "领取", "领到", "纳入", "获得", "得到", "参加", "参与"]
  private static let gives: [StaticString] = [
    "发放", "落实", "提供", "办理", "兑付", "兑现", "减免", "解决", "缴纳", "代缴", "实施", "送去", "送上",
  ]
}
