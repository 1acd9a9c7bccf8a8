internal import Records
internal import Vocabulary

/// How long something took or lasted is told, not counted: 连续5年, 不到4个月, 两年行动计划.
///
/// Reads: a number whose unit is one of time.
/// Yields: an adverb.
/// Refuses: numbers behind 寿命, 年龄, 时间, 工期 and the like, which state it.
enum StretchOfTime: RefusalRule {
  static func read(_ tokens: [Token], _ index: Int, _ quantity: Quantity, _ text: Bytes)
    -> TokenKind?
  {
    guard quantity.kind == .duration || quantity.kind == .age else { return nil }
    var before = index - 1
    while before >= 0, [.word(.verb), .word(.reach), .word(.adverb)].contains(tokens[before].kind) {
      before -= 1
    }
    guard before >= 0, tokens[before].kind.isNominal else { return .word(.adverb) }
    let end = tokens[before].span.end
    for noun in ["寿命", "年龄", "时间", "工期", "期限", "时长", "时数", "日数", "天数", "霜期", "住院日", "里程", "车程"]
      as [StaticString]
    where text.has(noun, endingAt: end) {
      return nil
    }
    return .word(.adverb)
  }
}
