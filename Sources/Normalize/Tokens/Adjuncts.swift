internal import Records
internal import Vocabulary

/// 按可比价格计算, 按2018年平均汇率折算: how a number was reckoned is part of no name.
enum Adjuncts {
  /// Turns the tokens from 按 to 计算 into adverbs.
  static func skip(_ tokens: inout [Token], _ text: Bytes) {
    var start: Int?
    for index in tokens.indices {
      let span = tokens[index].span
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
}
