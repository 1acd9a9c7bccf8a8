internal import Records
internal import Vocabulary

/// 一 with a measure word before a noun means "a", not a count of one: 一座观景塔, 是一所公办高中.
///
/// Reads: the numeral 一 written out, with a noun behind its measure word or 是 before it.
/// Yields: a piece of a noun.
/// Refuses: 1 in digits, 一 that ends its clause, and clauses of a list of counts (12个行政村，一个居委会，96个村民小组).
enum IndefiniteOne: RefusalRule {
  static func read(
    _ tokens: [Token], _ index: Int, _ quantity: Quantity, _ text: Bytes, _ words: WordTable
  ) -> TokenKind? {
    guard quantity.numeral.count == 3, text.has("一", at: quantity.numeral.start) else { return nil }
    if text.has("是", endingAt: quantity.span.start) { return .noun }
    if index > 0, tokens[index - 1].span.end == quantity.span.start,
      text.has("一", at: tokens[index - 1].span.start)
    {
      return .noun
    }
    guard index + 1 < tokens.count else { return nil }
    if isCounted(tokens, index, text) { return nil }
    switch tokens[index + 1].kind {
    case .comma, .semicolon, .pause, .close, .quantity: return nil
    default: return .noun
    }
  }

  /// Whether its clause is no more than the numeral and its noun, and those before and behind it count things in
  /// the same way.
  private static func isCounted(_ tokens: [Token], _ index: Int, _ text: Bytes) -> Bool {
    guard index > 1, endsPart(tokens[index - 1].kind), tokens[index - 2].kind.isNominal else { return false }
    var before = index - 2
    while before > 0, tokens[before].kind.isNominal { before -= 1 }
    guard tokens[before].kind == .quantity, !text.has("%", endingAt: tokens[before].span.end) else {
      return false
    }
    var next = index + 1
    while next < tokens.count, tokens[next].kind.isNominal { next += 1 }
    return next > index + 1 && next + 1 < tokens.count && endsPart(tokens[next].kind)
      && tokens[next + 1].kind == .quantity
  }

  private static func endsPart(_ kind: TokenKind) -> Bool {
    kind == .comma || kind == .pause || kind == .semicolon || kind.isJoint
  }
}
