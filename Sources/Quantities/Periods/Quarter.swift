/// Reads: 第一季度, 1季度, 首季度, 前三季度, 一至三季度; the first of 一、二季度.
/// Yields: their months.
/// Refuses: a fifth quarter; 个季度, which is a duration but behind 前.
enum Quarter {
  static func read(_ text: Prose, at offset: Int) -> MonthsFound? {
    if let end = text.end(ofAny: ["首季度", "首季"], at: offset) { return MonthsFound(months: 1...3, end: end) }
    let isFront = text.isAny("前", at: offset)
    var at = isFront || text.isAny("第", at: offset) ? text.next(offset) : offset
    guard let number = SmallNumber(text, at: at), (1...4).contains(number.value) else { return nil }
    var last = number.value
    at = text.skippingSpaces(number.end)
    if let (next, _) = RangeJoiner.read(text, at: at), let second = SmallNumber(text, at: next),
      (1...4).contains(second.value), second.value > last
    {
      (last, at) = (second.value, text.skippingSpaces(second.end))
    }
    if isFront, text.isAny("个", at: at) { at = text.next(at) }
    // 一、二季度 are two quarters, but 一、 at a line's start numbers a heading.
    if !isFront, let second = SmallNumber(text, afterListMarkAt: at), !text.isCellStart(offset),
      second.value > number.value, second.value <= 4, text.has("季度", at: second.end)
    {
      return MonthsFound(months: number.value * 3 - 2...number.value * 3, end: number.end)
    }
    guard let end = text.end(ofAny: ["季度"], at: at) else { return nil }
    return MonthsFound(months: (isFront ? 1 : number.value * 3 - 2)...last * 3, end: end)
  }
}
