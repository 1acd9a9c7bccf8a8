internal import Records
internal import Vocabulary

/// Times joined by 、 before a group of numbers are dealt out to them: 2015年、2016年，人均纯收入分别达到4100元、4700元; 2020年、2021年全县生产总值分别为….
///
/// Reads: as many times one after another as the group behind 分别 has numbers: whole years among the first words of the sentence, and years or
/// parts of years in the clause of the numbers.
/// Yields: a time for each number.
/// Refuses: groups without 分别, those of another length, and times that are compared with.
enum YearsDealt {
  static func read(_ site: Site, count: Int, _ periods: [PeriodMention]) -> [Int]? {
    guard count > 1,
      site.clause.contains(where: { $0 < site.index && site.tokens[$0].kind == .word(.respectively) })
    else { return nil }
    let opening = 0..<min(site.clause.lowerBound, 4 + 2 * count)
    return run(of: count, in: opening, site) {
      periods[$0].period == Period(year: periods[$0].period.end.year)
    }
      ?? run(of: count, in: site.clause.lowerBound..<site.index, site) {
        periods[$0].period.start < periods[$0].period.end
      }
  }

  /// The first run of joined times that is of that length; all of them pass `test`.
  private static func run(of count: Int, in range: Range<Int>, _ site: Site, where test: (Int) -> Bool)
    -> [Int]?
  {
    var times: [Int] = []
    for index in range {
      switch site.tokens[index].kind {
      case .period:
        let isCompared =
          times.isEmpty && index > range.lowerBound
          && [.word(.than), .word(.compare), .word(.from)].contains(site.tokens[index - 1].kind)
        guard test(site.tokens[index].index), !isCompared else { return nil }
        times.append(site.tokens[index].index)
      case .pause, .word(.joint): continue
      default:
        if times.count > 1 { return times.count == count ? times : nil }
        times.removeAll()
      }
    }
    return times.count == count ? times : nil
  }
}
