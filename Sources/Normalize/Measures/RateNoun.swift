internal import Records
internal import Vocabulary

/// A percentage behind a noun that means the pace of a change is one: 增速8.5%, 提标增幅17%.
///
/// Reads: 增速, 涨幅, 降幅 before a percentage with nothing but a verb between.
/// Yields: `change_rate`, negative behind 降幅; the subject stands before the noun, or is carried.
/// Refuses: amounts and points, which say how the pace itself changed (ChangeWord).
enum RateNoun: MeasureRule {
  static func read(_ site: Site) -> MeasureReading? {
    guard site.isRatio else { return nil }
    guard let noun = site.last(in: site.left, where: { $0 == .word(.rate) }) else { return nil }
    for index in noun + 1..<site.index where site.tokens[index].kind.isNominal { return nil }
    let span = site.tokens[noun].span
    let isFall = ["降幅", "跌幅", "减幅"].contains(site.text.string(span))
    return MeasureReading(
      rule: "RateNoun", measure: .changeRate, isFall: isFall, subject: site.left.lowerBound..<noun)
  }
}
