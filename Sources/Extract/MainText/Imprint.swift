import Vocabulary

/// Finds the imprint of a site: who runs it, from where, under which registration.
///
/// Reads: lines with a registration (ICP备, 公网安备, 网站标识码), in `boilerplate.tsv` of the effect `imprint`.
/// Yields: the outermost element around such a line that holds no sentence and no more than 300 characters.
/// Refuses: elements with a heading of the first level, with a container of text or a title, and the body of the page.
struct Imprint {
  let nodes: NodeTable
  let lines: LineTable

  private static let mostCharacters = 300
  /// How far up is looked: time stays linear where elements are nested without end.
  private static let mostLevels = 12

  /// The rows of the elements.
  ///
  /// - Parameter marks: for each row, how many elements before it only an article has.
  /// - Complexity: O(lines).
  func rows(_ boilerplate: [Boilerplate?], marks: [Int]) -> [Int] {
    var found: [Int] = []
    for line in boilerplate.indices where boilerplate[line] == .imprint {
      if let last = found.last, lines.lines(of: last, in: nodes).contains(line) { continue }
      var row = Int(lines.lines[line].block)
      var outermost: Int?
      for _ in 0..<Self.mostLevels where row > 0 {
        guard isImprint(row, marks) else { break }
        outermost = row
        row = Int(nodes.nodes[row].parent)
      }
      if let outermost { found.append(outermost) }
    }
    return found
  }

  private func isImprint(_ row: Int, _ marks: [Int]) -> Bool {
    let tag = nodes.nodes[row].tag
    guard tag != .body, tag != .html, marks[nodes.end(of: row)] == marks[row] else { return false }
    let range = lines.lines(of: row, in: nodes)
    guard range.count <= Self.mostCharacters else { return false }
    var characters = 0
    for line in range {
      if lines.lines[line].stops > 0 { return false }
      characters += Int(lines.lines[line].characters)
    }
    return characters <= Self.mostCharacters
  }
}
