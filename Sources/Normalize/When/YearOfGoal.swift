internal import Records

/// What is aimed at in the first months of a year is aimed at for that year: 2022年…增长3%。发展预期目标为：生产总值增长5%, said in February 2023.
///
/// Reads: a goal without a time of its own in a document of January to April, where the text speaks of the year before.
/// Yields: the year of publication; a goal that would inherit a year two and more before publication has no time.
/// Refuses: goals whose sentence names a time, and other documents.
enum YearOfGoal {
  static func period(_ known: PeriodTracker.Known?, isTarget: Bool, published: Day?) -> PeriodTracker.Known? {
    guard isTarget, let known, known.basis == .inherited, let published else { return known }
    // 2016年养羊12只。…计划把规模扩大到2万只, said in 2020.
    if known.period.end.year + 1 < published.year { return nil }
    guard published.month <= 4,
      known.period == Period(year: published.year - 1), let year = Period(year: published.year)
    else { return known }
    return PeriodTracker.Known(period: year, basis: .published, rules: ["YearOfGoal"])
  }
}
