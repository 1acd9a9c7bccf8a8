/// Reads: 上旬, 中旬, 下旬 behind a month.
/// Yields: the first ten days, the second ten, the rest.
/// Refuses: them behind several months.
enum TenDays {
  private static let words: [(StaticString, ClosedRange<Int>)] = [
    ("上旬", 1...10), ("中旬", 11...20), ("下旬", 21...31),
  ]

  static func read(_ text: Prose, _ moment: Moment) -> Moment? {
    guard moment.months?.count == 1 else { return nil }
    let at = text.skippingSpaces(moment.end)
    for (word, days) in words where text.has(word, at: at) {
      var result = moment
      result.days = days
      result.end = at + 6
      result.rules.append("TenDays")
      return result
    }
    return nil
  }
}
