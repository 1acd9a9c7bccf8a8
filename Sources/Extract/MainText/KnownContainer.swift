import Vocabulary

/// Finds the container that a content management system puts texts in, by its class or id.
///
/// Reads: `containers.tsv`, role `body`; the scores of lines.
/// Yields: the container with the most text; containers that follow one another with at most two lines between
///   them, none of which has a date or heads anything, as one: a text in parts.
/// Refuses: containers with less than half the text that any other rule finds.
enum KnownContainer {
  static func place(in finder: MainTextFinder, _ sums: [Int]) -> MainTextFinder.Place? {
    var best: MainTextFinder.Place?
    for row in finder.nodes.nodes.indices where finder.roles[row] == .body {
      let range = finder.lines.lines(of: row, in: finder.nodes)
      let score = sums[range.upperBound] - sums[range.lowerBound]
      if score > 0, score >= best?.score ?? 0 {
        best = MainTextFinder.Place(lines: range, rule: "KnownContainer", score: score)
      }
    }
    guard var place = best else { return nil }
    for other in finder.containers(within: finder.lines.lines.indices, sums) {
      let isBehind = other.lowerBound >= place.lines.upperBound
      let isBefore = other.upperBound <= place.lines.lowerBound
      let gap =
        isBehind
        ? place.lines.upperBound..<other.lowerBound
        : isBefore ? other.upperBound..<place.lines.lowerBound : 0..<0
      guard isBehind || isBefore, continues(gap, finder) else { continue }
      place.lines =
        min(place.lines.lowerBound, other.lowerBound)..<max(place.lines.upperBound, other.upperBound)
      place.score = sums[place.lines.upperBound] - sums[place.lines.lowerBound]
    }
    return place
  }

  private static func continues(_ gap: Range<Int>, _ finder: MainTextFinder) -> Bool {
    guard gap.count <= 2 else { return false }
    return finder.lines.text.withUnsafeBufferPointer { text in
      gap.allSatisfy { index in
        let line = finder.lines.lines[index]
        return !finder.isHeading(index) && finder.boilerplate[index] != .tail
          && DateReader(text).first(in: Int(line.start)..<Int(line.end)) == nil
      }
    }
  }
}
