import Records

/// Reads: two times with a joiner between: 2019—2020年, 2019年1月—6月, 8月11日至22日, 2013年9月到去年4月.
/// Yields: the days from the first one's first to the second one's last; what the second leaves open is the
/// first one's.
/// Refuses: a second one that ends before the first begins, and spans such as 近五年.
enum PeriodRange {
  /// `first` with the other end that a joiner leads to, or nothing.
  static func read(_ text: Prose, _ moments: MomentReader, _ first: Moment, _ published: Day?) -> Moment? {
    let left = text.end(ofAny: ["起", "（含）"], at: first.end) ?? first.end
    guard let (at, _) = RangeJoiner.read(text, at: left), let second = moments.read(at: at, after: first),
      !first.isRelativeSpan, !second.isRelativeSpan
    else { return nil }
    var both = first
    both.join(second)
    // Without a day of publication the years of 5月—10月 are open, and the words are passed all the same.
    let isOpen = first.year == nil && first.stretch == nil && published == nil
    guard isOpen || both.resolved(against: published) != nil else { return nil }
    both.end = text.end(ofAny: ["止", "期间", "之间"], at: both.end) ?? both.end
    return both
  }
}
