internal import Records
internal import Vocabulary

/// The holiday of the national day is the first week of October: 国庆长假期间; “十一”黄金周前4天.
///
/// Reads: the names of that week, perhaps with a year right before, and perhaps with 前 and a number of days behind.
/// Yields: 1 to 7 October of that year, else of the one that the text speaks of; with 前4天 its first four days.
/// Refuses: texts that name no year and no date of publication, and weeks behind the day of publication.
enum WeekOfNationalDay {
  static func join(
    _ tokens: inout [Token], _ quantities: [Quantity], _ periods: inout [PeriodMention],
    year: Int?, published: Day?, _ text: Bytes
  ) {
    for index in tokens.indices where tokens[index].kind == .word(.holiday) {
      let span = tokens[index].span
      tokens[index].kind = .word(.adverb)
      var own: Int?
      if index > 0, tokens[index - 1].kind == .period, tokens[index - 1].span.end == span.start {
        own = periods[tokens[index - 1].index].period.end.year
      }
      guard let year = own ?? published?.year ?? year, let first = Day(year, 10, 1) else { continue }
      if let published, first > published { continue }
      let days = firstDays(tokens, behind: index, quantities, text)
      guard let last = Day(year, 10, days?.count ?? 7), let week = Period(from: first, to: last) else {
        continue
      }
      tokens[index].kind = .period
      tokens[index].index = periods.count
      periods.append(
        PeriodMention(span: span, period: week, basis: .stated, rules: ["WeekOfNationalDay"]))
      for part in days?.tokens ?? 0..<0 { tokens[part].kind = .word(.adverb) }
    }
  }

  /// 前4天 behind the name: how many days, and its tokens.
  private static func firstDays(
    _ tokens: [Token], behind index: Int, _ quantities: [Quantity], _ text: Bytes
  ) -> (count: Int, tokens: Range<Int>)? {
    let end = tokens[index].span.end
    guard index + 2 < tokens.count, text.has("前", at: end), tokens[index + 2].kind == .quantity,
      tokens[index + 2].span.start == end + 3
    else { return nil }
    let quantity = quantities[tokens[index + 2].index]
    guard quantity.unit.is("天") || quantity.unit.is("日"),
      let count = (1...7).first(where: { ExactDecimal($0) == quantity.value })
    else { return nil }
    return (count, index + 1..<index + 3)
  }
}
