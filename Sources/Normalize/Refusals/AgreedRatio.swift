internal import Records
internal import Vocabulary

/// A ratio by which something is shared out or mixed is agreed and not measured: 按照1:9的比例分红, 以3:1的比例配套.
///
/// Reads: a ratio with 比例 behind it, and 按, 按照 or 以 before it.
/// Yields: an adverb.
/// Refuses: ratios that are stated: 男女比例为1.05:1.
enum AgreedRatio: RefusalRule {
  static func read(
    _ tokens: [Token], _ index: Int, _ quantity: Quantity, _ text: Bytes, _ words: WordTable
  ) -> TokenKind? {
    guard quantity.kind == .ratio else { return nil }
    let span = tokens[index].span
    guard text.has("的比例", at: span.end) || text.has("比例", at: span.end) else { return nil }
    let leads: [StaticString] = ["按", "按照", "以", "按每", "依照"]
    return leads.contains { text.has($0, endingAt: span.start) } ? .word(.adverb) : nil
  }
}
