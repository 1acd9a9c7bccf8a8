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

  /// Lines in asides count for nothing. An element that leaves less than a tenth of the page's text outside it
  /// is none, whatever it is called.
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
      let outside = total - (positive[range.upperBound] - positive[range.lowerBound])
      if outside < max(Self.leastScore, total / 10) {
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

  /// Where the main text is.
  struct Place {
    /// The row of the element that holds it.
    var row: Int
    /// The lines among which it is: all of the element's, or a run of them.
    var lines: Range<Int>
    /// The rule that found it: `container`, `density`, `run` or `first_container`.
    var rule: String
  }

  /// Where the main text is; nothing where no element speaks for it.
  func place() -> Place? {
    let sums = Self.sums(scores)
    var best = (row: 0, score: 0)
    var container = (row: 0, score: 0)
    for row in nodes.nodes.indices where nodes.nodes[row].tag.holdsBlocks {
      let range = lines.lines(of: row, in: nodes)
      guard !range.isEmpty else { continue }
      let score = sums[range.upperBound] - sums[range.lowerBound]
      if score > 0, score >= best.score { best = (row, score) }
      if roles[row] == .body, score > 0, score >= container.score { container = (row, score) }
    }
    let run = bestRun(sums)
    guard max(best.score, run.score) >= Self.leastScore else { return nil }
    if container.score * 2 >= max(best.score, run.score) {
      return Place(row: container.row, lines: lines.lines(of: container.row, in: nodes), rule: "container")
    }
    // A text in one element with long lists is outweighed by them, and a run of its lines is not.
    if run.score * 4 > best.score * 5 {
      return firstOfSeveral(Place(row: commonBlock(of: run.lines), lines: run.lines, rule: "run"), sums)
    }
    return firstOfSeveral(
      Place(row: best.row, lines: lines.lines(of: best.row, in: nodes), rule: "density"), sums)
  }

  /// The first of several articles in one place, as on a page of posts: containers of text, one behind the
  /// other, each under a heading of its own.
  private func firstOfSeveral(_ place: Place, _ sums: [Int]) -> Place {
    var found: [Int] = []
    var row = place.row + 1
    while row < nodes.end(of: place.row) {
      let range = lines.lines(of: row, in: nodes)
      if roles[row] == .body, sums[range.upperBound] - sums[range.lowerBound] >= Self.leastScore {
        found.append(row)
        row = nodes.end(of: row)
      } else {
        row += 1
      }
    }
    guard found.count > 1 else { return place }
    for (first, second) in zip(found, found.dropFirst()) {
      let between = lines.lines(of: first, in: nodes).upperBound..<lines.lines(of: second, in: nodes).lowerBound
      guard between.contains(where: isHeading) else { return place }
    }
    return Place(row: found[0], lines: lines.lines(of: found[0], in: nodes), rule: "first_container")
  }

  private func isHeading(_ line: Int) -> Bool {
    lines.lines[line].headingLevel > 0 || roles[Int(lines.lines[line].block)] == .title
  }

  /// Less than this is no text: a sentence of twenty characters.
  private static let leastScore = 20

  /// The run of lines with the highest sum.
  private func bestRun(_ sums: [Int]) -> (lines: Range<Int>, score: Int) {
    var best = (lines: 0..<0, score: 0)
    var start = 0
    for end in sums.indices {
      if sums[end] - sums[start] > best.score { best = (start..<end, sums[end] - sums[start]) }
      if sums[end] < sums[start] { start = end }
    }
    return best
  }

  /// The innermost element that holds all of the lines.
  private func commonBlock(of range: Range<Int>) -> Int {
    guard let first = range.first, let last = range.last else { return 0 }
    var row = Int(lines.lines[first].block)
    let target = lines.lines[last].block
    while row != 0, nodes.nodes[row].end <= target { row = Int(nodes.nodes[row].parent) }
    return row
  }
}
