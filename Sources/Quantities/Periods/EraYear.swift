import Records

/// Reads: years of the Republic and of the Qing reigns: 民国三年, 清光绪三十二年, 康熙元年.
/// Yields: the year of the Gregorian calendar that most of it falls into.
/// Refuses: a reign without a year.
enum EraYear {
  /// The first years of reigns and of the Republic, less one.
  private static let reigns: [(StaticString, Int)] = [
    ("民国", 1911), ("宣统", 1908), ("光绪", 1874), ("同治", 1861), ("咸丰", 1850), ("道光", 1820), ("嘉庆", 1795),
    ("乾隆", 1735), ("雍正", 1722), ("康熙", 1661), ("顺治", 1643),
  ]

  static func read(_ text: Prose, at offset: Int) -> Moment? {
    let start = text.isAny("清", at: offset) ? text.next(offset) : offset
    guard text.glyph(at: start) == .era else { return nil }
    for (name, base) in reigns where text.has(name, at: start) {
      let at = start + name.utf8CodeUnitCount
      if text.has("元年", at: at) { return year(offset, at + 6, base + 1) }
      guard let number = SmallNumber(text, at: at), (1...99).contains(number.value),
        text.isAny("年", at: number.end)
      else { return nil }
      return year(offset, text.next(number.end), base + number.value)
    }
    return nil
  }

  private static func year(_ start: Int, _ end: Int, _ year: Int) -> Moment {
    var moment = Moment(start: start, end: end)
    moment.year = year
    moment.rules = ["EraYear"]
    return moment
  }
}
