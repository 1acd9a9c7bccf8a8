import Records

/// Reads the times of a text: a moment (`MomentReader`), or two of them (`PeriodRange`), with `AsOf` before.
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
    guard let first = moments.read(at: offset, after: nil) else { return nil }
    let moment = PeriodRange.read(text, moments, first, published) ?? first
    guard let period = moment.resolved(against: published) else { return Result(end: moment.end) }
    var mention = PeriodMention(
      span: ByteSpan(moment.start, moment.end), period: period, basis: moment.basis,
      isInstant: moment.isInstant, rules: moment.rules)
    AsOf.read(text, &mention)
    return Result(end: moment.end, mention: mention)
  }
}
