import Records
import Vocabulary

/// Reads: 元 角 分 in a row: 五元六角, 99块9毛9, 一块二, 三块零四, 两美元又三美分; 整 and 正 behind; 钱 behind.
/// Yields: one amount in the currency's whole unit: 5角 is 0.5 元.
/// Refuses: nothing: what does not belong is left to be read by itself.
enum MoneyParts {
  static func read(_ reader: OperandReader, _ draft: inout Draft) {
    guard let unit = draft.unit?.name, unit.kind == .money, draft.high == nil, draft.surplus == nil else {
      return
    }
    let text = reader.text
    var step: Int? = unit.moneyStep
    if unit.moneyStep < 0, let whole = reader.tables.units.named(unit.wholeMoney),
      let value = try? draft.value.shifted(by: unit.moneyStep)
    {
      draft.value = value
      draft.set(whole)
      draft.rules.add(.moneyParts)
    }
    var isCollected = true
    while isCollected, step != nil {
      isCollected = part(reader, &draft, &step)
    }
    for _ in 0..<2 {
      if let end = text.end(ofAny: tails, at: draft.end) { draft.end = end }
    }
    if let end = text.end(ofAny: ["人民币", "人民幣"], at: draft.end) { draft.end = end }
  }

  private static let tails: WordList = ["整", "正", "钱", "錢"]

  /// One more part: `step` is the power of ten of the last one against 元.
  private static func part(_ reader: OperandReader, _ draft: inout Draft, _ step: inout Int?) -> Bool {
    let text = reader.text
    guard let last = step else { return false }
    var at = text.skippingSpaces(draft.end)
    if text.isAny("又", at: at) { at = text.next(at) }
    let isGap = text.glyph(at: at).chineseDigit == 0
    if isGap { at = text.next(at) }
    guard text.glyph(at: at).isNumeral, let below = reader.numeral(at: at), below.high == nil,
      below.style != .bare, below.value < ExactDecimal(100)
    else { return false }
    if let match = reader.tables.units.match(text, at: text.skippingSpaces(below.end)),
      match.name.kind == .money, match.name.moneyStep < last
    {
      let power = match.name.moneyStep
      guard let scaled = try? below.value.shifted(by: power), let sum = try? draft.value.adding(scaled)
      else { return false }
      draft.value = sum
      step = power
      finish(&draft, below.end, match.end)
      return true
    }
    let isSpoken = draft.unit?.name.surface != "元" || last < 0
    // 九毛九, 一块二, 三块零四: the last unit is left out.
    guard isSpoken,
      text.isClauseEnd(below.end) || text.isAny("RＲ以左", at: below.end) || text.isLatin(at: below.end)
    else { return false }
    guard below.value < ExactDecimal(10), below.value.exponent == 0, below.glyphs == 1,
      let scaled = try? below.value.shifted(by: last - (isGap ? 2 : 1)),
      let sum = try? draft.value.adding(scaled)
    else { return false }
    draft.value = sum
    draft.reading = .colloquial
    step = nil
    finish(&draft, below.end, below.end)
    return true
  }

  private static func finish(_ draft: inout Draft, _ numeralEnd: Int, _ end: Int) {
    draft.numeral = ByteSpan(draft.numeral.start, numeralEnd)
    draft.end = end
    draft.rules.add(.moneyParts)
  }
}
