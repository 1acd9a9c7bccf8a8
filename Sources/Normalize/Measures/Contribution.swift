internal import Records
internal import Vocabulary

/// Points behind 拉动 are what a part adds to the growth of a whole: 第一产业增加值…，拉动经济增长0.4个百分点.
///
/// Reads: 拉动 before a number in points.
/// Yields: `change` of the part, which stands before 拉动 or was said last.
/// Refuses: other units.
enum Contribution: MeasureRule {
  static func read(_ site: Site) -> MeasureReading? {
    guard site.quantity.unit.is("百分点"),
      let verb = site.left.last(where: { site.text.has("拉动", at: site.tokens[$0].span.start) })
    else { return nil }
    return MeasureReading(rule: "Contribution", measure: .change, subject: site.left.lowerBound..<verb)
  }
}
