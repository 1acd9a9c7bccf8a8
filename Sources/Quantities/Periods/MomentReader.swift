import Records

/// One time: a school or fiscal year, a written date, a plan, a decade, a date of the Chinese calendar, a year with its parts, a time
/// told against the day of publication, or parts alone, whose year is open.
struct MomentReader {
  let text: Prose
  let published: Day?

  /// The moment at `offset`; `first` is the other end where this is the second one of a range.
  func read(at offset: Int, after first: Moment?) -> Moment? {
    let glyph = text.glyph(at: offset)
    let isArabic = glyph.arabicDigit != nil
    if isArabic,
      let date = SchoolYear.read(text, at: offset) ?? FiscalYear.read(text, at: offset)
        ?? WrittenDate.read(text, at: offset)
    {
      return date
    }
    if glyph == .ordinal, let plan = PlanPeriod.numbered(text, at: offset) { return plan }
    if glyph.isNumeral {
      if !isArabic, let plan = PlanPeriod.read(text, at: offset) { return plan }
      if let decade = Decade.read(text, at: offset, published) { return decade }
    }
    if first == nil, !isArabic {
      let lunar = LunarDate(text: text, year: nil, isStated: false)
      if let date = lunar.read(at: offset, published) { return date }
    }
    let parts = PartReader(text: text)
    let year = EraYear.read(text, at: offset) ?? Year(text: text).read(at: offset, isSecond: first != nil)
    if let moment = year ?? RelativeTime.read(text, at: offset, published) { return parts.extend(moment) }
    return open(parts, at: offset, after: first) ?? DayAlone.read(text, at: offset, published)
  }

  /// Parts without a year; behind a first end they are of its year, a day of its month too.
  private func open(_ parts: PartReader, at offset: Int, after first: Moment?) -> Moment? {
    var open = Moment(start: offset, end: offset)
    open.basis = .relative
    if let first {
      open.basis = first.basis
      open.year = first.year
      open.months = first.months
      if first.days != nil, let day = DayOfMonth.read(text, at: offset, of: open) { return day }
      open.months = nil
    }
    return parts.read(open, at: offset)
  }
}
