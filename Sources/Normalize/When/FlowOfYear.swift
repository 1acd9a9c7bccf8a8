internal import Records
internal import Vocabulary

/// What adds up over a year is not of its last day: 年末茶园面积4.7千公顷，茶叶产量3216吨.
///
/// Reads: the last day of a year that an earlier clause named, and a name that ends as those of flows do (产量, 收入, 出栏).
/// Yields: the year of that day.
/// Refuses: numbers whose own clause names the time (截至12月31日，完成投资3亿元), and names of stocks.
enum FlowOfYear {
  static func period(
    _ known: PeriodTracker.Known?, of label: String, _ site: Site, _ words: WordTable
  ) -> PeriodTracker.Known? {
    guard var known, known.period.start == known.period.end, known.period.end.month == 12,
      known.period.end.day == 31, known.basis != .published,
      !site.clause.contains(where: { site.tokens[$0].kind == .period }),
      words.endsName(.flow, of: label), let year = Period(year: known.period.end.year)
    else { return known }
    known.period = year
    known.rules.append("FlowOfYear")
    return known
  }
}
