internal import Records
internal import Vocabulary

/// A deed before the first of a list holds for all: 新增移动基站230个、宽带村240个; 出栏生猪85.6万头、家禽1260万羽.
///
/// Reads: a noun behind 、 and the last statement, whose subject begins with a deed.
/// Yields: the deed and the noun: 新增宽带村, 出栏家禽.
/// Refuses: nouns that begin with a deed of their own, and numbers behind another mark.
enum SharedDeed {
  static func complete(_ found: inout SubjectReading, _ site: Site, _ reading: MeasureReading) {
    guard found.rules[0] == "NounBefore", found.subject.deed == nil, let last = site.discourse.last,
      let deed = last.subject.deed, let first = site.left.first, site.tokens[first].kind == .pause,
      first > site.clause.lowerBound, !found.subject.isDeed, !found.subject.label.begins(with: deed)
    else { return }
    found.subject.label = deed + found.subject.label
    found.subject.deed = deed
    found.rules.append("SharedDeed")
  }
}
