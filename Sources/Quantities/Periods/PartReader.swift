import Records

/// What may follow a year or stand without one: `HalfYear`, `Quarter`, `Month`, `DayOfMonth`, `TenDays`,
/// `PeriodEdge`, `LunarDate`.
struct PartReader {
  let text: Prose

  /// `moment` with what follows it, or itself.
  func extend(_ moment: Moment) -> Moment {
    var result = moment
    if moment.months == nil, moment.stretch == nil {
      result = behindYear(moment)
    } else if moment.months != nil, moment.days == nil {
      result = behindMonth(moment)
    }
    result.start = moment.start
    return result
  }

  private func behindYear(_ moment: Moment) -> Moment {
    let at = text.skippingSpaces(moment.end)
    let behind = text.isAny("的", at: at) ? text.skippingSpaces(text.next(at)) : at
    let lunar = LunarDate(text: text, year: moment.year, isStated: moment.basis == .stated)
    if moment.year != nil, var date = lunar.read(at: behind, nil) ?? lunar.feast(at: behind) {
      date.rules = moment.rules + date.rules
      return date
    }
    return read(moment, at: behind) ?? PeriodEdge.ofYear(text, moment) ?? moment
  }

  private func behindMonth(_ moment: Moment) -> Moment {
    DayOfMonth.read(text, at: text.skippingSpaces(moment.end), of: moment)
      ?? DayOfMonth.first(text, of: moment) ?? PeriodEdge.ofMonths(text, moment) ?? TenDays.read(text, moment)
      ?? moment
  }

  /// 三季度末, 上半年末.
  private func behindMonths(_ moment: Moment) -> Moment { PeriodEdge.ofMonths(text, moment) ?? moment }

  /// The part at `offset`, of the year of `moment`.
  func read(_ moment: Moment, at offset: Int) -> Moment? {
    var result = moment
    if moment.end == moment.start { result.start = offset }
    if let found = HalfYear.read(text, at: offset) { return behindMonths(result.taking(found, "HalfYear")) }
    if let found = Quarter.read(text, at: offset) { return behindMonths(result.taking(found, "Quarter")) }
    if let found = Month.counted(text, at: offset) { return result.taking(found, "Month") }
    guard let found = Month.read(text, at: offset) else { return nil }
    result = result.taking(found, "Month")
    return found.months.count == 1 ? behindMonth(result) : result
  }
}

/// Months of a year, and where the words that tell them end.
struct MonthsFound {
  var months: ClosedRange<Int>
  var end: Int
}

extension Moment {
  /// The same moment with these months.
  func taking(_ found: MonthsFound, _ rule: String) -> Moment {
    var result = self
    result.months = found.months
    result.end = found.end
    result.rules.append(rule)
    return result
  }
}
