internal import Records
internal import Vocabulary

/// Years joined by 、 at the head of a sentence are dealt out to numbers joined the same way: 2015年、2016年，人均纯收入分别达到4100元、4700元.
///
/// Reads: as many whole years one after another, among the first words of the sentence, as the group behind 分别 has numbers.
/// Yields: a year for each number.
/// Refuses: groups without 分别, and those of another length.
enum YearsDealt {
  static func read(_ site: Site, count: Int, _ periods: [PeriodMention]) -> [Int]? {
    guard count > 1,
      site.clause.contains(where: { $0 < site.index && site.tokens[$0].kind == .word(.respectively) })
    else { return nil }
    var years: [Int] = []
    for index in 0..<min(site.clause.lowerBound, 4 + 2 * count) {
      switch site.tokens[index].kind {
      case .period:
        let period = periods[site.tokens[index].index].period
        guard period == Period(year: period.end.year) else { return nil }
        years.append(site.tokens[index].index)
      case .pause, .word(.joint): continue
      default:
        if years.count > 1 { return years.count == count ? years : nil }
        years.removeAll()
      }
    }
    return years.count == count ? years : nil
  }
}
