internal import Records
internal import Vocabulary

/// A rate alone in brackets is that of the time or place before them, which what was said is compared with: 增长8.6%，较一季度（-10.8%）回升19.4个百分点;
/// 比全省（7.4%）和全国（6.3%）高.
///
/// Reads: a number in the unit of the last statement, alone in brackets, with a time, 全省 or a place before them and a word of comparison before that.
/// Yields: the measure of the last statement, about the same thing, at that time or place.
/// Refuses: brackets behind anything else, and other units.
enum ComparedInBrackets: MeasureRule {
  static func read(_ site: Site) -> MeasureReading? {
    guard site.clause.count == 1, site.clause.lowerBound > 1,
      site.tokens[site.clause.lowerBound - 1].kind == .open,
      site.clause.upperBound < site.tokens.count, site.tokens[site.clause.upperBound].kind == .close,
      let last = site.discourse.last, last.unit.isSame(site.quantity.unit), isCompared(site)
    else { return nil }
    return MeasureReading(
      rule: "ComparedInBrackets", measure: last.measure,
      subject: site.clause.lowerBound..<site.clause.lowerBound,
      isAboutBefore: true)
  }

  /// The token that says with what: the one before the bracket.
  static func with(_ site: Site) -> Int { site.clause.lowerBound - 2 }

  private static func isCompared(_ site: Site) -> Bool {
    var index = with(site)
    guard [.period, .place, .word(.scope)].contains(site.tokens[index].kind) else { return false }
    // At most two or three wholes are told before it.
    let limit = max(0, index - 16)
    while index >= limit, site.tokens[index].kind != .comma, site.tokens[index].kind != .semicolon {
      switch site.tokens[index].kind {
      case .word(.than), .word(.compare), .word(.above), .word(.below): return true
      default: index -= 1
      }
    }
    return false
  }
}
