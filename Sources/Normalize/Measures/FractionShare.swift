internal import Records
internal import Vocabulary

/// A fraction or a number of tenths is a share: 三分之二用于设施管护, 八成以上农户.
///
/// Reads: a share without % or points, with no word of change before it.
/// Yields: measure `share`; the subject is looked for as that of a level.
/// Refuses: percentages, which may be levels (覆盖率98%).
enum FractionShare: MeasureRule {
  static func read(_ site: Site) -> MeasureReading? {
    guard site.quantity.kind == .share, site.quantity.unit.isEmpty || site.quantity.unit.is("成")
    else { return nil }
    return MeasureReading(rule: "FractionShare", measure: .share, subject: site.left)
  }
}
