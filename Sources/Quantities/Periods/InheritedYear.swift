import Records

/// Reads: a time without a year in a list behind one with its year: 2021年1—2月、1—3月; 2020年一季度和二季度.
/// Yields: the year of the one before, basis `inherited`.
/// Refuses: it where more than a mark of lists stands between, and where the one before has several years.
enum InheritedYear {
  static func read(_ text: Prose, _ previous: PeriodMention?, _ moment: inout Moment) {
    guard let previous, previous.period.start.year == previous.period.end.year, !moment.isRelativeSpan,
      moment.start > previous.span.end,
      text.end(ofAny: ["、", "和", "与", "及"], at: previous.span.end) == moment.start
    else { return }
    moment.year = previous.period.start.year
    moment.basis = .inherited
    moment.rules.append("InheritedYear")
  }
}
