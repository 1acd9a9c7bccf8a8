internal import Records
internal import Vocabulary

/// A bound in front of a noun is a condition on it and no value: 40岁以下技术骨干, 50万元以上的村, 300亩以上茶园.
///
/// Reads: a number that ends in 以上, 以下, 以内 or 以外, a range or 过亿元 before 的, 超亿元 between a noun and 企业 or 项目, or an age, with a noun right behind it or behind 的, or with another number
/// right behind it (千亩以上12个).
/// Yields: a piece of the noun's name.
/// Refuses: bounds that end their clause (达到12万元以上), and jobs that are provided (新增800人以上的就业岗位).
enum Threshold: RefusalRule {
  static func read(
    _ tokens: [Token], _ index: Int, _ quantity: Quantity, _ text: Bytes, _ words: WordTable
  ) -> TokenKind? {
    let end = quantity.span.end
    let isBound =
      text.has("以上", endingAt: end) || text.has("以下", endingAt: end)
      || text.has("以内", endingAt: end) || text.has("以外", endingAt: end)
    // 八成以上农户 says how many of them, not which.
    if quantity.unit.is("成") || (quantity.unit.is("%") && isHead(tokens, index)) { return nil }
    let isOpen = [.range, .greater, .less].contains(quantity.relation)
    guard
      isBound || quantity.kind == .age || (isOpen && isOf(tokens, index))
        || isPassed(tokens, index, quantity, text)
        || (quantity.relation == .range && text.has("坡度", at: end))
    else { return nil }
    if quantity.kind == .age, isBound { return .condition }
    if isOfJobs(tokens, index, text) { return nil }
    guard index + 1 < tokens.count else { return nil }
    // 0—14岁[5]人口: a mark of a footnote may stand between.
    let next = tokens[index + (tokens[index + 1].kind == .aside && index + 2 < tokens.count ? 2 : 1)]
    // 千亩以上12个: the noun was named before.
    if isBound, next.kind == .quantity { return .condition }
    if next.kind.isNominal { return .condition }
    // 0—14岁占比18.26%
    if quantity.kind == .age, next.kind == .word(.share) { return .condition }
    // 15—64岁25052人; 0—14岁、15—59岁、60岁及以上人口
    if quantity.kind == .age, quantity.relation == .range, next.kind == .quantity || next.kind == .pause {
      return .condition
    }
    return isOf(tokens, index) && isNamed(tokens, index + 2) ? .condition : nil
  }

  /// 可新增800人以上的就业岗位: how many, not which.
  private static func isOfJobs(_ tokens: [Token], _ index: Int, _ text: Bytes) -> Bool {
    guard index > 0, index + 2 < tokens.count, isOf(tokens, index),
      [.word(.verb), .word(.verbal), .word(.act)].contains(tokens[index - 1].kind)
    else { return false }
    return text.has("就业", at: tokens[index + 2].span.start)
      || text.has("岗位", at: tokens[index + 2].span.start)
  }

  /// 过千万元项目: a noun right behind the bound.
  private static func isPassed(_ tokens: [Token], _ index: Int, _ quantity: Quantity, _ text: Bytes) -> Bool {
    guard quantity.relation == .greater, quantity.kind == .money, index + 1 < tokens.count,
      tokens[index + 1].kind.isNominal
    else { return false }
    if text.has("过", at: quantity.span.start) { return true }
    // 产值超亿元企业340家
    return text.has("超", at: quantity.span.start) && index > 0 && tokens[index - 1].kind.isNominal
      && tokens[index - 1].span.end == quantity.span.start
      && ["企业", "项目", "产业"].contains { (thing: StaticString) in
        text.has(thing, at: tokens[index + 1].span.start)
      }
  }

  /// 90%以上的贫困户: nothing before it in its clause that it could be a condition on.
  private static func isHead(_ tokens: [Token], _ index: Int) -> Bool {
    index == 0 || tokens[index - 1].kind.endsClause || tokens[index - 1].kind == .period
  }

  /// 50—100万元的村, 3万人至5万人之间的有4个: 的 right behind the number.
  private static func isOf(_ tokens: [Token], _ index: Int) -> Bool {
    let next = index + 1 < tokens.count && tokens[index + 1].kind == .word(.about) ? index + 2 : index + 1
    return next < tokens.count && tokens[next].kind == .word(.of)
  }

  /// Whether a noun or a number follows, perhaps behind 有.
  private static func isNamed(_ tokens: [Token], _ index: Int) -> Bool {
    var next = index
    while next < tokens.count,
      [.word(.of), .word(.verb), .word(.adverb), .word(.now)].contains(tokens[next].kind)
    {
      next += 1
    }
    return next < tokens.count && (tokens[next].kind.isNominal || tokens[next].kind == .quantity)
  }
}
