internal import Records
internal import Vocabulary

/// The headings above a place of the text, and the enumerated measure that it stands in.
struct Outline {
  private var headings: [(level: Int, title: String)] = []
  private var measure: String?

  /// The headings and the measure, joined by ` / `.
  var path: String {
    mutating get {
      if let joined { return joined }
      let path = (headings.map(\.title) + (measure.map { [$0] } ?? [])).joined(separator: " / ")
      joined = path
      return path
    }
  }

  /// The path, while nothing changes it.
  private var joined: String?

  /// Enters the section of a heading and leaves all that are not above it.
  mutating func enter(_ title: String, level: Int) {
    while let last = headings.last, last.level >= level { headings.removeLast() }
    headings.append((level, title))
    (measure, joined) = (nil, nil)
  }

  /// A paragraph ends the measure of the one before.
  mutating func beginParagraph() {
    if measure == nil { return }
    (measure, joined) = (nil, nil)
  }

  /// 一是 begins a measure.
  mutating func enter(measure title: String) {
    (measure, joined) = (title, nil)
  }
}
