internal import Records
internal import Vocabulary

/// 通讯员 王超亿, 记者张万里: characters of a name are no number.
///
/// Reads: a number written in Chinese with 记者, 通讯员, 作者 or the like right before it or before the name that it stands in.
/// Yields: a piece of a noun.
/// Refuses: numbers in digits, and numbers with a unit (记者三名).
enum PersonName: RefusalRule {
  static func read(
    _ tokens: [Token], _ index: Int, _ quantity: Quantity, _ text: Bytes, _ words: WordTable
  ) -> TokenKind? {
    guard quantity.unit.isEmpty, text[quantity.numeral.start] >= 0x80, index > 0 else { return nil }
    var first = index - 1
    // A name has two to four characters, and other names may stand before it.
    while first > 0, !tokens[first].kind.endsClause, quantity.span.start - tokens[first].span.start < 36 {
      if isTitle(tokens[first], text) { return .noun }
      first -= 1
    }
    return isTitle(tokens[first], text) ? .noun : nil
  }

  private static let titles: [StaticString] = ["记者", "通讯员", "作者", "摄影", "编辑", "撰稿", "供稿"]

  private static func isTitle(_ token: Token, _ text: Bytes) -> Bool {
    titles.contains { text.has($0, at: token.span.start) || text.has($0, endingAt: token.span.end) }
  }
}
