/// Finds the element that has the most text and the least of anything else.
///
/// Reads: the scores of lines, summed over each element.
/// Yields: the element with the highest sum, of equal ones the innermost.
/// Refuses: elements with no more for them than against them.
enum DensestElement {
  static func place(in finder: MainTextFinder, _ sums: [Int]) -> MainTextFinder.Place? {
    var best: MainTextFinder.Place?
    for row in finder.nodes.nodes.indices where finder.nodes.nodes[row].tag.holdsBlocks {
      let range = finder.lines.lines(of: row, in: finder.nodes)
      let score = sums[range.upperBound] - sums[range.lowerBound]
      if score > 0, score >= best?.score ?? 0 {
        best = MainTextFinder.Place(lines: range, rule: "DensestElement", score: score)
      }
    }
    return best
  }
}
