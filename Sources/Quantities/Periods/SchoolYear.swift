import Records

/// Reads: a school year: 2021-2022学年, 2021/22学年度, 2021学年.
/// Yields: 1 September of its first year to 31 August of the next, by convention.
/// Refuses: years that do not follow each other; 学年 without a year (三学年 is a duration).
enum SchoolYear {
  static func read(_ text: Prose, at start: Int) -> Moment? {
    guard let first = SmallNumber(text, at: start), isYear(first) else { return nil }
    var end = first.end
    if !text.has("学年", at: end) {
      guard let second = SmallNumber(text, at: joined(text, end) ?? end), second.isArabic,
        second.value == first.value + 1 || (second.count == 2 && second.value == (first.value + 1) % 100)
      else { return nil }
      end = second.end
    }
    if text.isAny("年", at: end) { end = text.next(end) }
    guard text.has("学年", at: end), let from = Day(first.value, 9, 1), let to = Day(first.value + 1, 8, 31)
    else {
      return nil
    }
    end += 6
    var moment = Moment(start: start, end: text.isAny("度", at: end) ? text.next(end) : end)
    moment.stretch = Period(from: from, to: to)
    moment.rules = ["SchoolYear"]
    return moment
  }

  private static func isYear(_ number: SmallNumber) -> Bool {
    number.isArabic && number.count == 4 && (1900...2099).contains(number.value)
  }

  /// Behind a stroke or the joiner of a range.
  private static func joined(_ text: Prose, _ end: Int) -> Int? {
    text.isAny("/／", at: end) ? text.next(end) : RangeJoiner.read(text, at: end)?.end
  }
}
