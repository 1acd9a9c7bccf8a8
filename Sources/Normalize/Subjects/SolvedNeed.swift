internal import Records
internal import Vocabulary

/// Behind 解决 and a number of people stands what they lacked: 解决了2.3万人的饮水安全问题.
///
/// Reads: 解决 before a number of people or households, and nouns behind it, perhaps behind 的.
/// Yields: those nouns.
/// Refuses: other verbs, behind which people are counted themselves.
enum SolvedNeed: SubjectRule {
  static func read(_ site: Site, _ reading: MeasureReading) -> SubjectReading? {
    guard reading.measure == .level, site.quantity.unit.isOne(of: ["人", "户", "口人"]),
      site.left.contains(where: { site.text.has("解决", at: site.tokens[$0].span.start) })
    else { return nil }
    var start = site.index + 1
    if start < site.right.upperBound, site.tokens[start].kind == .word(.of) { start += 1 }
    guard let run = site.run(at: start, to: site.right.upperBound) else { return nil }
    return SubjectReading("SolvedNeed", site.subject(run), behind: run)
  }
}
