internal import Records
internal import Vocabulary

/// 期末 and 期初 behind the name of a five-year plan are its ends: “十五”期末，全县有学校149所; 比“十五”期末降低15%.
///
/// Reads: a time of several years that is that of a numbered plan, and 期末, 末期, 期初 or 初期 right behind it.
/// Yields: for 期末 the last day of its last year; for 期初 the last day of the year before its first, which it is measured from.
/// Refuses: 期间, and stretches that are written with their years.
enum EndOfPlan {
  static func join(_ tokens: inout [Token], _ periods: inout [PeriodMention], _ text: Bytes) {
    var index = 0
    while index + 1 < tokens.count {
      defer { index += 1 }
      guard tokens[index].kind == .period, periods[tokens[index].index].rules.contains("PlanPeriod"),
        tokens[index + 1].kind == .noun, tokens[index + 1].span.start == tokens[index].span.end
      else { continue }
      let (noun, end) = (tokens[index + 1].span.start, tokens[index + 1].span.end)
      let start = text.has("”", at: noun) ? noun + 3 : noun
      let isLast = text.has("期末", at: start) || text.has("末期", at: start)
      guard isLast || text.has("期初", at: start) || text.has("初期", at: start) else { continue }
      let mention = periods[tokens[index].index]
      let year = isLast ? mention.period.end.year : mention.period.start.year - 1
      guard mention.period.start.year < mention.period.end.year, let day = Day(year, 12, 31) else { continue }
      let span = ByteSpan(tokens[index].span.start, start + 6)
      tokens[index] = Token(kind: .period, span: span, index: periods.count)
      periods.append(
        PeriodMention(
          span: span, period: Period(day), basis: .stated, rules: mention.rules + ["EndOfPlan"]))
      if end > span.end {
        tokens[index + 1].span = ByteSpan(span.end, end)
      } else {
        tokens.remove(at: index + 1)
      }
    }
  }
}
