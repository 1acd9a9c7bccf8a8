internal import Records
internal import Vocabulary

/// The paragraphs that list the goals which a colon announced: 今年的主要预期目标是：, below it ——生产总值增长8%；.
enum GoalList {
  private static let marks: [StaticString] = ["——", "—", "-", "●", "•", "·", "◆", "■", "★", "※", "（", "("]

  /// Whether the list goes on with a paragraph: it begins with a mark or number, or the one before ended with a semicolon.
  static func goesOn(_ text: Bytes, _ span: ByteSpan, behind last: ByteSpan) -> Bool {
    let own = text.trimmed(span)
    let end = text.trimmed(last).end
    if text.has("；", endingAt: end) || text.has(";", endingAt: end) || text.has("，", endingAt: end) {
      return true
    }
    return marks.contains { text.has($0, at: own.start) } || HeadingLine.item(text, at: own.start) != nil
      || HeadingLine.level(text, own) != nil
  }
}
