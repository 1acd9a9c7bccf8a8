internal import Records
internal import Vocabulary

/// A stretch of years with 前 behind it is a time: 由十年前的不足百个发展到1735个.
///
/// Reads: a number of years with 前 right behind it.
/// Yields: the year so many years before the one that the text speaks of.
/// Refuses: stretches with 间, 来 or 内 behind them (十年间), numbers that are no whole years, and texts that name no year and no date of
/// publication.
enum TimeAgo {
  static func join(
    _ tokens: inout [Token], _ quantities: [Quantity], _ periods: inout [PeriodMention],
    year: Int?, _ text: Bytes
  ) {
    for index in tokens.indices where tokens[index].kind == .quantity {
      let quantity = quantities[tokens[index].index]
      guard quantity.kind == .duration else { continue }
      let end = quantity.span.end
      if text.has("间", at: end) || text.has("来", at: end) || text.has("内", at: end) {
        extend(&tokens, index)
        tokens[index].kind = .word(.adverb)
        continue
      }
      guard text.has("前", at: end), let year, let count = wholeYears(quantity),
        let period = Period(year: year - count)
      else { continue }
      extend(&tokens, index)
      tokens[index].kind = .period
      tokens[index].index = periods.count
      periods.append(
        PeriodMention(span: tokens[index].span, period: period, basis: .relative, rules: ["TimeAgo"]))
    }
  }

  private static func wholeYears(_ quantity: Quantity) -> Int? {
    guard quantity.unit == "年", quantity.relation == .equal, let value = quantity.value else { return nil }
    return (1...999).first { ExactDecimal($0) == value }
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
