internal import Records
internal import Vocabulary

/// What stands between 与 and 相比 is compared with, and no time of what is said: 与2010年相比，比重下降2.1个百分点.
///
/// Reads: 与 or 同 with 相比, 比较 or 持平 behind it in the same clause, or a 比 that ends it (与上年比).
/// Yields: a word of comparison; where a number stands between (与2010年的86万人相比), the times are that number's alone.
/// Refuses: 与 that joins two nouns.
enum ComparedTime {
  /// Joins the tokens; gives which time is compared with.
  static func join(_ tokens: inout [Token], _ text: Bytes) -> Int? {
    var index = 0
    var compared: Int?
    while index < tokens.count {
      defer { index += 1 }
      guard opens(tokens[index], text), let end = end(tokens, from: index + 1, text) else { continue }
      tokens[end].kind = .word(.compare)
      if tokens[index..<end].contains(where: { $0.kind == .quantity }) {
        tokens[index].kind = .word(.from)
        continue
      }
      compared = tokens[index..<end].first { $0.kind == .period }?.index ?? compared
      tokens[index].kind = .word(.compare)
      tokens[index].span = ByteSpan(tokens[index].span.start, tokens[end].span.end)
      tokens.removeSubrange(index + 1...end)
    }
    return compared
  }

  private static func opens(_ token: Token, _ text: Bytes) -> Bool {
    token.span.count == 3 && (text.has("与", at: token.span.start) || text.has("同", at: token.span.start))
  }

  private static let ends: [StaticString] = ["相比", "比较", "相比较", "持平", "相当", "一致", "相同", "相近", "相仿"]

  /// The token of 相比, 比较 or 持平, before the clause ends.
  private static func end(_ tokens: [Token], from start: Int, _ text: Bytes) -> Int? {
    var index = start
    while index < tokens.count, !tokens[index].kind.endsClause {
      let span = tokens[index].span
      if ends.contains(where: { text.has($0, endingAt: span.end) }) { return index }
      let isLast = index + 1 == tokens.count || tokens[index + 1].kind.endsClause
      if isLast, text.has("比", endingAt: span.end) { return index }
      index += 1
    }
    return nil
  }
}
