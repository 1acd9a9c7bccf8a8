internal import Records
internal import Vocabulary

/// A stretch of years with 前 or 来 behind it is a time: 由八年前的不足六十个发展到420个; 五年来.
///
/// Reads: a number of years with 前, 来 or 间 right behind it, or 今后 or 未来 right before it.
/// Yields: for 今后 and 未来 as many years from that of publication, or from the next where that is past April; for 前 the year so many years before the one that the text speaks of; for 来 and 间 the years up to that one.
/// Refuses: numbers that are no whole years, records (10年来最高), and what is compared with (是前五年的3倍); for 前 texts that name no year and no date of publication, for the others texts that name no
/// year.
enum TimeAgo {
  static func join(
    _ tokens: inout [Token], _ quantities: [Quantity], _ periods: inout [PeriodMention],
    year: Int?, published: Day?, _ text: Bytes
  ) {
    for index in tokens.indices where tokens[index].kind == .quantity {
      guard quantities[tokens[index].index].kind == .duration else { continue }
      let quantity = quantities[tokens[index].index]
      let end = quantity.span.end
      if isComing(tokens, index, text), let count = wholeYears(quantity), let published,
        let period = coming(count, published)
      {
        tokens[index].kind = .period
        tokens[index].index = periods.count
        tokens[index - 1].kind = .word(.adverb)
        periods.append(
          PeriodMention(span: tokens[index].span, period: period, basis: .relative, rules: ["TimeAgo"]))
        continue
      }
      if index > 1, isBefore(tokens, index, text) {
        // 比前五年增加50亿元: what is compared with.
        tokens[index - 1].kind = .word(.adverb)
        tokens[index].kind = .word(.adverb)
        continue
      }
      let isStretch = text.has("间", at: end) || text.has("来", at: end) || text.has("内", at: end)
      guard isStretch || text.has("前", at: end) else { continue }
      extend(&tokens, index)
      tokens[index].kind = .word(.adverb)
      guard !isRecord(tokens, index, text), let count = wholeYears(quantity),
        let year = isStretch ? year : year ?? published?.year,
        let period = isStretch ? stretch(of: count, to: year) : Period(year: year - count)
      else { continue }
      tokens[index].kind = .period
      tokens[index].index = periods.count
      periods.append(
        PeriodMention(span: tokens[index].span, period: period, basis: .relative, rules: ["TimeAgo"]))
    }
  }

  /// 为10年来最高增幅, 近五年来首次: since when there was nothing like it is no time.
  private static func isRecord(_ tokens: [Token], _ index: Int, _ text: Bytes) -> Bool {
    ["最", "首次", "新高", "同期最", "的最", "第一"].contains { (word: StaticString) in
      text.has(word, at: tokens[index].span.end)
    }
  }

  /// 比前五年: 前 right behind 比 or 较.
  private static func isBefore(_ tokens: [Token], _ index: Int, _ text: Bytes) -> Bool {
    let before = tokens[index - 1].span
    return before.count == 3 && text.has("前", at: before.start) && before.end == tokens[index].span.start
      && (tokens[index - 2].kind == .word(.than) || isMultiple(tokens, index, text))
  }

  /// 是前五年的3倍: what the multiple is one of.
  private static func isMultiple(_ tokens: [Token], _ index: Int, _ text: Bytes) -> Bool {
    guard index + 2 < tokens.count, tokens[index + 1].kind == .word(.of), tokens[index + 2].kind == .quantity
    else {
      return false
    }
    return text.has("倍", endingAt: tokens[index + 2].span.end)
      || text.has("%", endingAt: tokens[index + 2].span.end)
  }

  /// 今后五年, 未来三年.
  private static func isComing(_ tokens: [Token], _ index: Int, _ text: Bytes) -> Bool {
    guard index > 0, tokens[index - 1].span.end == tokens[index].span.start else { return false }
    return text.has("今后", endingAt: tokens[index].span.start)
      || text.has("未来", endingAt: tokens[index].span.start)
  }

  /// A plan made early in a year begins with that year.
  private static func coming(_ count: Int, _ published: Day) -> Period? {
    let first = published.month <= 4 ? published.year : published.year + 1
    return Period(years: first...first + count - 1)
  }

  private static func stretch(of count: Int, to year: Int) -> Period? {
    count > 1 && count < year ? Period(years: year - count + 1...year) : nil
  }

  private static func wholeYears(_ quantity: Quantity) -> Int? {
    guard quantity.unit.is("年"), quantity.relation == .equal, let value = quantity.value else { return nil }
    let years = value.normalized
    guard (0...2).contains(years.exponent), (1...999).contains(years.significand) else { return nil }
    let count = (0..<years.exponent).reduce(Int(years.significand)) { count, _ in count * 10 }
    return count <= 999 ? count : nil
  }

  /// Takes the character behind the number into its token.
  private static func extend(_ tokens: inout [Token], _ index: Int) {
    let end = tokens[index].span.end + 3
    tokens[index].span = ByteSpan(tokens[index].span.start, end)
    guard index + 1 < tokens.count, tokens[index + 1].span.start < end else { return }
    tokens[index + 1].span = ByteSpan(end, max(end, tokens[index + 1].span.end))
    if tokens[index + 1].span.isEmpty { tokens[index + 1].kind = .aside }
  }
}
