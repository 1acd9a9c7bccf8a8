import Records

/// Reads: 上世纪90年代, 20世纪八十年代, 九十年代, 21世纪.
/// Yields: the ten or the hundred years.
/// Refuses: numbers that are no tens.
enum Decade {
  static func read(_ text: Prose, at start: Int, _ published: Day?) -> Moment? {
    var at = start
    var century: Int?
    if let end = text.end(ofAny: ["上世纪", "上个世纪", "本世纪"], at: start) {
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
    if let number = SmallNumber(text, at: at), number.value % 10 == 0, number.value < 100,
      text.has("年代", at: text.skippingSpaces(number.end))
    {
      let base = (century ?? (number.value < 30 ? 20 : 19)) * 100 + number.value
      moment.year = base
      moment.lastYear = base + 9
      moment.end = text.skippingSpaces(number.end) + 6
      return moment
    }
    guard let century, at != start, text.has("世纪", before: at) else { return nil }
    moment.year = century * 100 + 1
    moment.lastYear = century * 100 + 100
    return moment
  }
}
