internal import Records
internal import Vocabulary

/// 一 with a measure word before a noun means "a", not a count of one: 一座玻璃栈桥, 是一所公办高中.
///
/// Reads: the numeral 一 written out, with a noun behind its measure word or 是 before it.
/// Yields: a piece of a noun.
/// Refuses: 1 in digits, and 一 that ends its clause.
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
    switch tokens[index + 1].kind {
    case .comma, .semicolon, .pause, .close, .quantity: return nil
    default: return .noun
    }
  }
}
