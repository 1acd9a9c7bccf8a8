import Records

/// Reads: 24小时 as a word for day and night: 24小时营业, 24小时不打烊, 实行24小时值守.
/// Yields: nothing; it gives the place behind it.
/// Refuses: the number. 24小时内, 24小时降雨量 and 历时24小时 are durations.
enum RoundTheClock {
  static func end(_ text: Prose, _ numeral: Numeral) -> Int? {
    let unit = text.skippingSpaces(numeral.end)
    guard numeral.whole == 24, numeral.surplus == nil, text.has("小时", at: unit) else { return nil }
    let end = unit + 6
    if text.isAny("内以之后後前左上最累降雨多半", at: end) || RangeJoiner.read(text, at: end) != nil { return nil }
    let start = text.skippingSpaces(before: numeral.start)
    if text.isAny("为達达满滿过過近约約用时時历歷超足耗需每至到", before: start) { return nil }
    return end
  }
}
