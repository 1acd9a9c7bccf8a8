internal import Records
internal import Vocabulary

/// A mean yearly growth is that of all years between two levels: 由2016年的263亿元增加到2021年的425亿元，年均增长7.6%.
///
/// Reads: a change behind 年均, 年平均 or 平均每年, or any number behind 累计, in a sentence that speaks of one year, where its last level behind 由 was of an earlier one, or where
/// the sentences before speak of a stretch of years that ends with it.
/// Yields: the years behind the earlier one up to that year, or that stretch.
/// Refuses: other levels, clauses that name a time, and sentences that name the stretch themselves.
enum YearlyMean {
  static func period(
    _ known: PeriodTracker.Known?, of site: Site, _ reading: MeasureReading, around: Period?
  ) -> PeriodTracker.Known? {
    guard var known, known.period == Period(year: known.period.end.year),
      reading.rule == "ChangeWord" && site.left.contains(where: { isMean(site, $0) }) || isSum(site)
    else { return known }
    let year = known.period.end.year
    if let from = site.discourse.fromYear, from < year - 1, let period = Period(years: from + 1...year) {
      known.period = period
    } else if let around, around.start.year < around.end.year, around.end == known.period.end {
      known.period = around
    } else {
      return known
    }
    known.rules.append("YearlyMean")
    return known
  }

  /// 累计完成投资90亿元 behind levels of two years, with no time of its own.
  private static func isSum(_ site: Site) -> Bool {
    site.left.contains { site.text.has("累计", at: site.tokens[$0].span.start) }
      && !site.clause.contains { site.tokens[$0].kind == .period }
  }

  private static func isMean(_ site: Site, _ index: Int) -> Bool {
    let start = site.tokens[index].span.start
    return site.text.has("年均", at: start) || site.text.has("年平均", at: start)
      || site.text.has("平均每年", at: start)
  }
}
