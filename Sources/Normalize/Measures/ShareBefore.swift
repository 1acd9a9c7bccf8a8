internal import Records
internal import Vocabulary

/// A percentage in front of 的 or 用于 and a noun is a share for it: 45%的村民股份, 另有两成用于养老.
///
/// Reads: a percentage or fraction with 的 or 用于 and a noun right behind it and no noun before it in its clause.
/// Yields: measure `share` of the noun, or `change_rate` where the noun means a pace (8.5%的增速).
/// Refuses: percentages with a noun before them.
enum ShareBefore: MeasureRule {
  static func read(_ site: Site) -> MeasureReading? {
    guard site.isRatio, let next = site.right.first,
      site.tokens[next].kind == .word(.of) || site.isWord(next, "用于"),
      next + 1 < site.right.upperBound
    else { return nil }
    let isRate = site.tokens[next + 1].kind == .word(.rate)
    guard isRate || site.tokens[next + 1].kind.isNominal,
      !site.left.contains(where: { site.tokens[$0].kind.isNominal })
    else { return nil }
    return MeasureReading(
      rule: "ShareBefore", measure: isRate ? .changeRate : .share, subject: site.left)
  }
}
