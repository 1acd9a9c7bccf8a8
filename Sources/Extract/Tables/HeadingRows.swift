/// Tells rows in front of a table's values that no spanned cell marks as its headings: those of tables that were saved from a
/// spreadsheet or set after a printed yearbook.
///
/// Reads: the texts of the rows before the first one with values.
/// Yields: rows that are a caption (2002年 | | 单位：万元); headings that go on in the rows below them (企业 above 单位数
///   above （个）); the row that numbers the columns (甲 | 1 | 2).
/// Refuses: a row that has a heading of its own before it, for that is one of data without values.
enum HeadingRows {
  /// The most rows that are headings.
  static let limit = 10

  /// Whether a row in front is a caption: words in the first cell alone, or a unit with no more than a title and a time.
  static func isCaption(_ grid: TableGrid, _ texts: [CellText], _ row: Int) -> Bool {
    guard row + 1 < grid.rowCount, grid.columnCount > 2 else { return false }
    let own = filled(grid, texts, row)
    let below = filled(grid, texts, row + 1)
    guard !own.isEmpty, own.count < below.count, own.count <= 3,
      own.allSatisfy({ grid.cells[$0].rowSpan == 1 }),
      !(own + below).contains(where: { texts[$0].isValue })
    else { return false }
    let units = own.filter { UnitNote.afterLabel(texts[$0].bytes[...]) != nil }
    if units.isEmpty {
      return own.count == 1 && grid.cells[own[0]].column == 0 && grid.cells[below[0]].column == 0
        && texts[own[0]].bytes.count > 9
    }
    return own.allSatisfy {
      units.contains($0) && (own.count > 1 || grid.cells[$0].column > 0 || below.count > 2)
        || grid.cells[$0].column == 0 || texts[$0].isTime
    }
  }

  /// The row behind those from `row` on that continue the headings above them, where there are such.
  static func continued(
    _ grid: TableGrid, _ texts: [CellText], _ first: Int, _ row: Int, _ last: Int
  ) -> Int? {
    guard row > first, row < last - 1 else { return nil }
    var end = row
    while end < last, end - first < limit {
      let own = filled(grid, texts, end)
      let values = own.count { texts[$0].isValue || texts[$0].isMissingValue }
      if values > 0 { return end > row && values * 2 >= grid.columnCount - 1 ? end : nil }
      guard let start = own.first, own.allSatisfy({ texts[$0].bytes.count <= 60 }),
        grid.cells[start].column > 0 || goesOn(grid, texts, start) && own.count > 1
      else { return nil }
      end += 1
    }
    return nil
  }

  /// 类 above 别: the only character of a first cell goes on from that above it.
  private static func goesOn(_ grid: TableGrid, _ texts: [CellText], _ cell: Int) -> Bool {
    let place = grid.cells[cell]
    guard place.row > 0, let above = grid.cell(place.row - 1, 0) else { return false }
    return texts[cell].bytes.count <= 4 && texts[above].bytes.count <= 4
  }

  /// Whether a row numbers the columns one after another.
  static func isNumbering(_ grid: TableGrid, _ texts: [CellText], _ row: Int, _ last: Int) -> Bool {
    guard row < last - 1 else { return false }
    var next = 1
    for cell in filled(grid, texts, row) {
      let text = texts[cell].bytes.filter { ![0x20, 0x28, 0x29].contains($0) }
      if next == 1, names.contains(where: { text.elementsEqual($0.utf8) }) { continue }
      guard text.elementsEqual(String(next).utf8) else { return false }
      next += 1
    }
    return next > 2 && next * 2 > grid.columnCount
  }

  private static let names = ["甲", "乙", "丙", "丁", "栏次", "栏目", "序号"]

  /// The cells of a row that have text, each once.
  static func filled(_ grid: TableGrid, _ texts: [CellText], _ row: Int) -> [Int] {
    var cells: [Int] = []
    for column in 0..<grid.columnCount {
      guard let cell = grid.cell(row, column), cell != cells.last, !texts[cell].isEmpty else { continue }
      cells.append(cell)
    }
    return cells
  }
}
