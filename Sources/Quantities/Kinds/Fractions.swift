import Records

/// Reads: 三分之二, 百分之十二点五, 千分之三, 万分之一, 一又二分之一, 一又十分一, 四分一升, 百分百, 1/2, 一半; a sign before the part.
/// Yields: 百分之 as `%`, 千分之 as `‰`, 万分之 as `%`; other fractions as a bare share, exact or to
/// twelve digits at least where they have no finite decimal.
/// Refuses: dates and paths with more than one stroke, a year above it (2021/10), a denominator of zero.
enum Fractions {
  static func read(_ reader: OperandReader, _ numeral: Numeral) -> Draft? {
    let text = reader.text
    let at = text.skippingSpaces(numeral.end)
    switch text.scalar(at: at) {
    case 0x534A: return half(text, numeral)
    case 0x2F, 0xFF0F: return stroke(reader, numeral)
    case 0x5206: return parts(reader, numeral, text.next(at), isMixed: false)
    case 0x53C8: return mixed(reader, numeral, text.skippingSpaces(text.next(at)))
    default: return nil
    }
  }

  /// 分之 behind the denominator; 百分百, 百分三十, 一又十分一 and the South's 四分一升 leave 之 out.
  private static func parts(_ reader: OperandReader, _ below: Numeral, _ at: Int, isMixed: Bool) -> Draft? {
    let text = reader.text
    let behind = text.skippingSpaces(at)
    let isShort = !text.isAny("之", at: behind)
    let isPercent = below.style == .bare && below.whole == 100
    if isShort {
      guard isPercent || isMixed || isSouthern(reader, below, at), behind == at,
        text.glyph(at: at).isNumeral, !text.has("点", at: at)
      else { return nil }
    }
    var at = text.skippingSpaces(isShort ? behind : text.next(behind))
    let isNegative = text.isAny("负負", at: at)
    if isNegative { at = text.skippingSpaces(text.next(at)) }
    guard below.high == nil, let above = numerator(reader, at) else { return nil }
    var draft = Draft(above)
    draft.start = below.start
    draft.isComplete = true
    draft.numeral = ByteSpan(below.start, above.end)
    draft.rules = RuleTrail(.fractions)
    if below.style == .bare, let (surface, power) = share(below) {
      guard let unit = reader.tables.units.named(surface) else { return nil }
      if power != 0 {
        guard let value = try? draft.value.shifted(by: power) else { return nil }
        draft.value = value
        draft.high = try? draft.high?.shifted(by: power)
        draft.surplus = draft.surplus.map { $0 + power }
      }
      draft.set(unit)
    } else {
      guard let value = quotient(above.value, below.value) else { return nil }
      draft.value = value
      draft.high = nil
      // 六分之一多 is more than the fraction; how much is not said.
      if draft.surplus != nil { draft.mark = .greater }
      draft.surplus = nil
      draft.kind = .share
    }
    // 负3分之负157: the sign before all is taken later, and the two cancel.
    if isNegative { draft.negate() }
    return draft
  }

  /// 四分一升: a smaller digit behind 分, and a unit of volume: 五分一斤 is a price.
  private static func isSouthern(_ reader: OperandReader, _ below: Numeral, _ at: Int) -> Bool {
    guard below.style == .chinese, below.glyphs == 1, let part = reader.text.glyph(at: at).chineseDigit,
      part > 0, ExactDecimal(part) < below.value
    else { return false }
    var draft = Draft(below)
    draft.end = reader.text.next(at)
    return FractionUnit.unit(reader, behind: draft)?.name.kind == .volume
  }

  private static func numerator(_ reader: OperandReader, _ at: Int) -> Numeral? {
    let glyph = reader.text.glyph(at: at)
    if glyph == .point {
      guard let (value, end) = DigitString.fraction(reader.text, at: reader.text.next(at)) else { return nil }
      return Numeral(start: at, end: end, value: value)
    }
    guard glyph.beginsNumeral, let numeral = reader.numeral(at: at), !numeral.isTooLong else { return nil }
    return numeral
  }

  /// 百 千 万 without a number before them make the units of shares.
  private static func share(_ below: Numeral) -> (surface: String, power: Int)? {
    switch below.whole {
    case 100: ("%", 0)
    case 1000: ("‰", 0)
    case 10_000: ("%", -2)
    case 100_000_000: ("%", -6)
    default: nil
    }
  }

  /// 一又二分之一.
  private static func mixed(_ reader: OperandReader, _ whole: Numeral, _ at: Int) -> Draft? {
    guard reader.text.glyph(at: at).beginsNumeral, let below = reader.numeral(at: at) else { return nil }
    let text = reader.text
    let mark = text.skippingSpaces(below.end)
    guard text.isAny("分", at: mark), let part = parts(reader, below, text.next(mark), isMixed: true),
      part.high == nil, whole.high == nil,
      let value = try? whole.value.adding(part.unit == nil ? part.value : part.value.shifted(by: -2))
    else { return nil }
    var draft = part
    draft.start = whole.start
    draft.numeral = ByteSpan(whole.start, part.end)
    draft.value = value
    draft.unit = nil
    draft.kind = .number
    return draft
  }

  /// 1/2, 1.5/3: two plain numbers and one stroke between them.
  private static func stroke(_ reader: OperandReader, _ above: Numeral) -> Draft? {
    let text = reader.text
    guard above.style == .arabic, above.glyphs == 1, text.isAny("/／", at: above.end),
      // 19.37/10万: so many in a hundred thousand.
      reader.tables.units.match(text, at: above.end) == nil
    else { return nil }
    let at = text.next(above.end)
    guard text.glyph(at: at).arabicDigit != nil, !text.isAny("/／", before: above.start) else { return nil }
    let below = ArabicLiteral(text, at: at)
    // 2021/10 and 2021/22 are times; 2000/3平方米 is none.
    if (1900...2099).contains(above.whole), below.wholeDigits <= 2, text.isClauseEnd(below.end) { return nil }
    guard !text.isAny("/／月-－", at: below.end), !text.isLatin(at: below.end), !below.isTooLong,
      let value = quotient(above.value, below.value)
    else { return nil }
    var draft = Draft(above)
    draft.end = below.end
    draft.numeral = ByteSpan(above.start, below.end)
    draft.value = value
    draft.kind = .share
    draft.isComplete = true
    draft.rules = RuleTrail(.fractions)
    return draft
  }

  /// 一半, and nothing longer that begins so.
  private static func half(_ text: Prose, _ numeral: Numeral) -> Draft? {
    guard numeral.glyphs == 1, numeral.whole == 1, numeral.style == .chinese,
      text.glyph(at: numeral.end) == .half, let value = try? ExactDecimal(significand: 5, exponent: -1)
    else { return nil }
    var end = text.next(numeral.end)
    if text.isAny("径截途路天夜山", at: end) { return nil }
    if text.glyph(at: end) == .half { end = text.next(end) }
    var draft = Draft(numeral)
    draft.end = end
    draft.numeral = ByteSpan(draft.start, end)
    draft.value = value
    draft.kind = .share
    draft.isComplete = true
    draft.rules = RuleTrail(.fractions)
    return draft
  }

  /// The quotient to twelve digits at least.
  static func quotient(_ above: ExactDecimal, _ below: ExactDecimal) -> ExactDecimal? {
    guard below.significand != 0, let shifted = try? above.shifted(by: -below.exponent),
      let inverse = try? Fraction(1, below.significand)
    else { return nil }
    return try? shifted.multiplied(by: inverse).value
  }
}
