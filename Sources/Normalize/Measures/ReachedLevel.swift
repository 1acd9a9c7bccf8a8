internal import Records
internal import Vocabulary

/// A number that no other rule of measure speaks of is a level: 森林覆盖率达到61.8%, 增加到1735个.
///
/// Reads: whatever stands before the number.
/// Yields: measure `level`, for points `change` (拉动经济增长0.4个百分点); the subject stands before the verb, or behind the number, or is carried.
/// Refuses: nothing; it is the last rule.
enum ReachedLevel: MeasureRule {
  static func read(_ site: Site) -> MeasureReading? {
    MeasureReading(
      rule: "ReachedLevel", measure: site.quantity.unit == "百分点" ? .change : .level, subject: site.left)
  }
}
