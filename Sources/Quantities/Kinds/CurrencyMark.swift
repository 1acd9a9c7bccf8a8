import Records

/// Reads: a sign or a name of a currency before the number: $1.5万, $3.5m, ￥100, 人民币50元, RMB两块.
/// Yields: the quantity in that currency; k, m and b behind a sign are thousands, millions and milliards.
/// Refuses: a sign without a number.
extension Scanner {
  mutating func currency(_ at: Int) -> Int {
    let start = text.skippingSpaces(text.next(at))
    guard text.glyph(at: start).beginsNumeral, let name = CurrencyMark.name(text, at),
      let unit = tables.units.named(name), var draft = operands.read(at: start)
    else { return text.next(at) }
    if draft.unit?.name.isLatin == true || text.isLatin(at: draft.end) {
      guard let scaled = CurrencyMark.magnitude(operands, at: start) else { return text.next(at) }
      draft = scaled
    }
    if draft.unit == nil || draft.unit?.name.single == "元" || draft.unit?.name.single == "块" {
      draft.set(unit)
    }
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
  /// The number at `start` with the letter behind it that multiplies it: 3.5m, 2bn.
  static func magnitude(_ reader: OperandReader, at start: Int) -> Draft? {
    let text = reader.text
    guard let numeral = reader.numeral(at: start), numeral.style == .arabic, numeral.glyphs == 1 else {
      return nil
    }
    guard let power = Magnitude.power(text, at: numeral.end) else { return nil }
    var end = numeral.end + 1
    if power > 4, text.isAny("nN", at: end) { end += 1 }
    guard !text.isLatin(at: end), text.glyph(at: end).arabicDigit == nil,
      let value = try? numeral.value.shifted(by: power)
    else { return nil }
    var draft = Draft(numeral)
    draft.value = value
    draft.end = end
    draft.numeral = ByteSpan(start, end)
    draft.reading = .colloquial
    return draft
  }

  /// What the currency of the sign at `offset` is called in the table of units. Dollars have their country before them.
  static func name(_ text: Prose, _ offset: Int) -> String? {
    switch text.scalar(at: offset) {
    case 0x24, 0xFF04:
      if text.has("HK", before: offset) {
        "港元"
      } else if text.has("NT", before: offset) {
        "新台币"
      } else if text.isLatin(before: offset), !text.has("US", before: offset) {
        nil
      } else {
        "美元"
      }
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
