import Records

/// Reads: 2013年, 2013年度, 二〇一三年, 两千零四年, 08年, 九八年, 公元789年; the first of 2013、2014年 and
/// of 2019—2020年; four digits right before a half or 全年 (2004下半年, 2017全年).
/// Yields: the year; two digits are of this century below 50.
/// Refuses: durations: 15年 (but at a cell's ends, with a leading zero, or before a month), 三四年, 1500年历史.
struct Year {
  let text: Prose

  func read(at offset: Int, isSecond: Bool) -> Moment? {
    let start = text.has("公元", at: offset) ? offset + 6 : offset
    let glyph = text.glyph(at: start)
    let found: (value: Int, end: Int)?
    if glyph.arabicDigit != nil {
      found = arabic(at: start, isSecond: isSecond, isNamed: start != offset)
    } else if glyph.chineseDigit != nil {
      found = chinese(at: start)
    } else {
      found = nil
    }
    guard let (value, end) = found else { return nil }
    var moment = Moment(start: offset, end: end)
    moment.year = value
    moment.rules = ["Year"]
    return moment
  }

  private func arabic(at start: Int, isSecond: Bool, isNamed: Bool) -> (value: Int, end: Int)? {
    guard let number = SmallNumber(text, at: start), number.value > 0 else { return nil }
    let at = text.skippingSpaces(number.end)
    guard text.isAny("年", at: at) else {
      if number.count == 4, isModern(number.value) {
        if text.has("全年", at: at) { return (number.value, at + 6) }
        if HalfYear.read(text, at: at) != nil { return (number.value, number.end) }
      }
      return number.count == 4 && isModern(number.value) && yearFollows(number.end, isSecond)
        ? (number.value, number.end) : nil
    }
    let end = text.next(at)
    if text.isAny("代级", at: end) { return nil }
    switch number.count {
    case 4:
      let isYear =
        isModern(number.value) || isNamed
        || (number.value >= 1000 && number.value < 2200 && number.value % 100 != 0)
      return isYear ? (number.value, end) : nil
    case 3: return isNamed || text.isAny("在于自从", before: start) ? (number.value, end) : nil
    case 2:
      let isYear = number.value < 10 || partFollows(end) || (text.isCellStart(start) && text.isCellEnd(end))
      return isYear ? (century(number.value), end) : nil
    default: return nil
    }
  }

  private func isModern(_ value: Int) -> Bool { (1900...2099).contains(value) }

  private func century(_ value: Int) -> Int { value < 50 ? 2000 + value : 1900 + value }

  /// Whether 年 follows a year in the second place: 2019—2020年, 2013、2014年.
  private func yearFollows(_ end: Int, _ isSecond: Bool) -> Bool {
    if isSecond {
      // 2019—2021三年间
      guard let years = SmallNumber(text, at: end), !years.isArabic else { return text.isClauseEnd(end) }
      return text.isAny("年", at: years.end)
    }
    var at = text.skippingSpaces(end)
    if let (behind, _) = RangeJoiner.read(text, at: at) {
      at = behind
    } else if text.isAny("、和与及", at: at) {
      at = text.skippingSpaces(text.next(at))
    } else {
      return false
    }
    guard let second = SmallNumber(text, at: at), second.isArabic else { return false }
    guard text.isAny("年", at: text.skippingSpaces(second.end)) else {
      return second.count == 4 && isModern(second.value) && RangeJoiner.read(text, at: end)?.isHyphen != true
    }
    return second.count == 4 && isModern(second.value)
  }

  /// Whether a month, a quarter or the like follows a year of two digits.
  private func partFollows(_ end: Int) -> Bool {
    let at = text.skippingSpaces(end)
    if text.end(ofAny: ["上半年", "下半年", "底", "末", "初", "第", "首", "全年", "度"], at: at) != nil { return true }
    let start = text.isAny("前", at: at) ? text.next(at) : at
    guard let number = SmallNumber(text, at: start), number.value <= 31 else { return false }
    return text.end(ofAny: ["月", "季度", "个月", "日"], at: text.skippingSpaces(number.end)) != nil
  }

  /// 二〇〇九至二〇一二年, 二〇〇九、二〇一〇年.
  private func chineseYearFollows(_ end: Int) -> Bool {
    let behind = text.isAny("、和与及", at: end) ? text.next(end) : RangeJoiner.read(text, at: end)?.end
    guard let behind, let second = DigitString.read(text, at: behind), second.glyphs == 4 else {
      return false
    }
    return text.isAny("年", at: second.end)
  }

  private func chinese(at start: Int) -> (value: Int, end: Int)? {
    if let digits = DigitString.read(text, at: start) {
      guard let value = Int(exactly: digits.value.significand) else { return nil }
      guard text.isAny("年", at: digits.end) else {
        return digits.glyphs == 4 && isModern(value) && chineseYearFollows(digits.end)
          ? (value, digits.end) : nil
      }
      let end = text.next(digits.end)
      if text.isAny("代级", at: end) { return nil }
      switch digits.glyphs {
      case 4: return (1000...2200).contains(value) ? (value, end) : nil
      case 2: return (century(value), end)
      default: return nil
      }
    }
    // 两千零四年: only the numerals of years.
    guard text.glyph(at: text.next(start)) == .thousand else { return nil }
    let reader = NumeralReader(text: text, units: nil)
    guard let numeral = reader.read(at: start), numeral.high == nil, numeral.surplus == nil,
      let value = Int(exactly: numeral.value.significand), text.isAny("年", at: numeral.end)
    else { return nil }
    let year = numeral.value.exponent == 3 ? value * 1000 : numeral.value.exponent == 0 ? value : 0
    let end = text.next(numeral.end)
    guard isModern(year), year % 1000 != 0 || partFollows(end) else { return nil }
    return (year, end)
  }
}
