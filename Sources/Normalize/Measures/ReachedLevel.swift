internal import Records
internal import Vocabulary

/// A number that no other rule of measure speaks of is a level: 森林覆盖率达到61.8%, 增加到1735个.
///
/// Reads: whatever stands before the number.
/// Yields: measure `level`, for points `change` (拉动经济增长0.4个百分点), for what a share reached `share`; the subject stands before the verb, or behind the number, or is carried.
/// Refuses: nothing; it is the last rule.
enum ReachedLevel: MeasureRule {
  static func read(_ site: Site) -> MeasureReading? {
    let measure: Measure = site.quantity.unit.is("百分点") ? .change : isShareReached(site) ? .share : .level
    return MeasureReading(rule: "ReachedLevel", measure: measure, subject: site.left)
  }

  /// 占比由28.1%提高到38.3%, 比重提高2个百分点，达到38.3%: nothing but the word of reaching stands before it.
  private static func isShareReached(_ site: Site) -> Bool {
    guard site.quantity.unit.is("%"), site.discourse.last?.isShare == true else { return false }
    return site.left.contains { site.tokens[$0].kind == .word(.reach) }
      && site.left.allSatisfy {
        [.word(.reach), .word(.adverb), .period, .word(.verb)].contains(site.tokens[$0].kind)
      }
  }
}
