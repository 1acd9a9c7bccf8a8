import Records

/// Reads: a sign or a name of a currency before the number: $1.5万, ￥100, 人民币50元, RMB两块.
/// Yields: the quantity in that currency.
/// Refuses: a sign without a number.
extension Scanner {
  mutating func currency(_ at: Int) -> Int {
    let start = text.skippingSpaces(text.next(at))
    guard text.glyph(at: start).beginsNumeral, let name = CurrencyMark.name(text.scalar(at: at)),
      let unit = tables.units.named(name), var draft = operands.read(at: start)
    else { return text.next(at) }
    if draft.unit == nil || draft.kind == .money { draft.set(unit) }
    draft.start = at
    draft.rules.add(.currencyMark)
    note(draft)
    return draft.end
  }

  /// A code of three letters before the number: RMB100.
  mutating func currencyCode(_ at: Int) -> Int? {
    guard text.has("RMB", at: at), !text.isLatin(at: at + 3) else { return nil }
    let start = text.skippingSpaces(at + 3)
    guard text.glyph(at: start).beginsNumeral, var draft = operands.read(at: start) else { return nil }
    if draft.unit == nil, let unit = tables.units.named("元") { draft.set(unit) }
    draft.start = at
    draft.rules.add(.currencyMark)
    note(draft)
    return draft.end
  }
}

enum CurrencyMark {
  /// What the currency of a sign is called in the table of units.
  static func name(_ sign: UInt32) -> String? {
    switch sign {
    case 0x24, 0xFF04: "美元"
    case 0xA5, 0xFFE5: "元"
    case 0xA3, 0xFFE1: "英镑"
    case 0x20AC: "欧元"
    case 0x20A9, 0xFFE6: "韩元"
    default: nil
    }
  }

  /// Names before the number, and the unit that they make of a 元 behind it.
  static let names: [(word: StaticString, unit: String)] = [
    ("人民币", "元"), ("人民幣", "元"), ("港币", "港元"), ("港幣", "港元"), ("美金", "美元"),
  ]

  /// Takes the name before `draft`, if one stands there.
  static func read(_ reader: OperandReader, _ draft: inout Draft, from limit: Int) {
    let end = reader.text.skippingSpaces(before: draft.start)
    guard reader.text.isAny("币幣金", before: end) else { return }
    for (word, name) in names where reader.text.has(word, before: end) {
      let start = end - word.utf8CodeUnitCount
      guard start >= limit, draft.unit == nil || draft.unit?.name.surface == "元",
        let unit = reader.tables.units.named(name)
      else { return }
      draft.set(unit)
      draft.start = start
      draft.rules.add(.currencyMark)
      return
    }
  }
}

extension Scanner {
  /// 对折 behind 打: half the price.
  mutating func halfPrice(_ at: Int) -> Int {
    let end = text.next(at)
    guard text.has("打对", before: at) || text.has("打對", before: at), at - 3 >= context.taken,
      let unit = tables.units.named("%")
    else { return end }
    let value = ExactDecimal(50)
    var draft = Draft(Numeral(start: at - 3, end: end, value: value))
    draft.set(unit)
    draft.rules = RuleTrail(.discount)
    note(draft)
    return end
  }
}
