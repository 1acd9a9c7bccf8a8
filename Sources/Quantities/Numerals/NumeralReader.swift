import Records

/// Reads: a numeral in any writing: Arabic, Chinese, financial, traditional, mixed, colloquial, with
/// spaces inside: 3.5万, 二十三万五千, 壹佰贰拾叁万肆仟, 3万4000, 三四百, 十几, 二百余万, 二〇二一.
/// Yields: a `Numeral`; the longest well-formed one from its first character on.
/// Refuses: multipliers that belong to a unit (50万千瓦 is 50万), 点 of clocks, digits in a row that
/// are no range and stand beside multipliers.
struct NumeralReader {
  let text: Prose
  /// The units whose names begin with a multiplier (千瓦, 兆赫, 百帕); without them no unit claims one.
  let units: UnitTable?

  private enum Step {
    case go(Int)
    case stop
  }

  /// Reads the numeral at `start`, where a numeral glyph stands.
  func read(at start: Int) -> Numeral? {
    if text.glyph(at: start).arabicDigit != nil, let plain = plain(at: start) { return plain }
    if let digits = DigitString.read(text, at: start) { return digits }
    var state = NumeralState(start: start)
    var at = start
    while at < text.count {
      let next = state.isEmpty ? at : text.skippingSpaces(at)
      guard case .go(let end) = step(&state, next, spaced: next != at) else { break }
      if next != at { state.spaces += 1 }
      at = end
    }
    return state.numeral(text)
  }

  /// Digits alone, or with 万 or 亿 and no more: most numerals of prose, read without a state.
  private func plain(at start: Int) -> Numeral? {
    let literal = ArabicLiteral(text, at: start)
    guard !literal.isTooLong else { return nil }
    var numeral = Numeral(start: start, end: literal.end, value: literal.value)
    numeral.style = .arabic
    numeral.glyphs = 1
    let at = text.skippingSpaces(literal.end)
    let glyph = text.glyph(at: at)
    guard isPart(glyph) else { return numeral }
    guard glyph == .myriad || glyph == .hundredMillion, let power = glyph.power,
      let value = try? literal.value.shifted(by: power)
    else { return nil }
    let end = text.next(at)
    guard !isPart(text.glyph(at: text.skippingSpaces(end))) else { return nil }
    numeral.value = value
    numeral.end = end
    numeral.sharedPower = power
    numeral.glyphs = 2
    return numeral
  }

  /// Whether the numeral may go on with `glyph`.
  private func isPart(_ glyph: Glyph) -> Bool {
    glyph.isNumeral || (glyph.rawValue >= Glyph.few.rawValue && glyph.rawValue <= Glyph.about.rawValue)
  }

  private func step(_ state: inout NumeralState, _ at: Int, spaced: Bool) -> Step {
    let glyph = text.glyph(at: at)
    let next = text.next(at)
    if let power = glyph.power { return multiply(&state, at, next, power, spaced: spaced) }
    if state.surplus != nil { return .stop }
    if glyph.arabicDigit != nil || (glyph == .decimalPoint && state.isEmpty) {
      return spaced && !multiplierFollows(at) ? .stop : literal(&state, at)
    }
    if let digit = glyph.chineseDigit { return self.digit(&state, at, next, digit, spaced: spaced) }
    switch glyph {
    case .twenty, .thirty, .forty:
      guard state.value.takesDigits, !state.hasFraction else { return .stop }
      state.value.take(digit: glyph == .twenty ? 2 : glyph == .thirty ? 3 : 4)
      guard state.value.take(small: 1) else { return .stop }
      return advance(&state, next)
    case .few, .several: return few(&state, glyph, next)
    case .point: return point(&state, next)
    case .more, .about: return surplus(&state, glyph, at, next)
    default: return .stop
    }
  }

  private func advance(_ state: inout NumeralState, _ end: Int) -> Step {
    state.end = end
    state.glyphs += 1
    return .go(end)
  }

  private func literal(_ state: inout NumeralState, _ at: Int) -> Step {
    guard state.value.takesDigits, !state.hasFraction else { return .stop }
    let literal = ArabicLiteral(text, at: at)
    if literal.isTooLong {
      state.isTooLong = true
      state.end = literal.end
      state.glyphs += 1
      return .stop
    }
    if state.isEmpty { state.style = .arabic }
    if literal.startsWithZero, !state.isEmpty { return .stop }
    guard
      state.value.take(
        literal: literal.value, digits: literal.wholeDigits, isWhole: !literal.hasPoint)
    else { return .stop }
    state.multipliers.takeDigits()
    state.hasFraction = literal.hasPoint
    return advance(&state, literal.end)
  }

  private func digit(_ state: inout NumeralState, _ at: Int, _ next: Int, _ digit: Int, spaced: Bool) -> Step
  {
    guard !state.hasFraction, state.value.takesDigits, !state.isZero else { return .stop }
    if spaced, state.value.lastPower != 1, state.spaces < 2, !multiplierFollows(at),
      !text.has("又", at: text.skippingSpaces(next))
    {
      return .stop
    }
    // 两 before a multiplier or as a whole number: 三十两 is so many 两.
    if Glyph.isPair(text.scalar(at: at)), !state.isEmpty,
      text.glyph(at: text.skippingSpaces(next)).power == nil
    {
      return .stop
    }
    if digit == 0 {
      if state.isEmpty {
        state.isZero = true
        return advance(&state, next)
      }
      // A gap counts only with something behind it.
      let after = text.glyph(at: text.skippingSpaces(next))
      guard after.isNumeral, after.chineseDigit != 0, state.value.takeGap() else { return .stop }
      return advance(&state, next)
    }
    if let second = text.glyph(at: next).chineseDigit, DigitString.isRange(digit, second), isRangeEnd(next) {
      state.value.take(digit, to: second, isOpen: false)
      state.multipliers.takeDigits()
      state.glyphs += 1
      return advance(&state, text.next(next))
    }
    state.value.take(digit: digit)
    state.multipliers.takeDigits()
    return advance(&state, next)
  }

  /// Whether the digit at `offset` closes a range: 两 does before a multiplier or a word (一两个).
  private func isRangeEnd(_ offset: Int) -> Bool {
    guard Glyph.isPair(text.scalar(at: offset)) else { return true }
    return !text.isClauseEnd(text.next(offset)) && !text.isAny("以左", at: text.next(offset))
  }

  private func multiply(
    _ state: inout NumeralState, _ at: Int, _ next: Int, _ power: Int, spaced: Bool
  ) -> Step {
    if state.isZero { return .stop }
    if prefixBelongsToUnit(state, at, power) { return .stop }
    if state.isEmpty, power > 1 { state.isBare = true }
    if spaced, text.has("分之", at: next) { return .stop }
    guard power < 4 ? state.value.take(small: power) : state.value.take(large: power) else { return .stop }
    state.multipliers.take(power)
    if state.style == .arabic, power < 4 { state.value.relax() }
    if let surplus = state.surplus { state.surplus = surplus + power }
    return advance(&state, next)
  }

  /// Whether a multiplier stands behind the digits at `start`.
  private func multiplierFollows(_ start: Int) -> Bool {
    var at = start
    while text.glyph(at: at).arabicDigit != nil || text.glyph(at: at).chineseDigit != nil {
      at = text.next(at)
    }
    return text.glyph(at: text.skippingSpaces(at)).power != nil
  }

  private func prefixBelongsToUnit(_ state: NumeralState, _ at: Int, _ power: Int) -> Bool {
    guard power == 2 || power == 3 || power == 12, let match = units?.match(text, at: at),
      match.name.hasPrefix
    else { return false }
    // 两千米 is 2000 米; 12千米 and 二十五千米 are kilometres.
    return match.name.surface != "千米" || state.style == .arabic || state.value.lastPower != nil
  }

  private func few(_ state: inout NumeralState, _ glyph: Glyph, _ next: Int) -> Step {
    guard state.value.takesDigits, !state.hasFraction, !state.isZero else { return .stop }
    let multiplierFollows = text.glyph(at: next).power != nil
    if state.isEmpty {
      guard multiplierFollows else { return .stop }
      state.opensWithFew = true
      state.value.take(1, to: 10, isOpen: true)
    } else {
      guard glyph == .few, state.value.lastPower != nil else { return .stop }
      // 一百几十 counts tens from one, 十几万 ones from nought.
      state.value.take(text.glyph(at: next).power ?? 9 < 4 ? 1 : 0, to: 10, isOpen: true)
    }
    state.multipliers.takeDigits()
    return advance(&state, next)
  }

  /// 点 between the whole and the fraction.
  private func point(_ state: inout NumeralState, _ next: Int) -> Step {
    guard !state.isEmpty, !state.hasFraction else { return .stop }
    guard let (fraction, end) = DigitString.fraction(text, at: text.skippingSpaces(next)) else {
      return .stop
    }
    guard !Self.isClock(text, state, end) else { return .stop }
    var whole = state.value
    guard let (value, high) = state.isZero ? (ExactDecimal.zero, nil) : whole.finish(), high == nil,
      let sum = try? value.adding(fraction)
    else { return .stop }
    let reading = whole.reading
    state.value = PositionalValue(reading: reading)
    guard state.value.take(literal: sum, digits: 9, isWhole: false) else { return .stop }
    state.multipliers = Multipliers()
    state.multipliers.takeDigits()
    state.isZero = false
    state.isBare = false
    state.hasFraction = true
    return advance(&state, end)
  }

  /// 8点30分, 十点十五: hours, where 分 or 整 follows.
  private static func isClock(_ text: Prose, _ state: NumeralState, _ end: Int) -> Bool {
    text.has("分钟", at: end) || text.has("分许", at: end)
      || (text.has("分", at: end) && !text.has("分之", at: end)) || text.has("整", at: end)
      || text.has("许", at: end)
  }

  private func surplus(_ state: inout NumeralState, _ glyph: Glyph, _ at: Int, _ next: Int) -> Step {
    guard !state.isEmpty, !state.isZero, !state.value.isRange else { return .stop }
    if glyph == .about {
      // 十来个: only behind a multiplier, and never in 来自, 来源, 以来.
      guard state.value.lastPower != nil, state.value.takesDigits, !text.isAny("自源到了说看年", at: next)
      else { return .stop }
    }
    if text.scalar(at: at) == 0x591A,
      text.isAny("数样媒晶肽糖孔", at: next) || text.end(ofAny: Self.manySided, at: next) != nil
    {
      return .stop
    }
    var value = state.value
    guard let (low, high) = value.finish(), high == nil else { return .stop }
    // The step of the last counted place: 100 for 1200, 10000 for 3万, 0.1 for 3.5.
    state.surplus = low.normalized.exponent
    state.isAbout = glyph == .about
    return advance(&state, next)
  }

  /// What makes a word of its own with 多: 多元化.
  private static let manySided: WordList = ["元化", "元主", "元共", "元文"]

}
