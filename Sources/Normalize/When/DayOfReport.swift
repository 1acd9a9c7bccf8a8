internal import Quantities
internal import Records

/// A report speaks from the day on which it was given, however late it was put on the net: 去年 of a report of March 2003 is 2002, published 2007 or not.
///
/// Reads: the line of the occasion near the head of the text (——2003年3月6日在县第十三届人民代表大会第一次会议上), the day in the title or alone on its line beside it; else the year
/// that the title of a 工作报告 names, where the day of publication lies in a later year and not in its first months.
/// Yields: that day, in the place of the day of publication; of a year no day that 目前 could mean.
/// Refuses: days behind that of publication, and other texts.
struct DayOfReport {
  let day: Day
  /// Whether the text gives the day and not only its year.
  let isStated: Bool

  init?(_ document: Document, _ text: Bytes, _ annotator: Annotator) {
    let title = document.title ?? ""
    if let day = Self.occasion(document, title, text, annotator) {
      (self.day, isStated) = (day, true)
      return
    }
    guard title.holds("工作报告"), let published = document.published,
      let year = Self.year(in: title, annotator), year + (published.month <= 4 ? 1 : 0) < published.year,
      let day = Day(year, 3, 1)
    else { return nil }
    (self.day, isStated) = (day, false)
  }

  private static func occasion(
    _ document: Document, _ title: String, _ text: Bytes, _ annotator: Annotator
  ) -> Day? {
    if title.holds("会议上"), let day = day(in: title, annotator, document.published) { return day }
    var isOccasion = false
    for block in document.blocks.prefix(8) where block.kind != .table && block.span.count <= 240 {
      let isHere = HeadingLine.isOccasion(text, block.span)
      isOccasion = isOccasion || isHere
      guard isHere || (isOccasion && block.span.count <= 48),
        let day = day(in: text.string(block.span), annotator, document.published)
      else { continue }
      return day
    }
    return nil
  }

  /// The only day of a line, unless it is later than publication.
  private static func day(in line: String, _ annotator: Annotator, _ published: Day?) -> Day? {
    let periods = annotator.annotate(line, published: nil).periods
    guard let day = periods.last?.period.start, periods.last?.period.end == day else { return nil }
    return published.map { day <= $0 } ?? true ? day : nil
  }

  /// The only year of a title.
  private static func year(in title: String, _ annotator: Annotator) -> Int? {
    let periods = annotator.annotate(title, published: nil).periods
    guard periods.count == 1, let period = periods.first?.period,
      period == Period(year: period.start.year)
    else { return nil }
    return period.start.year
  }
}
