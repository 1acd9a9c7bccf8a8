internal import Records
internal import Vocabulary

/// A place in an order is a rank: 增速全省第六, 居全市第2位.
///
/// Reads: an ordinal (第六, 首位) right behind a word of order (位居, 名列) or the name of the whole that is ordered (全省).
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
      case .word(.adverb), .word(.of), .word(.verb): break
      default:
        return isOrdered ? reading(site, end) : nil
      }
      end -= 1
    }
    return isOrdered ? reading(site, end) : nil
  }

  private static func reading(_ site: Site, _ end: Int) -> MeasureReading {
    let end = end > site.left.lowerBound && site.tokens[end - 1].kind == .word(.rate) ? end - 1 : end
    return MeasureReading(rule: "RankPlace", measure: .rank, subject: site.left.lowerBound..<end)
  }
}
