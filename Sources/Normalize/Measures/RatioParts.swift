internal import Records
internal import Vocabulary

/// The parts of a ratio of three or more are shares of a whole: 三次产业比为3.9：59.5：36.6.
///
/// Reads: the parts as `Ratios` joined them.
/// Yields: measure `share`, each in percent.
/// Refuses: ratios of two (收入比2.6：1), which are levels.
enum RatioParts: MeasureRule {
  static func read(_ site: Site) -> MeasureReading? {
    guard site.quantity.kind == .ratio, site.quantity.unit.is("%") else { return nil }
    let end = site.last(in: site.left, where: { $0 == .word(.share) }) ?? site.left.upperBound
    return MeasureReading(rule: "RatioParts", measure: .share, subject: site.left.lowerBound..<end)
  }
}
