import Records

/// Reads: 截至 and 截止 before a time: 截至2021年6月底.
/// Yields: its last day, a point that was reached.
/// Refuses: nothing.
enum AsOf {
  private static let words: WordList = ["截至到", "截止到", "截至", "截止"]

  static func read(_ text: Prose, _ mention: inout PeriodMention) {
    let end = text.skippingSpaces(before: mention.span.start)
    guard let start = text.start(ofAny: words, before: end) else { return }
    mention.span.start = start
    mention.period = Period(mention.period.end)
    mention.isInstant = true
    mention.rules.append("AsOf")
  }
}
