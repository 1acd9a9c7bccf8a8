import Records

/// Reads: 以来 and 至今 behind a time: 2016年以来, 去年10月至今.
/// Yields: the days from its first one to that of publication.
/// Refuses: it where that day is not known, or lies before: the time is then given alone.
enum Since {
  static func read(_ text: Prose, _ published: Day?, _ mention: inout PeriodMention) {
    let at = text.skippingSpaces(mention.span.end)
    guard !mention.isInstant, let end = text.end(ofAny: ["以来", "至今"], at: at), let published,
      let period = Period(from: mention.period.start, to: published)
    else { return }
    mention.period = period
    mention.span.end = end
    mention.rules.append("Since")
  }
}
