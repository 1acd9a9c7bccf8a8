internal import Records
internal import Vocabulary

/// A number without a unit states something only where a predicate or a magnitude says so: 常住人口766579, 突破500亿, not 两铁矿.
///
/// Reads: numbers without unit.
/// Yields: a piece of a noun.
/// Refuses: numbers in 万 and 亿, those in digits behind a noun or a verb that end their clause, and ratios.
enum BareNumber: RefusalRule {
  static func read(
    _ tokens: [Token], _ index: Int, _ quantity: Quantity, _ text: Bytes, _ words: WordTable
  ) -> TokenKind? {
    guard quantity.unit.isEmpty, quantity.kind == .number || quantity.kind == .count else { return nil }
    let numeral = quantity.numeral
    if text.has("万", endingAt: numeral.end) || text.has("亿", endingAt: numeral.end) { return nil }
    // 2013《财富》论坛: the year of a name.
    if quantity.kind == .number, quantity.numeral.count == 4, index + 1 < tokens.count,
      tokens[index + 1].kind == .aside, text.has("《", at: quantity.span.end)
    {
      return .noun
    }
    let isArabic = text[numeral.start] < 0x80
    let isLast =
      index + 1 == tokens.count || tokens[index + 1].kind.endsClause
      || tokens[index + 1].kind == .pause || tokens[index + 1].kind == .aside
    guard isArabic, index > 0 else { return .noun }
    // 由上年的2.30缩小为2.23: both ends; 与2010年的115.03相比.
    if index + 1 < tokens.count, [.word(.reach), .word(.compare)].contains(tokens[index + 1].kind) {
      return nil
    }
    guard isLast else { return .noun }
    // 居民消费价格总指数（CPI）99.6
    let before = index > 1 && tokens[index - 1].kind == .aside ? index - 2 : index - 1
    switch tokens[before].kind {
    case .word(.reach), .word(.verb), .word(.up), .word(.down), .word(.relational), .word(.member): return nil
    case .noun: return words.endsName(.figure, in: text, at: tokens[before].span.end) ? nil : .noun
    default: return .noun
    }
  }
}
