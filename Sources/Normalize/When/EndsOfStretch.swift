internal import Records
internal import Vocabulary

/// In a stretch of years a level is that of one end: 五年来，经济总量由64亿元增加到83亿元; so are those of 与2010年相比，由6.9%降至5.1%.
///
/// Reads: a level behind 由 or behind 增加到, 达到 and the like, where the time spans several years; one behind 由 where another time is
/// compared with; one behind 由 in a sentence that has dated another such (甲由2010年的60亿元增加到2015年的90亿元，乙由20亿元增加到30亿元).
/// Yields: the year before the stretch or the time compared with for what stands behind 由, the last year for what was reached.
/// Refuses: sums over the stretch (累计达到263亿元), changes, and levels behind other words. A level behind 由 that nothing dates has no
/// time: it is not of the time that its sentence speaks of.
enum EndsOfStretch {
  static func period(
    of site: Site, _ reading: MeasureReading, in known: PeriodTracker.Known?, compared: Period?
  ) -> PeriodTracker.Known? {
    let isAmount = reading.measure == .level || reading.rule == "RatioParts"
    if let compared, isAmount, isFrom(site), isOpen(site) {
      return PeriodTracker.Known(
        period: compared, basis: .stated, rules: ["ComparedTime", "EndsOfStretch"])
    }
    guard var known, isAmount || reading.measure == .rank else { return known }
    let isStretch = known.period.start.year < known.period.end.year
    if isFrom(site) {
      guard isStretch else { return isOpen(site) ? likeTheFirst(site, in: known.period) : known }
      if isSum(site) { return known }
      // 2016—2021年，由…: the first year itself is named; 五年来，由…: it began at the end of the year before.
      let isNamed = known.rules.contains("PeriodRange")
      known.period = Period(year: known.period.start.year - (isNamed ? 0 : 1)) ?? known.period
      known.rules.append("EndsOfStretch")
    } else if isStretch, isReached(site), !isSum(site) {
      known.period = Period(year: known.period.end.year) ?? known.period
      known.rules.append("EndsOfStretch")
    }
    return known
  }

  /// The year of the level behind the 由 before, in a sentence that goes on in the manner of its first clause.
  private static func likeTheFirst(_ site: Site, in period: Period) -> PeriodTracker.Known? {
    guard let year = site.discourse.fromYear, year < period.end.year, let first = Period(year: year)
    else { return nil }
    return PeriodTracker.Known(period: first, basis: .inherited, rules: ["EndsOfStretch"])
  }

  /// 达到, 分别达到.
  private static func isReached(_ site: Site) -> Bool {
    site.left.contains { index in
      site.tokens[index].kind == .word(.reach)
        || (site.tokens[index].kind == .word(.respectively)
          && site.text.has("分别达", at: site.tokens[index].span.start))
    }
  }

  /// 累计完成: the figure is that of all years.
  private static func isSum(_ site: Site) -> Bool {
    site.clause.contains { site.text.has("累计", at: site.tokens[$0].span.start) }
  }

  /// Whether no time stands before the number.
  private static func isOpen(_ site: Site) -> Bool {
    !site.left.contains { site.tokens[$0].kind == .period }
  }

  private static func isFrom(_ site: Site) -> Bool {
    guard let from = site.first(in: site.left, where: { $0 == .word(.from) }) else { return false }
    // 从省外引水3亿立方米: where something comes from; no other number follows.
    return !site.text.has("从", at: site.tokens[from].span.start)
      || site.right.upperBound < site.clause.upperBound
  }
}
