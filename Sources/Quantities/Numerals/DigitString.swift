import Records

/// Reads: Chinese digits in a row, no multiplier: 二〇二一, 一九九八, 二0一八, 九八 (before 折, 年); years typed with a Latin O for
/// 〇: 二OO八年, 一九九Ｏ年.
/// Yields: a numeral of style `digits` with its value read as written.
/// Refuses: two rising neighbours (七八, 三五), which are a range; a digit before 十, 百, 点.
enum DigitString {
  /// The digit string at `start`, if two or more digits stand there and nothing multiplies them.
  static func read(_ text: Prose, at start: Int) -> Numeral? {
    guard let first = text.glyph(at: start).chineseDigit, !Glyph.isPair(text.scalar(at: start)) else {
      return nil
    }
    var at = text.next(start)
    var (value, count) = (Int128(first), 1)
    var second: Int?
    var hasLetters = false
    while count < 38 {
      let glyph = text.glyph(at: at)
      let isLetter = glyph == .latin && isZeroLetter(text.scalar(at: at))
      guard let digit = glyph.chineseDigit ?? (isLetter ? 0 : glyph.arabicDigit) else { break }
      hasLetters = hasLetters || isLetter
      // 一1 and 三5 do not happen but in years (二0一八): a Chinese digit must follow.
      if glyph.arabicDigit != nil, digit != 0 { break }
      if Glyph.isPair(text.scalar(at: at)) { break }
      if second == nil { second = digit }
      value = value * 10 + Int128(digit)
      count += 1
      at = text.next(at)
    }
    guard count >= 2, let second, !hasLetters || count == 4 else { return nil }
    let after = text.glyph(at: at)
    if after.power != nil || after == .few { return nil }
    if after == .point, fraction(text, at: text.next(at)) != nil, count == 2, first != 0 { return nil }
    if count == 2, isRange(first, second) { return nil }
    if after.arabicDigit != nil { return nil }
    guard let number = try? ExactDecimal(significand: value) else { return nil }
    var numeral = Numeral(start: start, end: at, value: number)
    numeral.style = .digits
    numeral.glyphs = count
    return numeral
  }

  /// O and o, ASCII, full width, Greek or Cyrillic, which stand for 〇 where no other was at hand.
  static func isZeroLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x4F, 0x6F, 0xFF2F, 0xFF4F, 0x39F, 0x3BF, 0x41E, 0x43E: true
    default: false
    }
  }

  /// Whether two digits side by side span a range: 三四, 七八, and 三五.
  static func isRange(_ low: Int, _ high: Int) -> Bool {
    low > 0 && (high == low + 1 || (low == 3 && high == 5))
  }

  /// The digits behind 点 as a fraction, and where they end. Digits may be parted by spaces.
  static func fraction(_ text: Prose, at start: Int) -> (value: ExactDecimal, end: Int)? {
    var at = start
    var (value, count) = (Int128(0), 0)
    while count < 38 {
      let glyph = text.glyph(at: at)
      guard let digit = glyph.chineseDigit ?? glyph.arabicDigit, !Glyph.isPair(text.scalar(at: at)) else {
        break
      }
      value = value * 10 + Int128(digit)
      count += 1
      at = text.next(at)
    }
    guard count > 0, let number = try? ExactDecimal(significand: value, exponent: -count) else { return nil }
    return (number, at)
  }
}
