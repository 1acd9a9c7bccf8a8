internal import Records

/// A year that is not over at publication cannot be counted at its end: 截至2019年, said in November 2019.
///
/// Reads: 截至 and a year whose last day lies behind the day of publication.
/// Yields: the year.
/// Refuses: years that are over, and documents without a day of publication.
enum UnfinishedYear {
  static func place(_ mention: PeriodMention, published: Day?) -> Period? {
    guard mention.rules.contains("AsOf"), let published, mention.period.start > published,
      mention.period.start.year == published.year, mention.period.start.month == 12
    else { return nil }
    return Period(year: published.year)
  }
}
