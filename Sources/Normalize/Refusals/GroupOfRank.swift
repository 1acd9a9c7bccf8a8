internal import Records
internal import Vocabulary

/// How many there are in an order is no count of its own: 居全市七县（市）第二, 在全省108个县中排第5位.
///
/// Reads: a number of counties, cities or districts between a scope or a place and an ordinal; 前 or 后 before a number of 位 or 名 with 的 behind it (居前五位的乡镇).
/// Yields: a piece of the scope, or of a noun.
/// Refuses: those that no ordinal follows in the clause (全市七县实现通车).
enum GroupOfRank: RefusalRule {
  static func read(
    _ tokens: [Token], _ index: Int, _ quantity: Quantity, _ text: Bytes, _ words: WordTable
  ) -> TokenKind? {
    if isFirstFew(tokens, index, quantity, text) { return .noun }
    guard index > 0, tokens[index - 1].kind == .word(.scope) || tokens[index - 1].kind == .place,
      units.contains(where: { text.has($0, endingAt: quantity.span.end) }) || isOf(tokens, index + 1, text)
    else { return nil }
    var next = index + 1
    while next < tokens.count,
      [.aside, .word(.rank), .word(.verb)].contains(tokens[next].kind) || isNamed(tokens[next], text)
    { next += 1 }
    guard next < tokens.count, tokens[next].kind == .quantity, text.has("第", at: tokens[next].span.start)
    else { return nil }
    return .word(.scope)
  }

  /// 居前五位的乡镇, 列后三名的: those that head an order.
  private static func isFirstFew(_ tokens: [Token], _ index: Int, _ quantity: Quantity, _ text: Bytes)
    -> Bool
  {
    let (start, end) = (quantity.span.start, quantity.span.end)
    guard text.has("位", endingAt: end) || text.has("名", endingAt: end), text.has("的", at: end) else {
      return false
    }
    return text.has("前", endingAt: start) || text.has("后", endingAt: start)
  }

  private static let units: [StaticString] = ["县", "市", "区", "州", "旗", "省"]

  /// Whether the token at `index` goes on behind 个: 108个县中.
  private static func isOf(_ tokens: [Token], _ index: Int, _ text: Bytes) -> Bool {
    index < tokens.count && isNamed(tokens[index], text)
  }

  /// Whether the token names such a group by a numeral written out (七县, 十县市), or behind 个 (108个县中).
  static func isNamed(_ token: Token, _ text: Bytes) -> Bool {
    guard token.kind.isNominal, token.span.count <= 15 else { return false }
    let start = token.span.start
    if text.has("个", endingAt: start) {
      return token.span.count <= 9 && units.contains { text.has($0, at: start) }
    }
    let digits: [StaticString] = ["两", "三", "四", "五", "六", "七", "八", "九", "十"]
    return token.span.count >= 6 && digits.contains { text.has($0, at: start) }
      && units.contains { text.has($0, endingAt: token.span.end) }
  }
}
