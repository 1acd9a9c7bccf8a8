internal import Records
internal import Vocabulary

/// A document may say once what time its figures are of: 以2020年11月1日零时为标准时点, 现将2022年主要数据公布如下.
///
/// Reads: a time between 以 and 为标准时点, or between 现将 and 如下, in a sentence without other figures.
/// Yields: the time of the document, where its title names none.
/// Refuses: sentences with a figure, and sentences with two times, but for a time that 为标准时点 stands behind.
enum StandardTime {
  static func period(_ tokens: [Token], _ periods: [PeriodMention], _ text: Bytes) -> Period? {
    guard !tokens.contains(where: { $0.kind == .quantity }), let last = tokens.last else { return nil }
    let times = tokens.indices.filter { tokens[$0].kind == .period }
    if let named = times.first(where: { isNamed(tokens, $0, text) }) {
      return periods[tokens[named].index].period
    }
    guard times.count == 1 else { return nil }
    let time = tokens[times[0]].span
    let isGiven =
      text.holds("现将", in: ByteSpan(tokens[0].span.start, time.start))
      && text.holds("如下", in: ByteSpan(time.end, last.span.end))
    return isGiven ? periods[tokens[times[0]].index].period : nil
  }

  /// 以2020年11月1日零时为标准时点.
  private static func isNamed(_ tokens: [Token], _ index: Int, _ text: Bytes) -> Bool {
    let span = tokens[index].span
    guard text.has("以", endingAt: span.start) else { return false }
    return text.holds("为标准", in: ByteSpan(span.end, min(span.end + 21, tokens[tokens.count - 1].span.end)))
  }
}
