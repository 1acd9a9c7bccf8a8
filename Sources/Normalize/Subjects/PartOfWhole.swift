internal import Records
internal import Vocabulary

/// Behind 其中 a noun names a part of what was said: 在校学生15230人，其中幼儿3120人.
///
/// Reads: 其中 or 在…中 before, in the same sentence or right at the end of the one before, and a level in the unit of the whole, or a change.
/// Yields: the whole and the part: 在校学生：幼儿.
/// Refuses: parts that are more than what the others leave of the whole; parts whose name ends as that of the whole does (财政收入…，其中税收收入…) and those in another unit: they stand alone.
enum PartOfWhole {
  static func complete(_ found: inout SubjectReading, _ site: Site, _ reading: MeasureReading) {
    guard let whole = whole(found, site, reading), found.rules[0] != "CarriedSubject" else { return }
    let isLike =
      reading.measure == .level
      ? whole.unit.isSame(site.quantity.unit) && whole.measure != .changeRate && whole.measure != .change
      : whole.measure == reading.measure && site.discourse.mayPartsChange
    guard isLike, let tail = whole.subject.label.unicodeScalars.last,
      found.subject.label.unicodeScalars.last != tail || isPopulation(found, whole),
      !found.subject.label.begins(with: whole.subject.label), !isRate(found, whole)
    else { return }
    found.subject = found.subject.part(of: whole.subject)
    found.rules.append("PartOfWhole")
  }

  /// What was said last before 其中. Of who makes it (产量947万吨，下降5%；其中，县属企业完成711万吨) it is the level that was said before
  /// its change.
  private static func whole(
    _ found: SubjectReading, _ site: Site, _ reading: MeasureReading
  ) -> Discourse.Said? {
    guard let said = site.discourse.whole, reading.measure == .level, said.measure != .level,
      makers.contains(where: { found.subject.label.ends(with: $0) })
    else { return site.discourse.whole }
    return site.discourse.levels.last {
      $0.subject == said.subject && $0.unit.isSame(site.quantity.unit)
    } ?? said
  }

  private static let makers = ["企业", "单位", "部门", "农场", "公司", "集团", "园区", "矿"]

  /// 人均耕地 is no part of 耕地, nor 公路密度 of 公路.
  private static func isRate(_ found: SubjectReading, _ whole: Discourse.Said) -> Bool {
    ["人均", "户均", "亩均", "密度"].contains {
      found.subject.label.holds($0) && !whole.subject.label.holds($0)
    }
  }

  /// 城镇人口 is one thing of 户籍人口 and another of 常住人口.
  private static func isPopulation(_ found: SubjectReading, _ whole: Discourse.Said) -> Bool {
    let label = found.subject.label
    guard label.ends(with: "人口") else { return false }
    return ["户籍", "常住"].contains { whole.subject.label.contains($0) && !label.contains($0) }
  }
}
