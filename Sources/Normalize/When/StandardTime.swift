internal import Records
internal import Vocabulary

/// A document may say once what time its figures are of: 以2020年11月1日零时为标准时点, 现将2022年主要数据公布如下.
///
/// Reads: a time between 以 and 为标准时点, or between 现将 and 如下, in a sentence without other figures.
/// Yields: the time of the document, where its title names none.
/// Refuses: sentences with a figure, and sentences with two times.
enum StandardTime {
  static func period(_ tokens: [Token], _ periods: [PeriodMention], _ text: Bytes) -> Period? {
    guard !tokens.contains(where: { $0.kind == .quantity }),
      let first = tokens.firstIndex(where: { $0.kind == .period }), let last = tokens.last
    else { return nil }
    let sentence = ByteSpan(tokens[0].span.start, last.span.end)
    let (start, end) = (tokens[first].span.start, tokens[first].span.end)
    let isNamed = text.has("以", endingAt: start) && text.holds("为标准", in: ByteSpan(end, sentence.end))
    let isGiven =
      text.holds("现将", in: ByteSpan(sentence.start, start))
      && text.holds("如下", in: ByteSpan(end, sentence.end))
    guard tokens.count(where: { $0.kind == .period }) == 1 else { return nil }
    return isNamed || isGiven ? periods[tokens[first].index].period : nil
  }
}
