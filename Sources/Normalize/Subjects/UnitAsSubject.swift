internal import Records
internal import Vocabulary

/// Where no noun says what is counted, people and households say it themselves: 全镇共有5208户、16740人.
///
/// Reads: 人, 口 or 户 behind 全镇, 共有, 辖 and the like, or joined to such a number.
/// Yields: 人口 or 户数; behind 以汉族为主，达 those who are most of them, and behind the classes of a school its 学生; where a statement about another unit went before, its part of that (回族户912户，3305口人).
/// Refuses: other units, and measures other than a level.
enum UnitAsSubject: SubjectRule {
  static func read(_ site: Site, _ reading: MeasureReading) -> SubjectReading? {
    guard reading.measure == .level, let noun = noun(of: site.quantity.unit) else { return nil }
    let hasReach = site.first(in: site.left, where: { $0 == .word(.reach) }) != nil
    if hasReach { return nil }
    guard let last = site.discourse.last else {
      // 以汉族为主，达2.9万人
      if let fresh = site.fresh,
        site.left.contains(where: { site.text.has("达", at: site.tokens[$0].span.start) })
      {
        return SubjectReading("UnitAsSubject", fresh)
      }
      return SubjectReading("UnitAsSubject", Subject(noun))
    }
    if last.unit.isSame(site.quantity.unit) { return nil }
    if last.rule == "UnitAsSubject", !last.subject.label.holds("：") {
      return SubjectReading("UnitAsSubject", Subject(noun))
    }
    // 高中19个班1465人: those who sit in the classes.
    if last.subject.label.ends(with: "班"), !last.subject.stem.isEmpty,
      last.subject.stem != last.subject.label,
      ["小学", "初中", "高中", "中学", "学校", "幼儿园", "中职", "职高"].contains(where: { last.subject.stem.ends(with: $0) }),
      site.quantity.unit.is("人")
    {
      return SubjectReading("UnitAsSubject", Subject(last.subject.stem + "学生", stem: last.subject.stem))
    }
    let isJoined = site.left.isEmpty || site.tokens[site.left.lowerBound].kind == .pause
    if isJoined, site.left.lowerBound > site.clause.lowerBound { return nil }
    if site.first(in: site.left, where: { $0 == .word(.scope) }) != nil {
      return SubjectReading("UnitAsSubject", Subject(noun))
    }
    // 71个村民小组，2896户: they are the town's, not the groups'.
    if last.isDivision { return SubjectReading("UnitAsSubject", Subject(noun)) }
    return SubjectReading("UnitAsSubject", Subject(noun).part(of: last.subject))
  }

  private static func noun(of unit: String) -> String? {
    if unit.isOne(of: ["人", "口", "口人"]) { return "人口" }
    if unit.is("户") { return "户数" }
    return unit.isOne(of: ["镇", "乡", "街道"]) ? unit : nil
  }
}
