internal import Records
internal import Vocabulary

/// Money without a noun is for what 用于 says: 安排3000万元，用于支持企业技术改造.
///
/// Reads: an amount of money with no noun before it, and 用于 right behind it, perhaps behind a comma; or another verb right behind it (投入5亿元提升景区设施).
/// Yields: the words behind 用于, or that verb and the words behind it, up to the next mark.
/// Refuses: other units, and money whose noun stands before it.
enum PurposeBehind: SubjectRule {
  static func read(_ site: Site, _ reading: MeasureReading) -> SubjectReading? {
    guard reading.measure == .level, site.quantity.kind == .money,
      !site.left.contains(where: { site.tokens[$0].kind.isNominal && site.tokens[$0].kind != .word(.act) })
    else { return nil }
    var index = site.index + 1
    if index < site.tokens.count, site.tokens[index].kind == .comma { index += 1 }
    while index < site.tokens.count, site.tokens[index].kind == .word(.adverb) { index += 1 }
    guard index + 1 < site.tokens.count else { return nil }
    let isVerb = index == site.index + 1 && [.word(.verb), .word(.verbal)].contains(site.tokens[index].kind)
    if isVerb, !site.isWord(index, "用于") { index -= 1 } else if !site.isWord(index, "用于") { return nil }
    var end = index + 1
    while end < site.tokens.count, !site.tokens[end].kind.endsClause, site.tokens[end].kind != .quantity {
      end += 1
    }
    guard end > index + 1 else { return nil }
    let words = ByteSpan(site.tokens[index + 1].span.start, site.tokens[end - 1].span.end)
    return SubjectReading("PurposeBehind", Subject(site.text.string(words)))
  }
}
