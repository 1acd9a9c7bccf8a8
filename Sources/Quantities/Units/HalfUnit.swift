import Records
import Vocabulary

/// Reads: 半 before a unit (半斤, 半公升, 半成) and behind one (三亩半, 一吨半, 两个半小时, 两个半月); a digit behind 成 (三成五).
/// Yields: half a unit, or so many tenths of it, alone or added.
/// Refuses: 半 before what is no unit of measure (半径, 半山腰) and before 分 (半分田也没有), and behind a unit where a word begins
/// with it (三年半工半读).
enum HalfUnit {
  static func leading(_ reader: OperandReader, at start: Int) -> Draft? {
    let text = reader.text
    guard let value = try? ExactDecimal(significand: 5, exponent: -1) else { return nil }
    let end = text.next(start)
    var numeral = Numeral(start: start, end: end, value: value)
    numeral.glyphs = 1
    var draft = Draft(numeral)
    draft.rules = RuleTrail(.halfUnit)
    // 半折 is half the price, as 0.5折 is a twentieth of it.
    if text.isAny("折", at: end) { return Discount.result(reader, draft, places: 2, end: text.next(end)) }
    let behind = text.has("个", at: end) ? end + 3 : end
    var found = reader.units.read(at: end, numeral: numeral)
    if found.map({ !measures($0.name) }) ?? true {
      found = reader.units.read(at: behind, numeral: numeral)
    }
    guard let unit = found, measures(unit.name), !text.isAny("度", at: unit.end) else { return nil }
    // 半分田 and 半分钱 say «no bit of it»; 半分钟 is half a minute.
    if unit.name.words.hasPrefix("分"), unit.name.kind != .duration { return nil }
    draft.take(unit)
    return draft
  }

  static func trailing(_ reader: OperandReader, _ draft: inout Draft) {
    let text = reader.text
    tenths(text, &draft)
    guard text.glyph(at: draft.end) == .half, let unit = draft.unit?.name, draft.high == nil,
      draft.surplus == nil,
      let half = try? ExactDecimal(significand: 5, exponent: -1), let value = try? draft.value.adding(half)
    else { return }
    let end = text.next(draft.end)
    if unit.surface == "个" {
      guard let inner = counted(reader, at: end) else { return }
      draft.take(UnitReading(name: inner.name, end: inner.end, rule: .unitReader))
    } else {
      guard measures(unit), !text.isAny("径截途路天夜山工数", at: end) else { return }
      draft.end = end
    }
    draft.value = value
    draft.rules.add(.halfUnit)
  }

  /// What 个 may count in halves: 两个半小时, 两个半月, 两个半百分点.
  private static func counted(_ reader: OperandReader, at start: Int) -> UnitReading? {
    let text = reader.text
    if text.isAny("月", at: start), let name = reader.tables.units.named("个月") {
      return UnitReading(name: name, end: text.next(start), rule: .unitReader)
    }
    guard let inner = reader.tables.units.match(text, at: start) else { return nil }
    guard inner.name.kind == .duration || inner.name.kind == .share else { return nil }
    return UnitReading(name: inner.name, end: inner.end, rule: .unitReader)
  }

  /// 三成五: three tenths and half a tenth.
  private static func tenths(_ text: Prose, _ draft: inout Draft) {
    guard draft.unit?.name.single == "成", draft.high == nil, draft.surplus == nil, draft.style == .chinese,
      let digit = text.glyph(at: draft.end).chineseDigit, digit > 0
    else { return }
    let end = text.next(draft.end)
    guard text.isClauseEnd(end) || text.isAny("以左的", at: end),
      let tenths = try? ExactDecimal(significand: Int128(digit), exponent: -1),
      let sum = try? draft.value.adding(tenths)
    else { return }
    draft.value = sum
    draft.end = end
    draft.rules.add(.halfUnit)
  }

  /// Whether half of it is a measure: half an hour, and not half a person.
  private static func measures(_ unit: UnitName) -> Bool {
    switch unit.kind {
    case .count, .number, .ordinal: false
    case .ratio: unit.surface == "番" || unit.surface == "倍"
    default: true
    }
  }
}
