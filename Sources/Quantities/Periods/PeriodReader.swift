import Records

/// Reads: a time: a moment (`MomentReader`), or two of them with a joiner between (2019年1月—6月).
/// Yields: a period with its basis, or only the place behind it where the year cannot be known.
/// Refuses: an end that lies before the start.
struct PeriodReader {
  let text: Prose
  let published: Day?

  /// What stands at a place: how far it goes, and the period if its year is known.
  struct Result {
    var end: Int
    var mention: PeriodMention?
  }

  /// The time whose first character stands at `offset`.
  func read(at offset: Int) -> Result? {
    let moments = MomentReader(text: text, published: published)
    guard var moment = moments.read(at: offset, after: nil) else { return nil }
    if let second = secondEnd(moments, moment) {
      moment.join(second)
    }
    if let end = text.end(ofAny: ["止", "期间", "之间"], at: moment.end), moment.isRange { moment.end = end }
    guard let period = moment.resolved(against: published) else { return Result(end: moment.end) }
    var mention = PeriodMention(
      span: ByteSpan(moment.start, moment.end), period: period, basis: moment.basis,
      isInstant: moment.isInstant,
      rules: moment.rules)
    asOf(&mention)
    return Result(end: moment.end, mention: mention)
  }

  /// The other end of a range; a plain number may be a year, month or day of the first one's sort.
  private func secondEnd(_ moments: MomentReader, _ first: Moment) -> Moment? {
    let left = text.end(ofAny: ["起", "（含）"], at: first.end) ?? first.end
    guard let (at, _) = RangeJoiner.read(text, at: left), let second = moments.read(at: at, after: first)
    else {
      return nil
    }
    guard !first.isRelativeSpan, !second.isRelativeSpan else { return nil }
    var both = first
    both.join(second)
    // Without a day of publication the years of 5月—10月 are open, and the words are passed all the same.
    let isOpen = first.year == nil && first.stretch == nil && published == nil
    return isOpen || both.resolved(against: published) != nil ? second : nil
  }

  private static let closings: [StaticString] = ["截至到", "截止到", "截至", "截止", "截至至"]

  /// 截至 makes the end of the time a point that was reached.
  private func asOf(_ mention: inout PeriodMention) {
    guard
      let start = text.start(ofAny: Self.closings, before: text.skippingSpaces(before: mention.span.start))
    else { return }
    mention.span.start = start
    mention.period = Period(mention.period.end)
    mention.isInstant = true
    mention.rules.append("AsOf")
  }
}
