import Records

/// Reads: what a number has beside it.
/// Yields: whether that is enough for a quantity.
/// Refuses: a lone Chinese digit without a unit (but for one that stands alone or behind 是 and 为), 十
/// to 九十 in the middle of words, digits in a row, 百 千 万 without a mark.
enum Evidence {
  static func suffices(_ text: Prose, _ draft: Draft, _ context: Scanner.Context) -> Bool {
    if draft.isComplete || draft.kind == .money { return draft.style != .bare || draft.isComplete || isMarked(draft) }
    switch draft.style {
    case .bare: return isMarked(draft) && (draft.unit != nil || draft.surplus != nil || draft.mark != nil)
    case .arabic:
      if draft.unit != nil || isMarked(draft) || draft.kind == .ratio { return true }
      return !(joinsWord(text, draft.end) || isSerial(text, draft) || isLabel(text, draft))
    case .digits: return draft.unit == nil ? standsAlone(text, draft) : draft.unit?.kind == .share
    case .chinese:
      if draft.unit == nil, text.isAny("月初", before: draft.start) { return false }
      if draft.glyphs == 1, draft.value == .zero, let unit = draft.unit, !zeroCounts(unit) { return false }
      if draft.glyphs == 1, let unit = draft.unit {
        if Determiner.stands(text, draft.numeral.start, draft.value, unit) || Determiner.names(text, draft, unit) { return false }
      }
      if draft.unit != nil { return draft.glyphs > 1 || isMarked(draft) || !WordBoundary.isCut(text, draft) }
      if draft.high != nil, draft.glyphs <= 2 { return false }
      return draft.glyphs > 2 || isMarked(draft) || draft.value >= ExactDecimal(100)
        || (draft.glyphs == 2 && text.isClauseEnd(draft.end)) || standsAlone(text, draft)
    }
  }

  private static func isMarked(_ draft: Draft) -> Bool { draft.mark != nil || draft.surplus != nil }

  /// A number that is all of a line, a cell or a quotation, or all that 是 and 为 say.
  private static func standsAlone(_ text: Prose, _ draft: Draft) -> Bool {
    if text.isCellStart(draft.start), text.isCellEnd(draft.end) { return true }
    if text.glyph(before: draft.start) == .openQuote, text.glyph(at: draft.end) == .closeQuote { return true }
    guard text.isAny("是为於于等", before: draft.start) else { return false }
    return text.isClauseEnd(draft.end) || text.isAny("而却那这", at: draft.end)
  }

  /// 01 and 02 number things.
  private static func isSerial(_ text: Prose, _ draft: Draft) -> Bool {
    draft.value.exponent == 0 && text.glyph(at: draft.numeral.start).arabicDigit == 0 && text.glyph(at: text.next(draft.numeral.start)).arabicDigit != nil
  }

  /// A number that names something in prose: GB/T 2260, 工业4.0, 119, 12345热线. In a cell it is a value.
  private static func isLabel(_ text: Prose, _ draft: Draft) -> Bool {
    let (start, end) = (draft.start, draft.end)
    if text.isCellStart(start), text.isCellEnd(end) { return false }
    if text.isLatin(before: text.skippingSpaces(before: start)) { return true }
    if text.end(ofAny: ["政务", "热线", "服务热线", "平台热线", "举报", "报警", "急救"], at: end) != nil { return true }
    if draft.value.exponent == -1, draft.value.significand % 10 == 0, draft.value < ExactDecimal(10) { return true }
    return draft.value.exponent == 0 && hotlines.contains(Int(truncatingIfNeeded: draft.value.significand))
  }

  private static let hotlines: Set<Int> = [
    110, 112, 114, 119, 120, 122, 12306, 12309, 12315, 12318, 12319, 12320, 12329, 12333, 12345, 12348, 12358,
    12366, 12369, 12371, 12377, 12380, 12388, 12389,
  ]

  /// 零 before a measure word is mostly a word: 零头, 零部件.
  private static func zeroCounts(_ unit: UnitReading) -> Bool {
    unit.kind != .count || ["个", "人", "例", "起"].contains(unit.surface)
  }

  /// Whether a Latin letter or an underline runs on from the number.
  private static func joinsWord(_ text: Prose, _ end: Int) -> Bool {
    (text.isLatin(at: end) && text.glyph(before: end).power == nil) || text.isAny("_@#", at: end)
  }
}

/// Reads: a word that points out one of several before 一: 新一届, 上一轮, 这一项, 每一户, 另一个, 同一批.
/// Yields: whether such a word stands there; an article in 是一所, 成为一名; a name in 二期, 二次会议.
/// Refuses: nothing.
enum Determiner {
  static func stands(_ text: Prose, _ offset: Int, _ value: ExactDecimal, _ unit: UnitReading) -> Bool {
    guard value == ExactDecimal(1) else { return false }
    if unit.surface == "年" { return text.isAny("的新上下这那每", before: offset) }
    return unit.kind == .count && text.isAny("新上下这這那每另某同唯任前后後首逐单是为為作如像进進", before: offset)
  }

  /// Whether 二 with a measure word names the second one: a count would say 两次, 两期.
  static func names(_ text: Prose, _ draft: Draft, _ unit: UnitReading) -> Bool {
    guard unit.kind == .count else { return false }
    if ["期", "等", "线"].contains(unit.surface) { return true }
    return text.isAny("二", at: draft.numeral.start) && !["个", "人", "名", "位", "户", "家", "個", "只", "头", "条", "條"].contains(unit.surface)
  }
}

/// Reads: a lone Chinese digit, its measure word and what follows.
/// Yields: whether the measure word is the beginning of another word: 一位于 is no 一位.
/// Refuses: nothing.
enum WordBoundary {
  private static let words: [StaticString] = [
    "位于", "位置", "面积", "面向", "面对", "面临", "面貌", "组织", "组建", "组成", "处理", "处于", "处罚", "次数", "道路", "道德", "条件", "条例",
    "家庭", "家长", "家园", "家乡", "门户", "口岸", "场地", "级别", "级联", "项目", "部门", "部分", "部署", "部队", "批准", "批评", "批发", "元素", "元旦",
    "元化", "元月", "元宵", "元结构", "元论", "户籍", "户外", "人民", "人口", "人才", "人员", "人均", "人大", "名称", "名单", "名录", "个体", "个性", "种植", "种子",
    "种养", "层次", "层级", "站点", "所有", "所在", "所以", "所属", "所谓", "台湾", "点击", "件事", "期间", "年级", "年轻", "年年", "天然", "天气", "代表", "代理",
    "手抓", "手续", "头领", "头痛", "路径", "路线", "线城市", "起来", "起步", "角形", "角洲", "角债", "维码", "声令", "体化", "体系", "等奖", "等功", "等品", "股劲",
    "会议", "会场", "座谈", "套路", "台账", "行政", "行为", "级甲等", "级乙等", "米阳光", "本书", "本账", "期工程", "村民", "县城", "市场", "区域", "镇区", "类地区",
    "产业", "农户", "户一", "人一", "村一", "县一", "家一", "岗一", "事一", "课一", "月份", "日游", "日报", "天到", "路走", "路同",
  ]

  /// Words that begin with the name of a unit and follow numbers of any writing: 工业4.0升级.
  static let verbs: [StaticString] = [
    "升级", "升至", "升高", "升温", "升入", "升任", "升降", "分别", "克服", "克难", "元旦", "元宵", "米粉", "天然", "年轻",
  ]

  static func isCut(_ text: Prose, _ draft: Draft) -> Bool {
    text.end(ofAny: words, at: draft.numeral.end) != nil
  }
}
