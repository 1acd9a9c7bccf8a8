internal import Records
internal import Vocabulary

/// How long something took or lasted is told, not counted: 连续5年, 不到4个月, 两年行动计划.
///
/// Reads: a number whose unit is one of time.
/// Yields: an adverb.
/// Refuses: numbers behind 寿命, 年龄, 时间, 工期 and the like, which state it.
enum StretchOfTime: RefusalRule {
  static func read(
    _ tokens: [Token], _ index: Int, _ quantity: Quantity, _ text: Bytes, _ words: WordTable
  ) -> TokenKind? {
    guard quantity.kind == .duration || quantity.kind == .age else { return nil }
    var before = index - 1
    // 年限由7.68年提高至8.41年: both ends.
    while before >= 0,
      [.word(.verb), .word(.reach), .word(.adverb), .word(.from), .period, .word(.of), .quantity].contains(
        tokens[before].kind)
    {
      before -= 1
    }
    guard before >= 0, tokens[before].kind.isNominal else { return .word(.adverb) }
    return words.endsName(.duration, in: text, at: tokens[before].span.end) ? nil : .word(.adverb)
  }
}
