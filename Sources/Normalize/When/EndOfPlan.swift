internal import Records

/// What was so at the end of a plan was so on the last day of its last year: “十五”期末，全县有医院12家.
///
/// Reads: a stretch of years with 期末 or 末期 right behind it or its closing quote.
/// Yields: the last day of the last year.
/// Refuses: stretches without such words, and years.
enum EndOfPlan {
  static func place(_ mention: PeriodMention, _ text: Bytes) -> Period? {
    guard mention.period.start.year < mention.period.end.year else { return nil }
    let end = mention.span.end
    let word = text.has("”", at: end) ? end + 3 : end
    guard text.has("期末", at: word) || text.has("末期", at: word),
      let day = Day(mention.period.end.year, 12, 31)
    else { return nil }
    return Period(day)
  }
}
