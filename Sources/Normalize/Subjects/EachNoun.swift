internal import Records
internal import Vocabulary

/// 每 and a base before the noun make it a rate: 平均每栋鸡舍净收入达7200元.
///
/// Reads: 每栋, 每人 somewhere before the noun in the same clause.
/// Yields: the base put before the noun.
/// Refuses: nouns behind the number.
enum EachNoun {
  static func complete(_ found: inout SubjectReading, _ site: Site, _ reading: MeasureReading) {
    guard found.rules[0] == "NounBefore",
      let each = site.last(in: reading.subject, where: { $0 == .word(.each) })
    else { return }
    // 每10万人: 每 and its number are two.
    let isSplit =
      each > 0 && site.isWord(each - 1, "每") && site.tokens[each - 1].span.end == site.tokens[each].span.start
    // 每千人口拥有床位: the noun right behind 每 is the base.
    var end = each
    while site.isWord(each, "每"), end + 1 < site.index, site.tokens[end + 1].kind.isNominal,
      site.tokens[end + 1].span.start == site.tokens[end].span.end,
      !found.subject.label.holds(site.text.string(site.tokens[end + 1].span))
    { end += 1 }
    let base = ByteSpan(
      site.tokens[isSplit ? each - 1 : each].span.start, site.tokens[end].span.end)
    found.subject.label = site.text.string(base) + found.subject.label
    found.rules.append("EachNoun")
  }
}
