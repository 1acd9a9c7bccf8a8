import Records

/// Reads: 次年, 翌年 and 当年 behind a year that the same paragraph states: 2005年建厂，次年投产.
/// Yields: the year after that one, or the year itself, basis `inherited`.
/// Refuses: years that are compared with or that something began in (比2010年, 2010年以来), 次年 within a clause (每次年检), a time of several years before it, and 当年 in a sentence of its own, which
/// `RelativeYear` reads.
enum AnchoredYear {
  /// How far behind the year that it leans on a word may stand, in bytes.
  private static let reach = 600

  static func read(_ text: Prose, at start: Int, after previous: PeriodMention?) -> Moment? {
    guard text.glyph(at: start) == .era, text.isAny("年", at: text.next(start)), let previous,
      previous.basis != .relative, previous.period.start.year == previous.period.end.year,
      start - previous.span.end < reach, !isComparedWith(text, previous.span)
    else { return nil }
    let shift: Int
    let ends: StaticString
    switch text.scalar(at: start) {
    case 0x5F53:  // 当
      guard !text.isAny("相应", before: start) else { return nil }
      (shift, ends) = (0, "。！？!?\n")
    case 0x6B21:  // 次
      guard text.isClauseStart(start) || text.isAny("于在到至从", before: start) else { return nil }
      (shift, ends) = (1, "\n")
    case 0x7FCC: (shift, ends) = (1, "\n")  // 翌
    default: return nil
    }
    var at = previous.span.end
    while at < start {
      if text.isAny(ends, at: at) { return nil }
      at = text.next(at)
    }
    var moment = Moment(start: start, end: start + 6)
    moment.year = previous.period.start.year + shift
    moment.basis = .inherited
    moment.rules = ["AnchoredYear"]
    return moment
  }

  /// 比2010年, 2010年以来: the sentence speaks of another time.
  private static func isComparedWith(_ text: Prose, _ span: ByteSpan) -> Bool {
    text.isAny("比较与同自从", before: span.start) || text.end(ofAny: comparisons, at: span.end) != nil
  }

  private static let comparisons: WordList = ["以来", "相比", "以前", "之前", "前", "统计"]
}
