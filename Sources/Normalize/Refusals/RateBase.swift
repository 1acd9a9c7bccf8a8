internal import Records
internal import Vocabulary

/// The number right behind 每 is a base and no value: 每10万人中拥有大学文化程度的6443人, 每千人口床位4.8张.
///
/// Reads: a number with 每 right before it and a noun, 中 or another number behind it.
/// Yields: the base of a rate, as 每 and 每户 are.
/// Refuses: all else.
enum RateBase: RefusalRule {
  static func read(
    _ tokens: [Token], _ index: Int, _ quantity: Quantity, _ text: Bytes, _ words: WordTable
  ) -> TokenKind? {
    guard text.has("每", endingAt: quantity.span.start), index + 1 < tokens.count else { return nil }
    // 每百平方公里305公里
    return tokens[index + 1].kind.isNominal || tokens[index + 1].kind == .quantity ? .word(.each) : nil
  }
}
