internal import Quantities
internal import Records

/// The time that a table is of, and the day by which it speaks.
///
/// Reads: the caption, or the document's title, where they name one year.
/// Yields: the time itself; and where its year lies before the publication, its last day instead of that of publication: 本年, 上年 and
///   1—2月 in a yearbook that came out in March are those of the year that it is about.
/// Refuses: titles of several years; months alone.
struct TableReference {
  /// The time of a monthly table.
  let base: Period?
  /// The day that words such as 本年 are told from.
  let day: Day?

  init(_ caption: String?, _ context: Context, _ annotator: Annotator) {
    let published = context.document.published
    let words = [caption, context.document.title].compactMap { $0 }
    let stated = words.lazy.compactMap { Self.year(annotator.annotate($0, published: published).periods) }
      .first
    day =
      if let stated, published.map({ stated < $0.year }) ?? true { Day(stated, 12, 31) } else { published }
    var base: Period?
    for words in words where base == nil {
      base =
        annotator.annotate(words, published: day).periods.first { $0.period.start != $0.period.end }?.period
    }
    self.base = base
  }

  /// The year that the words state, where it is one.
  private static func year(_ periods: [PeriodMention]) -> Int? {
    let stated = periods.filter { $0.basis == .stated }
    guard let year = stated.first?.period.end.year else { return nil }
    return stated.allSatisfy { $0.period.start.year == year && $0.period.end.year == year } ? year : nil
  }
}
