internal import Records
internal import Vocabulary

/// What is so already is no plan, though it stands among plans: 去年达到500万吨，今年…; 现有贫困人口12万人; 森林覆盖率为38%，今年要提高到39%.
enum FactInPlan {
  /// Whether a number of a section of plans tells what is so.
  ///
  /// - Parameter known: the time that its sentence names or that reaches it.
  static func holds(_ site: Site, _ reading: MeasureReading, _ known: PeriodTracker.Known?, published: Day?)
    -> Bool
  {
    if site.discourse.isNow || isBase(site, reading) || isOutdone(site, reading) { return true }
    guard let published, let known, known.basis == .stated || known.basis == .relative else { return false }
    return known.period.end.year < published.year
  }

  /// 由28%提高到30%: where something starts from.
  static func isBase(_ site: Site, _ reading: MeasureReading) -> Bool {
    guard reading.measure == .level || reading.measure == .share, let next = site.right.first,
      site.tokens[next].kind == .word(.reach)
    else { return false }
    return site.left.contains { site.tokens[$0].kind == .word(.from) }
  }

  /// 森林覆盖率为38%，今年要提高到39%: the clause behind sets another value for the same thing.
  private static func isOutdone(_ site: Site, _ reading: MeasureReading) -> Bool {
    guard reading.measure == .level, site.right.isEmpty, site.index + 1 == site.clause.upperBound,
      !site.clause.contains(where: {
        site.tokens[$0].kind == .period || site.tokens[$0].kind == .word(.reach)
      })
    else { return false }
    var index = site.clause.upperBound
    guard index + 2 < site.tokens.count, site.tokens[index].kind == .comma,
      site.tokens[index + 1].kind == .period
    else { return false }
    index += 2
    while index < site.tokens.count, !site.tokens[index].kind.endsClause {
      switch site.tokens[index].kind {
      case .word(.reach): return true
      case .word(.target), .word(.intent), .word(.adverb): index += 1
      default: return false
      }
    }
    return false
  }
}
