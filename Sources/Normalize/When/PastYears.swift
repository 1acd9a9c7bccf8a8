internal import Records

/// 过去一年, said in the first months of a year, is the year before and not the last twelve months: 过去五年, 过去的一年.
///
/// Reads: years that roll back from the day of publication, behind 过去, where that lies in January to April.
/// Yields: as many whole years up to the one before.
/// Refuses: 近一年 and the like, and documents of the rest of the year.
enum PastYears {
  static func place(_ mention: PeriodMention, published: Day?, _ text: Bytes) -> Period? {
    guard let published, published.month <= 4, text.has("过去", at: mention.span.start),
      mention.period.end.year == published.year, mention.period.start.year < published.year
    else { return nil }
    let first = mention.period.start.year
    return Period(years: first...published.year - 1)
  }
}
