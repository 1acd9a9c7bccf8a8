internal import Records
internal import Vocabulary

/// What a speech counts is no statistic: 六个亮点, 三个方面工作, 这两个问题, 跑一次.
///
/// Reads: a numeral written out before 方面, 亮点, 环节 and the like, behind 这, 那, 此 or 上述, or with 大 as its measure word; 两位数, 万亿台阶.
/// Yields: a piece of a noun.
/// Refuses: numerals in digits before other nouns, and 七个 before a thing (通航七个城市).
enum RhetoricalCount: RefusalRule {
  static func read(
    _ tokens: [Token], _ index: Int, _ quantity: Quantity, _ text: Bytes, _ words: WordTable
  ) -> TokenKind? {
    guard quantity.kind == .count else { return nil }
    // 两位数增长, 跨上万亿台阶
    if quantity.unit.is("位"), text.has("数", at: quantity.span.end) { return .noun }
    if quantity.unit.is("台"), text.has("阶", at: quantity.span.end) { return .noun }
    let start = quantity.span.start
    for word in ["这", "那", "此", "上述", "另外", "前"] as [StaticString]
    where text.has(word, endingAt: start) {
      // 35岁以下198名: the word belongs to the bound.
      if index > 0, tokens[index - 1].kind == .condition { break }
      // 学前8234人: it ends another word.
      if text.has("前", endingAt: start), index > 0, tokens[index - 1].span.count > 3 { break }
      return .noun
    }
    // 以上3项, but 省级以上9家.
    let isWordBefore = index > 0 && tokens[index - 1].span.count == 6 && !isPartOfName(tokens, index - 1)
    if isWordBefore, text.has("以上", endingAt: start) || text.has("以下", endingAt: start) {
      return .noun
    }
    let isWritten = text[quantity.numeral.start] >= 0x80
    if isWritten, quantity.unit.is("大") { return .noun }
    // 58所学校的办学条件: what has a measure word of its own is a thing.
    guard index + 1 < tokens.count, quantity.unit.isOne(of: ["个", "项", "条", "种", "点", "大", "方", "场", ""])
    else { return nil }
    // 三个方面, 2个方面: the noun that is counted says nothing that is counted.
    var next = index + 1
    while next < tokens.count, tokens[next].kind == .noun { next += 1 }
    guard next < tokens.count, tokens[next].kind == .word(.rhetoric), next - index <= 2 else { return nil }
    // 12个重点项目: the word only qualifies the noun.
    let isQualifier =
      text.has("重点", at: tokens[next].span.start) || text.has("关键", at: tokens[next].span.start)
    if isQualifier, next + 1 < tokens.count, tokens[next + 1].kind.isNominal { return nil }
    return .noun
  }

  /// 规模以上10个: the word ends a name.
  private static func isPartOfName(_ tokens: [Token], _ index: Int) -> Bool {
    index > 0 && tokens[index - 1].kind.isNominal && tokens[index - 1].span.end == tokens[index].span.start
  }
}
