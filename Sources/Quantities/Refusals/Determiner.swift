import Records

/// Reads: a word that points out one of several before 一: 新一届, 上一轮, 这一项, 每一户, 另一个, 同一批.
/// Yields: whether such a word stands there; an article in 是一所, 成为一名; a name in 二期, 二次会议, 五道峡.
/// Refuses: nothing.
enum Determiner {
  /// Measure words that a numeral before them puts in an order.
  private static let ordered: [Unicode.Scalar] = ["期", "等", "线"]
  /// Measure words that 二 counts too.
  private static let counting: [Unicode.Scalar] = ["个", "人", "名", "位", "户", "家", "個", "只", "头", "条", "條"]

  /// 六股河, 五道峡 and 四门楼 are places; 三道河堤 are dykes.
  private static func namesPlace(_ text: Prose, _ draft: Draft, _ unit: UnitName) -> Bool {
    switch unit.single {
    case "股", "道": text.isAny("河沟峡岭梁湾坪坎", at: draft.end) && !text.isAny("堤坝沿渠", at: text.next(draft.end))
    case "门": text.isAny("楼峡山岭寨", at: draft.end)
    default: false
    }
  }

  static func stands(_ text: Prose, _ offset: Int, _ value: ExactDecimal, _ unit: UnitName) -> Bool {
    guard value.small == 1 else { return false }
    if unit.single == "年" { return text.isAny("的新上下这那每", before: offset) }
    return unit.kind == .count && text.isAny("新上下这這那每另某同唯任前后後首逐单是为為作如像进進", before: offset)
  }

  /// Whether 二 with a measure word names the second one: a count would say 两次, 两期.
  static func names(_ text: Prose, _ draft: Draft, _ unit: UnitName) -> Bool {
    guard unit.kind == .count else { return false }
    if namesPlace(text, draft, unit) { return true }
    if ordered.contains(unit.single) { return true }
    // 人大五次会议 is the fifth.
    if unit.single == "次", text.isAny("会全", at: draft.end), text.isAny("大会届委协", before: draft.start) {
      return true
    }
    return text.isAny("二", at: draft.numeral.start)
      && !counting.contains(unit.single)
  }
}
