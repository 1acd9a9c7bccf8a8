import Records

/// Times that are told against the day of publication: `RelativeYear`, `RelativeMonth`, `RelativeDay`,
/// `RollingSpan`, `WholeYear`, `PeriodEdge`, `Decade`. Where that day is not known the words are passed, and
/// make no period.
enum RelativeTime {
  static func read(_ text: Prose, at start: Int, _ published: Day?) -> Moment? {
    guard text.glyph(at: start) == .era, !isCut(text, at: start) else { return nil }
    return Decade.read(text, at: start, published) ?? RollingSpan.read(text, at: start, published)
      ?? RelativeYear.read(text, at: start, published) ?? RelativeMonth.read(text, at: start, published)
      ?? RelativeDay.read(text, at: start, published) ?? WholeYear.read(text, at: start, published)
      ?? PeriodEdge.alone(text, at: start, published)
  }
}

extension RelativeTime {
  /// Whether the first character belongs to the word before: 建成后年产值, 以上年产, 日本年均, 安全年会.
  private static func isCut(_ text: Prose, at start: Int) -> Bool {
    switch text.scalar(at: start) {
    case 0x524D, 0x540E, 0x5F8C: text.isAny("目以之其此先成产完投用年月日建运", before: start)  // 前 后 後
    case 0x4E0A, 0x4E0B: text.isAny("以", before: start)  // 上 下
    case 0x672C: text.isAny("日基成资样版标根", before: start)  // 本
    case 0x5168: text.isAny("安健完齐周", before: start)  // 全
    case 0x53BB: text.isAny("失除", before: start)  // 去
    case 0x5F53: text.isAny("相应", before: start)  // 当
    default: false
    }
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
