import Records

/// Reads: a time of day: 8:30, 8时30分, 十点半, 上午9点, 2时许.
/// Yields: nothing; it gives the place behind it.
/// Refuses: its numbers.
enum ClockTime {
  private static let parts: WordList = [
    "上午", "下午", "凌晨", "早上", "晚上", "中午", "傍晚", "夜间", "清晨", "当晚", "晨", "晚", "早", "时间", "北京时间",
  ]

  static func end(_ text: Prose, _ numeral: Numeral) -> Int? {
    let end = numeral.end
    guard text.isAny("时時点點", at: end), (0..<25).contains(numeral.whole), numeral.high == nil else {
      return nil
    }
    if text.isAny("时時", at: end), !text.has("时速", at: end) { return minutes(text, text.next(end)) }
    guard text.glyph(at: end) == .point else { return nil }
    let behind = text.next(end)
    let named = text.start(ofAny: parts, before: text.skippingSpaces(before: numeral.start)) != nil
    if named || text.glyph(at: behind) == .half || text.end(ofAny: ["钟", "整", "许", "左右"], at: behind) != nil
      || text.glyph(at: behind).arabicDigit != nil || isMinutes(text, behind)
    {
      return minutes(text, behind)
    }
    return nil
  }

  private static func isMinutes(_ text: Prose, _ start: Int) -> Bool {
    let end = run(text, start)
    return end != start && text.isAny("分", at: end) && !text.has("分之", at: end)
  }

  private static func minutes(_ text: Prose, _ start: Int) -> Int {
    let end = run(text, start)
    if text.isAny("分", at: end), end != start { return text.next(end) }
    if text.isAny("半", at: start) { return text.next(start) }
    return start
  }

  private static func run(_ text: Prose, _ start: Int) -> Int {
    var at = start
    while text.glyph(at: at).isNumeral, text.glyph(at: at).power ?? 1 == 1 { at = text.next(at) }
    return at
  }
}
