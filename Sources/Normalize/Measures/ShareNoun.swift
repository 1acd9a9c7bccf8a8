internal import Records
internal import Vocabulary

/// A number behind a noun that means share is one: 民营经济比重达到47%, 占比41.6%.
///
/// Reads: 比重 or 份额 before the number, with nothing but the verb between.
/// Yields: measure `share`; the subject stands before the noun, or is carried.
/// Refuses: units that count no part; a noun between the two (比重较大的企业12家).
enum ShareNoun: MeasureRule {
  static func read(_ site: Site) -> MeasureReading? {
    guard site.isRatio else { return nil }
    guard let share = site.last(in: site.left, where: { $0 == .word(.share) }) else { return nil }
    for index in share + 1..<site.index where site.tokens[index].kind.isNominal { return nil }
    return MeasureReading(
      rule: "ShareNoun", measure: .share, subject: site.left.lowerBound..<share)
  }
}
