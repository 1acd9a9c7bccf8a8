internal import Records
internal import Vocabulary

/// Points behind 拉动 are what a part adds to the growth of a whole: 第一产业增加值…，拉动经济增长0.4个百分点.
///
/// Reads: 拉动 or 下拉 before a number in points.
/// Yields: `change` of the part, which stands before the verb or was said last; negative behind 下拉.
/// Refuses: other units.
enum Contribution: MeasureRule {
  static func read(_ site: Site) -> MeasureReading? {
    guard site.quantity.unit.is("百分点"),
      let verb = site.left.last(where: { pulls(site, $0) || drags(site, $0) })
    else { return nil }
    return MeasureReading(
      rule: "Contribution", measure: .change, isFall: drags(site, verb), subject: site.left.lowerBound..<verb)
  }

  private static func pulls(_ site: Site, _ index: Int) -> Bool {
    site.text.has("拉动", at: site.tokens[index].span.start)
  }

  /// 下拉: what a part takes off the growth of the whole.
  private static func drags(_ site: Site, _ index: Int) -> Bool {
    site.text.has("下拉", at: site.tokens[index].span.start)
  }
}
