import Records

/// Reads: a year (`YearReader`) and what follows of halves, quarters, months and days (`PartReader`), or
/// these alone; written dates (`WrittenDate`); plans (`PlanPeriod`); 今年, 本月, 近五年 (`RelativeTime`).
/// Yields: a moment, its year open where none is said.
/// Refuses: numbers without a word of time.
struct MomentReader {
  let text: Prose
  let published: Day?

  /// The moment at `offset`; `first` is the other end where this is the second one of a range.
  func read(at offset: Int, after first: Moment?) -> Moment? {
    let glyph = text.glyph(at: offset)
    if glyph.isNumeral || glyph == .ordinal {
      if let date = WrittenDate.read(text, at: offset) { return date }
      if let plan = PlanPeriod.read(text, at: offset) { return plan }
      if let decade = Decade.read(text, at: offset, published) { return decade }
    }
    let parts = PartReader(text: text)
    let lunar =
      first == nil ? LunarDate(text: text, year: nil, isStated: false).read(at: offset, published) : nil
    if let lunar { return lunar }
    if let year = YearReader(text: text, published: published).read(at: offset, isSecond: first != nil) {
      return parts.extend(year)
    }
    if let moment = RelativeTime.read(text, at: offset, published) { return parts.extend(moment) }
    var open = Moment(start: offset, end: offset)
    open.basis = .relative
    if let first {
      open.basis = first.basis
      open.year = first.year
      open.months = first.months
      if first.days != nil, let day = parts.day(of: open, at: offset) { return day }
      open.months = nil
    }
    return parts.read(open, at: offset) ?? DayAlone.read(text, at: offset, published)
  }
}
