internal import Records
internal import Vocabulary

/// The unit that a rate is given for is no value: 1美元兑7.1036元人民币.
///
/// Reads: a number with 兑 or 折合 right behind it and another number behind that.
/// Yields: an adverb.
/// Refuses: all else.
enum ExchangeBase: RefusalRule {
  static func read(
    _ tokens: [Token], _ index: Int, _ quantity: Quantity, _ text: Bytes, _ words: WordTable
  ) -> TokenKind? {
    let end = tokens[index].span.end
    guard index + 2 < tokens.count, tokens[index + 2].kind == .quantity,
      text.has("兑", at: end) || text.has("折合", at: end) || text.has("合", at: end)
    else { return nil }
    return .word(.adverb)
  }
}
