/// Finds tables that are drawn with spaces or with box characters in preformatted text.
///
/// Reads: lines of `<pre>` that follow one another, in which a gap of several spaces has become a tab.
/// Yields: at least three of them with two or more columns each as a grid; bars between columns and lines of
///   dashes are no cells.
///   A line in front that states the unit or begins with 表 is its caption.
/// Refuses: lines of one column, and runs in which no line has a digit.
struct PreformattedTable {
  /// The lines that it takes up.
  let lines: Range<Int>
  let grid: TableGrid
  let texts: [CellText]
  /// The parts of the lines in front that are no rows.
  let captions: [String]

  /// The table that begins with the line `first`, if one does, and the line behind what was looked at: no table
  /// begins before that where there is none.
  static func scan(at first: Int, in table: LineTable) -> (table: PreformattedTable?, end: Int) {
    var rows: [[ArraySlice<UInt8>]] = []
    var captions: [String] = []
    var index = first
    while index < table.lines.count, table.lines[index].place.contains(.preformatted),
      table.lines[index].block == table.lines[first].block
    {
      let cells = cells(of: table.bytes(of: index))
      if cells.isEmpty {
        index += 1
        continue
      }
      if rows.isEmpty, isCaption(cells) {
        captions += Self.captions(cells)
        index += 1
        continue
      }
      guard cells.count > 1 else { break }
      rows.append(cells)
      index += 1
    }
    let hasDigits = rows.dropFirst().contains { $0.contains { $0.contains(where: \.isDigit) } }
    guard rows.count >= 3, hasDigits else { return (nil, max(index, first + 1)) }
    let found = PreformattedTable(
      lines: first..<index, grid: TableGrid(widths: rows.map(\.count)),
      texts: rows.flatMap { $0.map { CellText($0) } }, captions: captions)
    return (found, index)
  }

  private static func isCaption(_ cells: [ArraySlice<UInt8>]) -> Bool {
    cells.contains { UnitNote.afterLabel($0) != nil } || cells[0].starts(with: "表".utf8)
  }

  /// The unit note by itself, the rest of the line as one.
  private static func captions(_ cells: [ArraySlice<UInt8>]) -> [String] {
    let notes = cells.filter { UnitNote.afterLabel($0) != nil }
    let rest = cells.filter { UnitNote.afterLabel($0) == nil }
    let title = rest.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    return (title.isEmpty ? [] : [title]) + notes.map { String(decoding: $0, as: UTF8.self) }
  }

  /// The cells of a line: what stands between tabs and bars; none where the line is drawn.
  private static func cells(of line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var cells: [ArraySlice<UInt8>] = []
    var start = line.startIndex
    var index = start
    func end(_ at: Int) {
      var cell = line[start..<at]
      while cell.first == 0x20 { cell.removeFirst() }
      while cell.last == 0x20 { cell.removeLast() }
      if !cell.isEmpty, !isDrawn(cell) { cells.append(cell) }
    }
    while index < line.endIndex {
      let isBar = line[index] == 0x7C
      // │ ┃ ｜
      let isWideBar = [[0xE2, 0x94, 0x82], [0xE2, 0x94, 0x83], [0xEF, 0xBD, 0x9C]].contains {
        line[index...].starts(with: $0)
      }
      if line[index] == 0x09 || isBar || isWideBar {
        end(index)
        index += isWideBar ? 3 : 1
        start = index
      } else {
        index += 1
      }
    }
    end(line.endIndex)
    return cells
  }

  /// Whether a cell is nothing but dashes, box drawing characters and the like.
  private static func isDrawn(_ cell: ArraySlice<UInt8>) -> Bool {
    if cell.count < 3 { return false }
    var index = cell.startIndex
    while index < cell.endIndex {
      if [0x2D, 0x3D, 0x5F, 0x2B, 0x20].contains(cell[index]) {
        index += 1
      } else if cell[index] == 0xE2, index + 1 < cell.endIndex,
        cell[index + 1] == 0x94 || cell[index + 1] == 0x95
      {
        index += 3
      } else {
        return false
      }
    }
    return true
  }
}
