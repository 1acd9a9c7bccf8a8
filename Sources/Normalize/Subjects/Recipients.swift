internal import Records
internal import Vocabulary

/// Households and people without a noun are those of whom the words behind them tell: 全县1403户2555人享受城乡低保; 为243户530人发放特困救助金; 带动350人增收.
///
/// Reads: 户, 人, 名 and 人次, one number right behind the other, with 享受, 领取 and the like behind them, or between 为 and 发放; what became of
/// them at the end of the clause (1.1万人脱贫).
/// Yields: the words behind: 享受城乡低保, 发放特困救助金, 增收.
/// Refuses: numbers with a noun of their own (特困人员320人享受供养), and those without anything to get behind them.
enum Recipients: SubjectRule {
  static func read(_ site: Site, _ reading: MeasureReading) -> SubjectReading? {
    guard reading.measure == .level,
      ["户", "人", "名", "口人", "人次"].contains(where: { site.quantity.unit.is($0) })
    else { return nil }
    var (first, last) = (site.index, site.index)
    // Two or three numbers stand beside each other in prose; to walk along more would cost their square.
    while last + 1 < site.clause.upperBound, site.tokens[last + 1].kind == .quantity, last - site.index < 3 {
      last += 1
    }
    while first > site.clause.lowerBound, site.tokens[first - 1].kind == .quantity, site.index - first < 3 {
      first -= 1
    }
    if let helped = helped(site, first, last) { return SubjectReading("Recipients", helped) }
    guard last + 1 < site.clause.upperBound else { return nil }
    var end = last + 1
    while end < site.clause.upperBound, site.tokens[end].kind != .quantity, end - last < 12 { end += 1 }
    let isLast = end == site.clause.upperBound
    while end > last + 1, !site.tokens[end - 1].kind.isNominal { end -= 1 }
    guard end > last + 1 else { return nil }
    let words = ByteSpan(site.tokens[last + 1].span.start, site.tokens[end - 1].span.end)
    guard isGiven(site, first, words) || (isFree(site, first) && isGot(site, words, isLast: isLast)) else {
      return nil
    }
    return SubjectReading("Recipients", Subject(site.text.string(words)))
  }

  /// 带动1200户3600人 with nothing behind: who was reached by a deed is not the whole population.
  private static func helped(_ site: Site, _ first: Int, _ last: Int) -> Subject? {
    guard last + 1 == site.clause.upperBound, first > site.clause.lowerBound else { return nil }
    let verb = site.tokens[first - 1]
    guard helps.contains(where: { site.text.has($0, at: verb.span.start) }), verb.span.count == 6 else {
      return nil
    }
    return Subject(site.text.string(verb.span) + (site.quantity.unit.is("户") ? "户数" : "人数"))
  }

  /// 为243户发放…
  private static func isGiven(_ site: Site, _ first: Int, _ words: ByteSpan) -> Bool {
    let start = site.tokens[first].span.start
    return words.count > 6 && ["为", "给", "向", "对"].contains { site.text.has($0, endingAt: start) }
      && gives.contains { site.text.has($0, at: words.start) }
  }

  /// Whether no noun stands before the numbers, up to the number before.
  private static func isFree(_ site: Site, _ first: Int) -> Bool {
    var index = first - 1
    // 项目带动350人增收: a verb whose object they are.
    if index >= site.clause.lowerBound, [.word(.verb), .word(.verbal)].contains(site.tokens[index].kind) {
      return true
    }
    while index >= site.clause.lowerBound, site.tokens[index].kind != .quantity {
      if site.tokens[index].kind == .pause {
        // 特困人员320户、450人享受供养: they are those of the number before.
        guard index > site.clause.lowerBound, site.tokens[index - 1].kind == .quantity else { return true }
        index -= 2
        continue
      }
      if site.tokens[index].kind.isNominal { return false }
      index -= 1
    }
    return index < site.clause.lowerBound
  }

  private static func isGot(_ site: Site, _ words: ByteSpan, isLast: Bool) -> Bool {
    if words.count > 6, gets.contains(where: { site.text.has($0, at: words.start) }) { return true }
    return isLast
      && fates.contains { site.text.has($0, at: words.start) || site.text.has($0, endingAt: words.end) }
  }

  private static let helps: [StaticString] = ["带动", "帮助", "引导", "扶持", "安置", "转移", "吸纳", "帮扶"]
  private static let gets: [StaticString] = ["享受", "领取", "领到", "纳入", "获得", "得到", "参加", "参与"]
  private static let fates: [StaticString] = [
    "脱贫", "增收", "致富", "就业", "创业", "受益", "搬迁", "入住", "返乡", "参保", "上岗", "务工", "摘帽",
  ]
  private static let gives: [StaticString] = [
    "发放", "落实", "提供", "办理", "兑付", "兑现", "减免", "解决", "缴纳", "代缴", "实施", "送去", "送上",
  ]
}
