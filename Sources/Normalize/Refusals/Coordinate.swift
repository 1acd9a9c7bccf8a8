internal import Records
internal import Vocabulary

/// Degrees, minutes and seconds place a county on the globe: 东经109°43′28″.
///
/// Reads: a number with ° ′ or ″, and those beside it.
/// Yields: a piece of a noun.
/// Refuses: temperatures (℃).
enum Coordinate: RefusalRule {
  static func read(
    _ tokens: [Token], _ index: Int, _ quantity: Quantity, _ text: Bytes, _ words: WordTable
  ) -> TokenKind? {
    let span = quantity.span
    for mark in ["°", "′", "″", "度"] as [StaticString] {
      let isAtEnd = text.has(mark, endingAt: span.end) || text.has(mark, at: span.end)
      guard isAtEnd else { continue }
      if mark.utf8CodeUnitCount == 3, text.has("度", endingAt: span.end) {
        guard text.has("经", endingAt: span.start) || text.has("纬", endingAt: span.start) else { continue }
      }
      return .noun
    }
    return nil
  }
}
