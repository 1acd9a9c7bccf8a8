/// Finds lines that were broken to a width where each line became a paragraph of its own, stands in a cell of a layout, or
/// has gaps between paragraphs, as in pages pasted from print.
///
/// Reads: columns of kept lines in one block, or one line in each of blocks of one kind that follow each other. Widths count
///   as they are set: two for a character of Chinese, one for a letter, four for an indent.
/// Yields: the lines that go on with the sentence of the line before: that one is at most eight narrower than the widest,
///   which is forty at least, and ends no sentence. There must be three in a column, half of them going on without a comma
///   in between, half behind a line that has a mark within, and a sentence must end within some line: lists that are
///   set alike have none.
/// Refuses: columns in which a quarter as many other lines are short and end no sentence; lines behind a gap, indented, numbered or with a bullet; headings,
///   lines in bold or in the middle, items, links, tables, preformatted text.
struct WrappedParagraphs {
  private let table: LineTable
  private let nodes: NodeTable
  private(set) var continued: Set<Int> = []

  /// - Parameter data: the lines of each data table.
  /// - Complexity: O(lines + rows).
  init(_ table: LineTable, in nodes: NodeTable, verdicts: [PageLine.Fate], data: [Range<Int>]) {
    (self.table, self.nodes) = (table, nodes)
    let lines = table.lines
    var next = 0
    func canWrap(_ line: Int) -> Bool {
      while next < data.count, data[next].upperBound <= line { next += 1 }
      if next < data.count, data[next].contains(line) { return false }
      return verdicts[line] == .kept && Self.canWrap(lines[line])
    }
    var start = 0
    while start < lines.count {
      guard canWrap(start) else {
        start += 1
        continue
      }
      var end = start + 1
      while end < lines.count, canWrap(end), isBeside(end) { end += 1 }
      if end - start > 3 { readColumn(start..<end) }
      start = end
    }
  }

  private static func canWrap(_ line: LineTable.Line) -> Bool {
    line.headingLevel == 0 && line.boldCharacters < line.characters && line.linkCharacters == 0
      && line.characters <= 80 && line.place.isDisjoint(with: [.preformatted, .item, .caption, .centred])
  }

  /// Whether a line stands in the block of the line before, or in the next one of its kind.
  private func isBeside(_ line: Int) -> Bool {
    let (before, block) = (Int(table.lines[line - 1].block), Int(table.lines[line].block))
    if before == block { return true }
    let (left, right) = (nodes.nodes[before], nodes.nodes[block])
    guard left.tag == right.tag, left.parent == right.parent, left.tag != .td, left.tag != .th else {
      return false
    }
    // An empty paragraph between two is a gap.
    return (nodes.end(of: before)..<block).allSatisfy { nodes.nodes[$0].tag == .text }
  }

  private mutating func readColumn(_ column: Range<Int>) {
    let lines = table.lines
    let isBroken = column.dropFirst().contains { lines[$0].block == lines[$0 - 1].block }
    let widths = column.map(width)
    guard let widest = widths.max(), widest >= 40 else { return }
    var found: [Int] = []
    var short = 0
    for index in column.dropFirst() {
      let isGap = isBroken ? lines[index].followsGap : false
      if isGap || lines[index - 1].endsSentence || beginsParagraph(index) { continue }
      if widths[index - 1 - column.lowerBound] + 8 >= widest {
        found.append(index)
      } else {
        short += 1
      }
    }
    let before = found.map {
      (line: lines[$0 - 1], endsWithMark: WrappedLines.endsWithMark(table.bytes(of: $0 - 1)))
    }
    let strict = before.count { !$0.endsWithMark }
    let marked = before.count { Int($0.line.marks) > ($0.endsWithMark ? 1 : 0) }
    let sentences = before.count { $0.line.stops > 0 }
    guard found.count >= 3, short * 4 <= found.count, strict * 2 >= found.count, marked * 2 >= found.count,
      sentences > 0, sentences * 6 >= found.count
    else { return }
    continued.formUnion(found)
  }

  private func beginsParagraph(_ line: Int) -> Bool {
    let bytes = table.bytes(of: line)
    return table.lines[line].isIndented || HeadingRules.numbering(Array(bytes)) != nil
      || Self.bullets.contains { bytes.starts(with: $0) }
  }

  private static let bullets = [
    "●", "■", "◆", "▲", "★", "※", "•", "·", "-", "—", "○", "□", "◇", "①", "②", "③", "④", "⑤", "⑥", "（", "(",
    "附件", "注",
  ].map { Array($0.utf8) }

  /// The width of a line with its indent.
  private func width(_ line: Int) -> Int {
    table.bytes(of: line).reduce(table.lines[line].isIndented ? 4 : 0) { width, byte in
      byte < 0x80 ? width + 1 : byte >= 0xE0 ? width + 2 : byte >= 0xC0 ? width + 1 : width
    }
  }
}
