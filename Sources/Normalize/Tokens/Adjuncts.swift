internal import Records
internal import Vocabulary

/// 按可比价格计算, 按2018年平均汇率折算: how a number was reckoned is part of no name.
enum Adjuncts {
  /// Turns the tokens from 按 to 计算 into adverbs, and clauses that say how the figures are sorted (分季度看, 从结构看).
  static func skip(_ tokens: inout [Token], _ text: Bytes) {
    skipSorting(&tokens, text)
    var start: Int?
    for index in tokens.indices {
      let span = tokens[index].span
      // 用3年时间改造农田
      if index > 0, tokens[index - 1].kind == .quantity, tokens[index].kind == .noun,
        text.has("时间", at: span.start)
      {
        tokens[index].span = ByteSpan(span.start + 6, span.end)
        if tokens[index].span.isEmpty { tokens[index] = Token(kind: .word(.adverb), span: span) }
        continue
      }
      if tokens[index].kind.endsClause { start = nil }
      if text.has("按", at: span.start) { start = index }
      guard let first = start else { continue }
      if text.has("计算", endingAt: span.end) || text.has("折算", endingAt: span.end)
        || text.has("测算", endingAt: span.end)
      {
        for part in first...index where tokens[part].kind != .quantity { tokens[part].kind = .word(.adverb) }
        start = nil
      }
    }
  }

  private static func skipSorting(_ tokens: inout [Token], _ text: Bytes) {
    var start = 0
    while start < tokens.count {
      var end = start
      while end < tokens.count, !tokens[end].kind.endsClause { end += 1 }
      if end > start, end < tokens.count, sorts(tokens[start..<end], text) {
        for index in start..<end where tokens[index].kind != .period { tokens[index].kind = .word(.adverb) }
      }
      start = end + 1
    }
  }

  /// Whether the clause is no more than 分…看, 从…看 or 按…分.
  private static func sorts(_ clause: ArraySlice<Token>, _ text: Bytes) -> Bool {
    guard let first = clause.first, let last = clause.last, last.span.end - first.span.start <= 45
    else { return false }
    let (start, end) = (first.span.start, last.span.end)
    let opens =
      text.has("分", at: start) || text.has("从", at: start) || text.has("按", at: start)
      || text.has("就", at: start)
    guard opens, text.has("看", endingAt: end) || text.has("分", endingAt: end) else { return false }
    return !clause.contains { $0.kind == .quantity }
  }
}
