import Records

/// Reads: 上世纪90年代, 20世纪八十年代, 1990年代, 九十年代, 八九十年代, 21世纪.
/// Yields: the ten or the hundred years.
/// Refuses: numbers that are no tens; 本世纪初, whose years are not told.
enum Decade {
  private static let vague: WordList = ["初叶", "初期", "初", "末叶", "末期", "末", "中后期", "中叶", "中期", "上半叶", "下半叶"]
  private static let centuries: WordList = ["上世纪", "上个世纪", "本世纪"]

  static func read(_ text: Prose, at start: Int, _ published: Day?) -> Moment? {
    var at = start
    var century: Int?
    if let end = text.end(ofAny: centuries, at: start) {
      guard let published else { return nil }
      century = (published.year - 1) / 100 + (text.isAny("本", at: start) ? 0 : -1)
      at = end
    } else if let number = SmallNumber(text, at: start), text.has("世纪", at: text.skippingSpaces(number.end)),
      number.value < 30
    {
      century = number.value - 1
      at = text.skippingSpaces(number.end) + 6
    }
    var moment = Moment(start: start, end: at)
    moment.rules = ["Decade"]
    if let (first, last, end) = tens(text, at: at) {
      let base = first > 100 ? 0 : (century ?? (first < 30 ? 20 : 19)) * 100
      moment.year = base + first
      moment.lastYear = base + last + 9
      moment.end = end
      return moment
    }
    guard let century, at != start, text.has("世纪", before: at) else { return nil }
    // 本世纪初 and 上世纪末 tell no years.
    if let end = text.end(ofAny: vague, at: at) {
      moment.isVague = true
      moment.end = end
      return moment
    }
    moment.year = century * 100 + 1
    moment.lastYear = century * 100 + 100
    return moment
  }

  /// 90年代, 1990年代, 九十年代, 八九十年代: the first and the last ten, with their century where it is said.
  private static func tens(_ text: Prose, at start: Int) -> (first: Int, last: Int, end: Int)? {
    if let first = text.glyph(at: start).chineseDigit,
      let second = text.glyph(at: text.next(start)).chineseDigit
    {
      let ten = text.next(text.next(start))
      guard second == first + 1, first > 0, text.glyph(at: ten) == .ten, text.has("年代", at: text.next(ten))
      else { return nil }
      return (first * 10, second * 10, text.next(ten) + 6)
    }
    guard let number = SmallNumber(text, at: start), number.value % 10 == 0,
      number.value < 100 || (number.count == 4 && (1800..<2100).contains(number.value))
    else { return nil }
    let at = text.skippingSpaces(number.end)
    return text.has("年代", at: at) ? (number.value, number.value, at + 6) : nil
  }
}
