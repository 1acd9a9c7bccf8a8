internal import Records
internal import Vocabulary

/// Money without a noun is for what 用于 says: 安排3000万元，用于支持企业技术改造.
///
/// Reads: an amount of money with no noun before it but who pays (县财政), and 作为 or 用于 right behind it, perhaps behind a comma; or another verb right behind it (投入5亿元提升景区设施).
/// Yields: the words behind 用于, or that verb and the words behind it, up to the next mark.
/// Refuses: other units, and money whose noun stands before it.
enum PurposeBehind: SubjectRule {
  static func read(_ site: Site, _ reading: MeasureReading) -> SubjectReading? {
    guard reading.measure == .level, site.quantity.kind == .money,
      !site.left.contains(where: { isNoun(site, $0) })
    else { return nil }
    var index = site.index + 1
    if index < site.tokens.count, site.tokens[index].kind == .comma { index += 1 }
    while index < site.tokens.count, site.tokens[index].kind == .word(.adverb) { index += 1 }
    guard index + 1 < site.tokens.count else { return nil }
    let isVerb = index == site.index + 1 && [.word(.verb), .word(.verbal)].contains(site.tokens[index].kind)
    let isNamed = site.isWord(index, "用于") || (isVerb && site.isWord(index, "作为"))
    if isVerb, !isNamed {
      index -= 1
    } else if site.isWord(index, "作为") {
      return made(site, from: index + 1)
    } else if !site.isWord(index, "用于") {
      return nil
    }
    var end = index + 1
    while end < site.tokens.count, !site.tokens[end].kind.endsClause, site.tokens[end].kind != .quantity {
      end += 1
    }
    guard end > index + 1, isNamed || !hasPayer(site) else { return nil }
    let words = ByteSpan(site.tokens[index + 1].span.start, site.tokens[end - 1].span.end)
    return SubjectReading("PurposeBehind", Subject(site.text.string(words)))
  }

  /// 安排1200万元作为风险补偿金: what the money becomes.
  private static func made(_ site: Site, from start: Int) -> SubjectReading? {
    site.run(at: start, to: site.right.upperBound).map {
      SubjectReading("PurposeBehind", site.subject($0), behind: $0)
    }
  }

  /// Whether a token before the money names something, and not who pays it.
  private static func isNoun(_ site: Site, _ index: Int) -> Bool {
    site.tokens[index].kind.isNominal && site.tokens[index].kind != .word(.act) && !isPayer(site, index)
  }

  private static func hasPayer(_ site: Site) -> Bool { site.left.contains { isPayer(site, $0) } }

  /// 县财政, 市财政局: who pays.
  private static func isPayer(_ site: Site, _ index: Int) -> Bool {
    let end = site.tokens[index].span.end
    return ["财政", "财政局", "财政厅", "财政部"].contains { (word: StaticString) in site.text.has(word, endingAt: end) }
  }
}
