import Records

/// Reads: 24小时 as a word for day and night: 24小时营业, 24小时不打烊, 实行24小时值守.
/// Yields: nothing; it gives the place behind it.
/// Refuses: the number. 24小时内, 24小时降雨量 and 历时24小时 are durations.
enum RoundTheClock {
  private static let services: WordList = [
    "营业", "值守", "值班", "开放", "服务", "待命", "不打烊", "不间断", "自助", "在线", "轮班", "轮流", "巡查", "巡逻", "监控", "监测", "监管",
    "热线", "受理", "办理", "供应", "供水", "供电", "应急", "响应", "坚守", "备勤", "运行", "运转", "全天候", "全时", "工程", "有关", "已",
  ]

  static func end(_ text: Prose, _ numeral: Numeral) -> Int? {
    let unit = text.skippingSpaces(numeral.end)
    guard numeral.whole == 24, numeral.surplus == nil, text.has("小时", at: unit) else { return nil }
    let end = unit + 6
    let start = text.skippingSpaces(before: numeral.start)
    if text.isAny("为達达满滿過过近约約用时時历歷超足耗需每至到续電电水气", before: start) { return nil }
    if text.end(ofAny: services, at: end) != nil { return end }
    // 实行24小时的…, （24小时）, and nothing else: a word that stands alone.
    let stands = text.isClauseEnd(end) || text.isAny("的", at: end)
    return stands && (text.isClauseStart(numeral.start) || text.isAny("行持施绕", before: start)) ? end : nil
  }
}
