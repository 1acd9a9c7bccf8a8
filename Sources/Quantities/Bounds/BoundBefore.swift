/// Reads: a word right before a number: 约 近 将近 大约 几乎 · 超 超过 突破 逾 高于 大于 · 不低于 不少于 至少 ·
/// 不足 不到 低于 小于 · 不超过 至多 · 上 (上万) · 过 (过百, 税收过500万元), also with 了 有 为 占 达 between.
/// Yields: the mark, and where its word begins.
/// Refuses: 约 in 节约 合约 …, 近 in 最近 附近, 过 in 经过 通过, 多 and 少 of 增多 减少, 高出 (a difference).
enum BoundBefore {
  /// The mark whose word ends at `offset`, spaces left out. `isBare` where the numeral is 百 千 万 亿.
  static func read(_ text: Prose, before offset: Int, isBare: Bool) -> (mark: Mark, start: Int)? {
    let end = text.skippingSpaces(before: offset)
    guard end > 0 else { return nil }
    if let found = word(text, end, isBare) { return found }
    guard let inner = text.start(ofAny: infixes, before: end) else { return nil }
    return word(text, inner, isBare)
  }

  private static let infixes: WordList = ["达到", "了", "有", "为", "占", "达", "是"]

  private static func word(_ text: Prose, _ end: Int, _ isBare: Bool) -> (mark: Mark, start: Int)? {
    func found(_ mark: Mark, _ words: StaticString...) -> (mark: Mark, start: Int)? {
      for word in words where text.has(word, before: end) {
        return (mark, end - word.utf8CodeUnitCount)
      }
      return nil
    }
    switch text.scalar(before: end) {
    case 0x7EA6:  // 约
      if text.isAny("节合签预契公履违制集条简失爽邀特婉守相", before: end - 3) { return nil }
      return found(.approximate, "大约", "约")
    case 0x7D04: return found(.approximate, "大約", "約")
    case 0x8FD1:  // 近
      if text.isAny("最附邻临靠亲就", before: end - 3) { return nil }
      return found(.approximate, "将近", "接近", "近")
    case 0x4E4E: return found(.approximate, "几乎")
    case 0x6982: return found(.approximate, "大概")
    case 0x8D85:  // 超
      if text.isAny("赶反英中", before: end - 3) { return nil }
      return found(.greater, "超")
    case 0x8FC7: return passing(text, end, isBare)  // 过
    case 0x904E: return found(.lessOrEqual, "不超過") ?? found(.greater, "超過")
    case 0x7834: return found(.greater, "突破") ?? (isBare ? found(.greater, "破") : nil)
    case 0x903E, 0x8E30: return found(.greater, "逾", "踰")
    case 0x51FA: return found(.greater, "超出")
    case 0x4E8E, 0x65BC: return comparison(text, end)  // 于
    case 0x5C11: return found(.greaterOrEqual, "至少", "最少")
    case 0x7801, 0x78BC: return found(.greaterOrEqual, "起码", "起碼")
    case 0x591A: return found(.lessOrEqual, "至多", "最多")
    case 0x8DB3: return found(.less, "不足")
    case 0x5230: return found(.less, "不到")
    case 0x6EE1: return found(.less, "未满", "不满") ?? found(.greaterOrEqual, "年满", "已满")
    // 规模以上亿元企业: 以上 is a word of its own.
    case 0x4E0A: return isBare && !text.isAny("以", before: end - 3) ? found(.greaterOrEqual, "上") : nil
    default: return nil
    }
  }

  /// 过: 超过, 不超过, and alone where a share or an amount is said to pass something.
  private static func passing(_ text: Prose, _ end: Int, _ isBare: Bool) -> (mark: Mark, start: Int)? {
    if text.has("不超过", before: end) { return (.lessOrEqual, end - 9) }
    if text.has("超过", before: end) { return (.greater, end - 6) }
    // 税收过500万元, 存栏过80万头: behind what is measured; 生产过300辆 has been done once.
    guard
      isBare || text.isAny("比率额量数值税收入利润栏资金模口积款", before: end - 3) || text.isLatin(before: end - 3),
      !text.isAny("经通不度审渡胜路难", before: end - 3)
    else { return nil }
    return (.greater, end - 3)
  }

  private static let closedHigh: WordList = [
    "小于或者等于", "小于或等于", "小于等于", "低于或等于", "不高于", "不大于", "不多于", "不高於", "不大於", "不多於",
  ]
  private static let closedLow: WordList = [
    "大于或者等于", "大于或等于", "大于等于", "高于或等于", "不低于", "不少于", "不小于", "不低於", "不少於", "不小於",
  ]
  private static let openHigh: WordList = ["低于", "少于", "小于", "低於", "少於", "小於"]
  private static let openLow: WordList = ["高于", "大于", "多于", "高於", "大於", "多於"]

  private static func comparison(_ text: Prose, _ end: Int) -> (mark: Mark, start: Int)? {
    if let start = text.start(ofAny: closedHigh, before: end) { return (.lessOrEqual, start) }
    if let start = text.start(ofAny: closedLow, before: end) { return (.greaterOrEqual, start) }
    if let start = text.start(ofAny: openHigh, before: end) { return (.less, start) }
    if let start = text.start(ofAny: openLow, before: end) { return (.greater, start) }
    return nil
  }
}
