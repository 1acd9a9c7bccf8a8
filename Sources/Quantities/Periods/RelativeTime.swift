import Records

/// Times that are told against the day of publication: `RelativeYear`, `RelativeMonth`, `RelativeDay`,
/// `RollingSpan`, `WholeYear`, `PeriodEdge`, `Decade`. Where that day is not known the words are passed, and
/// make no period.
enum RelativeTime {
  static func read(_ text: Prose, at start: Int, _ published: Day?) -> Moment? {
    guard text.glyph(at: start) == .era else { return nil }
    return Decade.read(text, at: start, published) ?? RollingSpan.read(text, at: start, published)
      ?? RelativeYear.read(text, at: start, published) ?? RelativeMonth.read(text, at: start, published)
      ?? RelativeDay.read(text, at: start, published) ?? WholeYear.read(text, at: start, published)
      ?? PeriodEdge.alone(text, at: start, published)
  }
}

extension Moment {
  /// A moment that is told against the day of publication.
  init(start: Int, end: Int, relativeBy rule: String) {
    self.init(start: start, end: end)
    basis = .relative
    rules = [rule]
  }
}
