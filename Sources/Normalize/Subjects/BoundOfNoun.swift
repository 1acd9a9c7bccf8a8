internal import Records
internal import Vocabulary

/// A bound that stands alone before a number narrows the noun before: 百亩以上产业基地35个、千亩以上12个.
///
/// Reads: a subject that is a bound and nothing else, and the last statement of the sentence.
/// Yields: the bound and the noun: 千亩以上产业基地.
/// Refuses: bounds where nothing was said in the sentence.
enum BoundOfNoun {
  static func complete(_ found: inout SubjectReading, _ site: Site, _ reading: MeasureReading) {
    guard found.subject.isCondition, let last = site.discourse.last, !last.subject.core.isEmpty else {
      return
    }
    let core = last.subject.core
    found.subject.label += core
    (found.subject.core, found.subject.stem, found.subject.isCondition) = (core, found.subject.label, false)
    if found.subject.breakdown.isEmpty { found.subject.breakdown = ["bound=" + found.subject.label] }
    found.rules.append("BoundOfNoun")
  }
}
