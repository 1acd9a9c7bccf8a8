internal import Records
internal import Vocabulary

/// A noun that measures something named elsewhere is completed by it: 果蔬播种面积11.6万亩，产量27万吨; 第一产业实现增加值62亿元.
///
/// Reads: 产量, 总投资, 在校学生 and the like standing alone; the noun before the verb of the same clause, else the last statement of the sentence.
/// Yields: 果蔬产量, 第一产业增加值, 普通小学在校生 behind 普通小学招生3.2万人; what an investment goes to stands behind it too (投资3亿元的污水处理厂).
/// Refuses: owners from another sentence, and those that want an owner themselves; for people and things of institutions, owners that are no institution.
enum RelationalNoun {
  static func complete(_ found: inout SubjectReading, _ site: Site, _ reading: MeasureReading) {
    switch found.subject.need {
    case .nothing: return
    case .owner:
      if let owner = ownerBehind(site, found.subject) {
        found.subject = found.subject.of(owner)
        break
      }
      guard let owner = ownerInClause(site, reading) ?? site.discourse.last?.subject ?? topic(site),
        owner.need == .nothing || owner.isOwned, !owner.label.holds("每"),
        site.discourse.last?.rule != "Distance"
      else { return }
      // 生产总值增长8%，完成投资30亿元: what grew is not what was invested in.
      if found.subject.label.ends(with: "投资"), let last = site.discourse.last, last.measure != .level,
        ownerInClause(site, reading) == nil
      {
        return
      }
      // 耕地1.1万亩，总户数5781户: land has no households.
      if site.quantity.unit.is("户") || site.quantity.unit.is("人"), site.discourse.last?.isCount == false,
        ownerInClause(site, reading) == nil
      {
        return
      }
      // 少数民族人口3.2万人，总面积210平方公里: nor have people land.
      if site.quantity.kind == .area, found.subject.label.ends(with: "总面积"),
        site.discourse.last?.isPeople == true, ownerInClause(site, reading) == nil
      {
        return
      }
      // 东西长64公里，南北宽58公里，总面积2000平方公里: nor has a width.
      if site.quantity.kind == .area, site.discourse.last?.kind == .length,
        ownerInClause(site, reading) == nil
      {
        return
      }
      // 户籍总人口7.3万人，总户数1.8万户: they are the place's.
      if site.quantity.unit.is("户"), found.subject.label.is("总户数"), ownerInClause(site, reading) == nil {
        return
      }
      // 20个镇、2个乡，总面积3127平方公里: it is the county's. 桥隧比82%，概算投资230亿元: a rate has no investment.
      if let last = site.discourse.last,
        last.isDivision || (last.kind == .share && site.quantity.kind == .money),
        last.measure == .level, ownerInClause(site, reading) == nil
      {
        return
      }
      found.subject = found.subject.of(owner)
    case .institution:
      guard let owner = site.discourse.last?.subject, owner.isInstitution || owner.isMember,
        !owner.label.holds("每"),
        // 新增养老床位320张，每千名老人拥有床位51张: all of them, and not those that were added.
        !site.left.contains(where: { site.tokens[$0].kind == .word(.each) })
      else { return }
      found.subject = found.subject.of(owner)
      found.subject.stem = owner.stem
      (found.subject.isInstitution, found.subject.isMember) = (owner.isInstitution, owner.isMember)
    }
    found.rules.append("RelationalNoun")
  }

  /// 通讯器材类增势良好，实现零售额4.6亿元: what an earlier clause of a sentence without a number spoke of.
  private static func topic(_ site: Site) -> Subject? {
    guard site.clause.lowerBound > 0, let topic = site.topic else { return nil }
    // 石煤资源丰富，储量3亿吨
    if topic.label.ends(with: "资源丰富"), topic.label.unicodeScalars.count > 4 {
      return Subject(String(topic.label.unicodeScalars.dropLast(4)))
    }
    guard topic.need == .nothing,
      (0..<site.clause.lowerBound).contains(where: { site.tokens[$0].kind == .word(.trend) })
    else { return nil }
    return topic
  }

  /// 投资3亿元的污水处理厂.
  private static func ownerBehind(_ site: Site, _ measure: Subject) -> Subject? {
    guard measure.label.ends(with: "投资"), site.index + 2 < site.clause.upperBound,
      site.tokens[site.index + 1].kind == .word(.of),
      let run = site.run(at: site.index + 2, to: site.right.upperBound)
    else { return nil }
    return site.subject(run)
  }

  private static func ownerInClause(_ site: Site, _ reading: MeasureReading) -> Subject? {
    guard
      let run = site.run(before: reading.subject.upperBound, from: reading.subject.lowerBound),
      run.lowerBound > reading.subject.lowerBound,
      let owner = site.run(before: run.lowerBound, from: reading.subject.lowerBound)
    else { return nil }
    return site.subject(owner)
  }
}
