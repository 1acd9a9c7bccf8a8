/// Reads: 2013财政年度, 2013年财政年度, 2013财年.
/// Yields: for 财政年度 the calendar year (Budget Law, article 18); for 财年, which firms and other countries begin in
/// other months, no days.
/// Refuses: two digits, and numbers that are no year of our time.
enum FiscalYear {
  static func read(_ text: Prose, at start: Int) -> Moment? {
    guard let number = SmallNumber(text, at: start), number.isArabic, number.count == 4,
      (1900...2099).contains(number.value)
    else { return nil }
    var at = text.skippingSpaces(number.end)
    if text.isAny("年", at: at) { at = text.next(at) }
    guard let end = text.end(ofAny: ["财政年度", "财年"], at: at) else { return nil }
    var moment = Moment(start: start, end: end)
    moment.year = number.value
    moment.isVague = !text.has("财政年度", at: at)
    moment.rules = ["FiscalYear"]
    return moment
  }
}
