internal import Records
internal import Vocabulary

/// A bound that stands alone before a number narrows the noun before: 百亩以上产业基地35个、千亩以上12个.
///
/// Reads: a subject that is a bound and nothing else, and the last statement of the sentence.
/// Yields: the bound and the noun: 千亩以上产业基地.
/// Refuses: bounds where neither a statement nor a topic stands before.
enum BoundOfNoun {
  static func complete(_ found: inout SubjectReading, _ site: Site, _ reading: MeasureReading) {
    guard found.subject.isCondition,
      let core = within(site) ?? lastWhole(site) ?? site.topic?.core,
      !core.isEmpty
    else { return }
    found.subject.label += core
    (found.subject.core, found.subject.stem, found.subject.isCondition) = (core, found.subject.label, false)
    if found.subject.breakdown.isEmpty { found.subject.breakdown = ["bound=" + found.subject.label] }
    found.rules.append("BoundOfNoun")
  }

  /// What was said last; an age is none of 男性 or 女性, but of what they are parts of.
  private static func lastWhole(_ site: Site) -> String? {
    guard let last = site.discourse.last?.subject else { return nil }
    let isAge = site.clause.contains {
      site.tokens[$0].kind == .condition && site.text.holds("岁", in: site.tokens[$0].span)
    }
    guard isAge, isOfSex(last.core) else { return last.core }
    return site.discourse.levels.first {
      $0.isPeople && !isOfSex($0.subject.core) && !$0.subject.label.holds("岁")
    }?
    .subject.core ?? last.core
  }

  private static func isOfSex(_ words: String) -> Bool {
    ["男性", "女性", "男性人口", "女性人口"].contains { words.ends(with: $0) }
  }

  /// 坡耕地中，25度以上的6.3万亩: a clause that ends with 中 names the whole.
  private static func within(_ site: Site) -> String? {
    guard let label = site.fresh?.label ?? site.topic?.label, label.ends(with: "中"),
      site.clause.lowerBound > 0
    else { return nil }
    return String(label.unicodeScalars.dropLast())
  }
}
