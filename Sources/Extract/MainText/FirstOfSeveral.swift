import Vocabulary

/// Finds the first of several articles on one page of posts.
///
/// Reads: the containers of text within a place that another rule found.
/// Yields: the first of them.
/// Refuses: places with one container, and those in which two follow each other without a heading between them:
///   they are the parts of one text.
enum FirstOfSeveral {
  static func place(
    within place: MainTextFinder.Place, in finder: MainTextFinder, _ sums: [Int]
  ) -> MainTextFinder.Place? {
    let found = finder.containers(within: place.lines, sums)
    guard found.count > 1, let first = found.first else { return nil }
    for (before, behind) in zip(found, found.dropFirst()) {
      guard (before.upperBound..<behind.lowerBound).contains(where: finder.isHeading) else { return nil }
    }
    let score = sums[first.upperBound] - sums[first.lowerBound]
    return MainTextFinder.Place(lines: first, rule: "FirstOfSeveral", score: score)
  }
}

extension MainTextFinder {
  /// Whether a line is a heading by its element or its container.
  func isHeading(_ line: Int) -> Bool {
    lines.lines[line].headingLevel > 0 || roles[Int(lines.lines[line].block)] == .title
  }
}
