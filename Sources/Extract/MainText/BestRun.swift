/// Finds the run of lines with the most text, whatever elements they are in.
///
/// Reads: the scores of lines.
/// Yields: the run with the highest sum. It is taken where it has a quarter more than the densest element: a text
///   in one element with long lists is outweighed by them there, and a run of its lines is not.
/// Refuses: nothing; a page without text gives an empty run.
enum BestRun {
  /// - Complexity: O(lines).
  static func place(in finder: MainTextFinder, _ sums: [Int]) -> MainTextFinder.Place {
    var best = MainTextFinder.Place(lines: 0..<0, rule: "BestRun", score: 0)
    var start = 0
    for end in sums.indices {
      if sums[end] - sums[start] > best.score {
        best.lines = start..<end
        best.score = sums[end] - sums[start]
      }
      if sums[end] < sums[start] { start = end }
    }
    return best
  }
}
