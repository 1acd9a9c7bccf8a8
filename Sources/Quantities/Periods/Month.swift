/// Reads: 3月, 三月份, 1—9月, 1-五月; the first of 3、4月; 前七个月, 前两月, 首月, 第8个月, 最后4个月.
/// Yields: the months.
/// Refuses: a thirteenth month, a range that falls, 月 of other words (月均, 月饼).
enum Month {
  static func read(_ text: Prose, at offset: Int) -> MonthsFound? {
    guard let first = SmallNumber(text, at: offset), (1...12).contains(first.value), first.count <= 2 else {
      return nil
    }
    var last = first.value
    var at = text.skippingSpaces(first.end)
    if let (next, _) = RangeJoiner.read(text, at: at) {
      guard let second = SmallNumber(text, at: next), (1...12).contains(second.value), second.value > last
      else { return nil }
      (last, at) = (second.value, text.skippingSpaces(second.end))
    }
    if last == first.value, let second = SmallNumber(text, afterListMarkAt: at), !text.isCellStart(offset),
      second.value > first.value, second.value <= 12, text.isAny("月", at: second.end)
    {
      return MonthsFound(months: first.value...last, end: first.end)
    }
    guard let end = text.end(ofAny: ["月份", "月"], at: at), !text.isAny("球饼亮嫂薪租供息利均", at: end) else {
      return nil
    }
    // 一月一通报 is once a month.
    if first.value == 1, !first.isArabic, text.isAny("一", at: end) { return nil }
    return MonthsFound(months: first.value...last, end: end)
  }

  /// Months that are counted from the year's front or end.
  static func counted(_ text: Prose, at offset: Int) -> MonthsFound? {
    if text.has("首月", at: offset) { return MonthsFound(months: 1...1, end: offset + 6) }
    guard let start = text.end(ofAny: ["最后", "最後", "前", "第", "头"], at: offset),
      let number = SmallNumber(text, at: text.skippingSpaces(start)), (1...12).contains(number.value)
    else { return nil }
    let at = text.skippingSpaces(number.end)
    let isFront = text.isAny("前头", at: offset)
    let short = isFront ? text.end(ofAny: ["月"], at: at) : nil
    guard let end = text.end(ofAny: ["个月", "個月"], at: at) ?? short else { return nil }
    if isFront { return MonthsFound(months: 1...number.value, end: end) }
    if text.isAny("第", at: offset) { return MonthsFound(months: number.value...number.value, end: end) }
    return MonthsFound(months: 13 - number.value...12, end: end)
  }
}
