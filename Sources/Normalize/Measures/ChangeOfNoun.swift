internal import Records
internal import Vocabulary

/// A number behind a word of growth or fall and the noun that grows or falls is a change: 减少贫困人口22万人.
///
/// Reads: 增加, 减少 and the like, then a noun, then the number; or the number, then the noun (减少15户贫困户).
/// Yields: `change`, negative behind a fall; the noun is the subject.
/// Refuses: a verb between the noun and the number (增加投入，建成5座: another predicate).
enum ChangeOfNoun: MeasureRule {
  static func read(_ site: Site) -> MeasureReading? {
    guard let word = site.last(in: site.left, where: { $0 == .word(.up) || $0 == .word(.down) })
    else { return nil }
    for index in word + 1..<site.index {
      let kind = site.tokens[index].kind
      guard kind.isNominal || kind.isJoint || kind == .word(.adverb) else { return nil }
    }
    return MeasureReading(
      rule: "ChangeOfNoun", measure: site.isRatio ? .changeRate : .change,
      isFall: site.tokens[word].kind == .word(.down), subject: word + 1..<site.index)
  }
}
