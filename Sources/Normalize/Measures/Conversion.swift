internal import Records
internal import Vocabulary

/// A number alone in brackets says the one before them in another unit: 27692千公顷（41538万亩）.
///
/// Reads: an area, mass, length, volume, yield or sum of money with nothing but 约, 合 and the like beside it in brackets, right behind a number of the same sort in another unit.
/// Yields: the measure of that number, and its subject.
/// Refuses: numbers in the same unit, and brackets that name something (其中水田2万亩).
enum Conversion: MeasureRule {
  static func read(_ site: Site) -> MeasureReading? {
    guard site.clause.lowerBound > 1, site.tokens[site.clause.lowerBound - 1].kind == .open,
      site.tokens[site.clause.lowerBound - 2].kind == .quantity, site.right.isEmpty,
      site.right.upperBound == site.clause.upperBound,
      site.left.allSatisfy({ [.word(.about), .word(.adverb), .word(.verb)].contains(site.tokens[$0].kind) }),
      let last = site.discourse.last, isConvertible(last, site.quantity)
    else { return nil }
    return MeasureReading(
      rule: "Conversion", measure: last.measure, isFall: last.isFall, subject: site.left, isAboutBefore: true)
  }

  private static func isConvertible(_ said: Discourse.Said, _ quantity: Quantity) -> Bool {
    guard said.unit != quantity.unit else { return false }
    if said.unit.holds("/") || quantity.unit.holds("/") {
      return said.unit.holds("/") && quantity.unit.holds("/")
    }
    return said.kind == quantity.kind && [.area, .mass, .length, .volume, .money].contains(quantity.kind)
  }
}
