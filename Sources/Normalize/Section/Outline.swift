internal import Records
internal import Vocabulary

/// The headings above a place of the text, and the enumerated measure that it stands in.
struct Outline {
  private var headings: [(level: Int, title: String)] = []
  private var measure: String?

  /// The headings and the measure, joined by ` / `.
  private(set) var path = ""

  private mutating func join() {
    path = (headings.map(\.title) + (measure.map { [$0] } ?? [])).joined(separator: " / ")
  }

  /// Enters the section of a heading and leaves all that are not above it.
  mutating func enter(_ title: String, level: Int) {
    while let last = headings.last, last.level >= level { headings.removeLast() }
    headings.append((level, title))
    measure = nil
    join()
  }

  /// A paragraph ends the measure of the one before.
  mutating func beginParagraph() {
    if measure == nil { return }
    measure = nil
    join()
  }

  /// 一是 begins a measure.
  mutating func enter(measure title: String) {
    measure = title
    join()
  }
}
