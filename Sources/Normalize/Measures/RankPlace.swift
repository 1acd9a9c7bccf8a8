internal import Records
internal import Vocabulary

/// A place in an order is a rank: 增速全省第六, 居全市第2位.
///
/// Reads: an ordinal (第六, 首位) right behind a word of order (位居, 名列, 排位从) or the name of the whole that is ordered (全省); one behind
/// 升至 and the like, right behind another (从第九位升至第五位).
/// Yields: measure `rank`; the subject stands before these words, 增速 and the like left off, or is carried.
/// Refuses: ordinals with a noun behind them (全国第二批旅游名县) and those without such words before them.
enum RankPlace: MeasureRule {
  static func read(_ site: Site) -> MeasureReading? {
    guard
      site.quantity.kind == .ordinal || site.quantity.unit.is("位")
        || site.text.has("第", at: site.quantity.span.start)
    else { return nil }
    if let next = site.right.first, site.tokens[next].kind.isNominal { return nil }
    var end = site.index
    var isOrdered = false
    while end > site.left.lowerBound {
      switch site.tokens[end - 1].kind {
      case .word(.rank), .word(.scope), .place: isOrdered = true
      case .word(.adverb), .word(.of), .word(.verb), .word(.from), .aside: break
      case .word(.reach) where isFromRank(site, end - 1): return risen(site)
      case .noun where site.isWord(end - 1, "在"): break
      case _ where GroupOfRank.isNamed(site.tokens[end - 1], site.text): break
      case .period where end - 2 >= site.left.lowerBound && site.tokens[end - 2].kind == .word(.from): break
      default:
        return isOrdered ? reading(site, end) : nil
      }
      end -= 1
    }
    return isOrdered ? reading(site, end) : nil
  }

  /// 从第九位升至第五位: the place in the order that was held before stands right before the verb.
  private static func isFromRank(_ site: Site, _ verb: Int) -> Bool {
    guard verb > site.clause.lowerBound, verb == site.left.lowerBound else { return false }
    let before = site.tokens[verb - 1]
    return before.kind == .quantity && site.text.has("第", at: before.span.start)
      && site.discourse.last?.measure == .rank
  }

  /// The new place in the order of what was said to have the old one.
  private static func risen(_ site: Site) -> MeasureReading {
    MeasureReading(
      rule: "RankPlace", measure: .rank, subject: site.left.lowerBound..<site.left.lowerBound)
  }

  private static func reading(_ site: Site, _ end: Int) -> MeasureReading {
    let end = end > site.left.lowerBound && site.tokens[end - 1].kind == .word(.rate) ? end - 1 : end
    return MeasureReading(rule: "RankPlace", measure: .rank, subject: site.left.lowerBound..<end)
  }
}
