import Vocabulary

/// Finds the element that holds the main text, and the lines of it that belong to the text.
///
/// Every line speaks for or against (`LineJudge`); an element's score is the sum over its lines, a
/// difference of prefix sums. The element with the highest score holds the text, of equal ones the
/// innermost; a container that is known by name is preferred where it has much of that.
struct MainTextFinder {
  let nodes: NodeTable
  let lines: LineTable
  let roles: [ContainerRole?]
  let boilerplate: [Boilerplate?]
  /// For each line whether it lies in an aside.
  private(set) var isAside: [Bool]
  private(set) var scores: [Int]

  /// - Complexity: O(rows + lines · depth of nested asides, which is small).
  init(nodes: NodeTable, lines: LineTable, roles: ContainerRoles, judge: LineJudge, dataLines: [Bool]) {
    self.nodes = nodes
    self.lines = lines
    self.roles = nodes.nodes.indices.map { row in
      nodes.nodes[row].tag == .text ? nil : roles.role(of: row, in: nodes)
    }
    let text = lines.text
    boilerplate = text.withUnsafeBufferPointer { text in
      lines.lines.map { judge.boilerplate($0, text) }
    }
    var scores: [Int] = []
    scores.reserveCapacity(lines.lines.count)
    for (index, line) in lines.lines.enumerated() {
      scores.append(judge.score(line, boilerplate[index], isData: dataLines[index]))
    }
    self.scores = scores
    isAside = [Bool](repeating: false, count: lines.lines.count)
    markAsides()
  }

  /// Lines in asides count for nothing; an aside with most of the page's text is none.
  private mutating func markAsides() {
    let positive = Self.sums(scores.map { max($0, 0) })
    let total = positive.last ?? 0
    var row = 0
    while row < nodes.nodes.count {
      let tag = nodes.nodes[row].tag
      let isAsideTag = tag == .nav || tag == .footer || tag == .aside
      guard isAsideTag || roles[row] == .aside, tag != .body, tag != .html else {
        row += 1
        continue
      }
      let range = lines.lines(of: row, in: nodes)
      if (positive[range.upperBound] - positive[range.lowerBound]) * 5 > total * 3 {
        row += 1
        continue
      }
      for line in range {
        isAside[line] = true
        scores[line] = min(scores[line], 0)
      }
      row = max(nodes.end(of: row), row + 1)
    }
  }

  /// `sums[i]` is the sum of the values before `i`.
  static func sums(_ values: [Int]) -> [Int] {
    var sums = [0]
    sums.reserveCapacity(values.count + 1)
    for value in values { sums.append(sums[sums.count - 1] + value) }
    return sums
  }

  /// The element that holds the main text, and the rule that says so.
  func root() -> (row: Int, rule: String)? {
    let sums = Self.sums(scores)
    var best: (row: Int, score: Int)?
    var container: (row: Int, score: Int)?
    for row in nodes.nodes.indices where nodes.nodes[row].tag.holdsBlocks {
      let range = lines.lines(of: row, in: nodes)
      guard !range.isEmpty else { continue }
      let score = sums[range.upperBound] - sums[range.lowerBound]
      if score > 0, score >= best?.score ?? 1 { best = (row, score) }
      if roles[row] == .body, score > 0, score >= container?.score ?? 1 { container = (row, score) }
    }
    guard let best, best.score >= 20 else { return nil }
    if let container, container.score * 2 >= best.score { return (container.row, "container") }
    return (best.row, "density")
  }
}
