/// Where a grid's headings end and its values begin.
///
/// Reads: the texts of the cells.
/// Yields: how many rows and columns in front are headings, a row in front that is a caption, rows within the
///   values that head those below them, and whether the whole is data at all.
/// Refuses: tables that lay out a page: one row or column, a table or a long text in a cell, cells of links.
struct TableLayout {
  var captionRows = 0
  var headerRows = 0
  /// The heading rows from this one on go on from those above: no heading spans several columns there.
  var continuedFrom = 0
  /// The heading row that numbers the columns, 甲 | 1 | 2.
  var numberingRow: Int?
  var headerColumns = 0
  /// Rows behind the values that are notes: one cell over all columns.
  var noteRows = 0
  var isData = false

  init(_ grid: TableGrid, texts: [CellText]) {
    guard !grid.holdsTable, grid.rowCount >= 2, grid.columnCount >= 2, grid.cells.count >= 4 else { return }
    var filled = 0
    for (index, cell) in grid.cells.enumerated() where !texts[index].isEmpty {
      if texts[index].isLong, cell.columnSpan < grid.columnCount || texts[index].bytes.count > 1200 { return }
      if !texts[index].isLink { filled += 1 }
    }
    // A table whose cells are links or empty is a list or a form.
    guard filled >= 4, filled * 3 >= grid.cells.count else { return }
    let first = captionEnd(grid, texts)
    let last = noteStart(grid, texts, from: first)
    guard last - first >= 2 else { return }
    captionRows = first
    noteRows = grid.rowCount - last
    headerRows = countHeaderRows(grid, texts, first, last)
    if let end = HeadingRows.continued(grid, texts, first, first + headerRows, last) {
      headerRows = end - first
    }
    continuedFrom = first + 1
    for cell in grid.cells where cell.row < first + headerRows && cell.columnSpan > 1 {
      continuedFrom = max(continuedFrom, cell.row + cell.rowSpan + 1)
    }
    if HeadingRows.isNumbering(grid, texts, first + headerRows, last), headerRows > 0 {
      numberingRow = first + headerRows
      headerRows += 1
    }
    headerColumns = headingColumns(grid, texts, 0..<grid.columnCount)
    isData = true
  }

  /// Rows in front that are one cell over all columns or have a title, a time or a unit beside blanks.
  private func captionEnd(_ grid: TableGrid, _ texts: [CellText]) -> Int {
    var row = 0
    while row < grid.rowCount - 2,
      Self.isSingle(grid, row, texts) || HeadingRows.isCaption(grid, texts, row)
    { row += 1 }
    return row
  }

  private func noteStart(_ grid: TableGrid, _ texts: [CellText], from first: Int) -> Int {
    var row = grid.rowCount
    while row - 1 > first + 1, Self.isSingle(grid, row - 1, texts) { row -= 1 }
    return row
  }

  /// Whether one cell alone has text in the row and covers all of it.
  static func isSingle(_ grid: TableGrid, _ row: Int, _ texts: [CellText]) -> Bool {
    guard let cell = grid.cell(row, 0) else { return true }
    return grid.cells[cell].columnSpan == grid.columnCount
  }

  private func countHeaderRows(
    _ grid: TableGrid, _ texts: [CellText], _ first: Int, _ last: Int
  ) -> Int {
    // A heading that reaches down takes the rows that it covers with it.
    let corner = grid.cell(first, 0).map { grid.cells[$0].rowSpan } ?? 1
    var row = first
    while row < last - 1, row - first < HeadingRows.limit {
      var values = 0
      var headings = 0
      for column in 0..<grid.columnCount {
        guard let cell = grid.cell(row, column) else { continue }
        if texts[cell].isValue || texts[cell].isMissingValue { values += 1 }
        if grid.cells[cell].isHeading { headings += 1 }
      }
      if values > 0, headings < grid.columnCount { break }
      if row - first >= corner, headings == 0 {
        if row > first, Self.isSingle(grid, row, texts) || !hasValuesBelow(grid, texts, row, last) { break }
        if row > first, !spreads(grid, row - 1, first) { break }
      }
      row += 1
    }
    return row - first
  }

  /// Whether a cell of the row covers several columns, so that another heading row must follow.
  private func spreads(_ grid: TableGrid, _ row: Int, _ first: Int) -> Bool {
    grid.cells.contains { $0.row == row && $0.columnSpan > 1 && $0.columnSpan < grid.columnCount }
  }

  private func hasValuesBelow(_ grid: TableGrid, _ texts: [CellText], _ row: Int, _ last: Int) -> Bool {
    guard row + 1 < last else { return false }
    return (0..<grid.columnCount).contains { column in
      grid.cell(row + 1, column).map { texts[$0].isValue } ?? false
    }
  }

  /// How many of the columns, from the first on, head the rows: in most of their cells stand words, or they number the rows.
  func headingColumns(_ grid: TableGrid, _ texts: [CellText], _ columns: Range<Int>) -> Int {
    let rows = (captionRows + headerRows)..<(grid.rowCount - noteRows)
    var column = columns.lowerBound
    while column < columns.upperBound - 1 {
      var values = 0
      var cells = 0
      for row in rows {
        guard !Self.isSingle(grid, row, texts), let cell = grid.cell(row, column), !texts[cell].isEmpty
        else { continue }
        cells += 1
        if texts[cell].isValue || texts[cell].isMissingValue { values += 1 }
      }
      if values * 2 > cells, !numbersRows(grid, texts, column) { break }
      column += 1
    }
    return column - columns.lowerBound
  }

  /// Whether a column is headed as one of numbers of rows.
  func numbersRows(_ grid: TableGrid, _ texts: [CellText], _ column: Int) -> Bool {
    guard headerRows > 0, let cell = grid.cell(captionRows, column) else { return false }
    return ["序号", "编号", "行次"].contains(texts[cell].closed)
  }
}
