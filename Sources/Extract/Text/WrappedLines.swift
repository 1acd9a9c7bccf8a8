/// Finds lines that were broken to a width by hand, in pages of the time before style sheets.
///
/// Reads: runs of at least four lines of one block with single line breaks between them.
/// Yields: the lines that go on with the sentence of the line before: the line before is at least four fifths as
///   long as the longest of the run, does not end a sentence, and the line itself is not indented. Half of the
///   run's lines must go on without even a comma in between: verses and lists end with one.
/// Refuses: runs of lines longer than 80 or shorter than 12 characters, lines in bold or preformatted. Cells of data are
///   written by `CellText`; those that a page is laid out with hold texts.
struct WrappedLines {
  private let continued: Set<Int>

  /// Whether a line goes on with the one before.
  func continues(_ line: Int) -> Bool { continued.contains(line) }

  /// - Complexity: O(lines).
  init(_ table: LineTable, verdicts: [PageLine.Fate]) {
    let lines = table.lines
    var continued: Set<Int> = []
    var start = 0
    while start < lines.count {
      var end = start + 1
      if verdicts[start] == .kept, Self.canWrap(lines[start]) {
        while end < lines.count, verdicts[end] == .kept, Self.canWrap(lines[end]), !lines[end].followsGap,
          lines[end].block == lines[start].block
        {
          end += 1
        }
        continued.formUnion(Self.continued(table, start..<end))
      }
      start = end
    }
    self.continued = continued
  }

  private static func canWrap(_ line: LineTable.Line) -> Bool {
    line.headingLevel == 0 && line.boldCharacters < line.characters && line.characters <= 80
      && line.place.isDisjoint(with: [.preformatted, .item])
  }

  private static func continued(_ table: LineTable, _ run: Range<Int>) -> [Int] {
    guard run.count >= 4 else { return [] }
    let lines = table.lines
    let longest = run.map { lines[$0].characters }.max() ?? 0
    guard longest >= 12 else { return [] }
    let found = run.dropFirst().filter { index in
      let before = lines[index - 1]
      return before.characters * 5 >= longest * 4 && !before.endsSentence && !lines[index].isIndented
    }
    let strict = found.count { !endsWithMark(table.bytes(of: $0 - 1)) }
    return strict * 2 >= run.count ? found : []
  }

  private static let marks = ["，", "、", "：", ",", ":"].map { Array($0.utf8) }

  static func endsWithMark(_ line: ArraySlice<UInt8>) -> Bool {
    marks.contains { line.suffix($0.count).elementsEqual($0) }
  }
}
