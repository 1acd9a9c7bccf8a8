internal import Records
internal import Vocabulary

/// A size with 级 behind it says of what class a thing is: 5000吨级码头, 30万千瓦级机组, 千亿元级产业.
///
/// Reads: a number with a unit of measure or money, 级 right behind it and a noun behind that.
/// Yields: a piece of the noun's name.
/// Refuses: 级 that goes on as another word (级别, 级差), and grades that are counted (5个级).
enum ClassOfSize: RefusalRule {
  static func read(
    _ tokens: [Token], _ index: Int, _ quantity: Quantity, _ text: Bytes, _ words: WordTable
  ) -> TokenKind? {
    let end = quantity.span.end
    guard quantity.kind != .count, quantity.kind != .number, text.has("级", at: end),
      !text.has("级别", at: end), !text.has("级差", at: end), index + 1 < tokens.count,
      tokens[index + 1].kind.isNominal
    else { return nil }
    return .noun
  }
}
