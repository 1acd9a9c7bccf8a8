import Records

/// Reads the times of a text: a moment (`MomentReader`), or two of them (`PeriodRange`), with `AsOf` before and `Since` behind.
struct PeriodReader {
  let text: Prose
  let published: Day?

  /// What stands at a place: how far it goes, and the period if its year is known.
  struct Result {
    var end: Int
    var mention: PeriodMention?
  }

  /// The time whose first character stands at `offset`; `previous` are those read before it.
  func read(at offset: Int, after previous: [PeriodMention]) -> Result? {
    let moments = MomentReader(text: text, published: published)
    guard
      let first = AnchoredYear.read(text, at: offset, after: previous.last).map(PartReader(text: text).extend)
        ?? moments.read(at: offset, after: nil)
    else { return nil }
    var moment = PeriodRange.read(text, moments, first, published) ?? first
    if moment.isYearOpen {
      // 每年3月 is of no year.
      if text.start(ofAny: ["每年", "历年", "往年"], before: moment.start) != nil {
        return Result(end: moment.end)
      }
      InheritedYear.read(text, previous.last, &moment)
    }
    guard let period = moment.resolved(against: published) else { return Result(end: moment.end) }
    var mention = PeriodMention(
      span: ByteSpan(moment.start, moment.end), period: period, basis: moment.basis,
      isInstant: moment.isInstant, rules: moment.rules)
    AsOf.read(text, &mention)
    Since.read(text, published, &mention)
    return Result(end: mention.span.end, mention: mention)
  }
}
