/// Finds groups of columns that stand side by side, since the table is too long for its page: 指标 | 产量 | 指标 | 产量.
///
/// Reads: the headings of the columns, from the top down.
/// Yields: for each column the columns that head its rows: the first ones of its group.
/// Refuses: a heading as that of the first column over a column of values.
struct ColumnGroups {
  /// For each column the columns that head its rows.
  private let headings: [Range<Int>]

  init(_ grid: TableGrid, texts: [CellText], layout: TableLayout, paths: [[String]]) {
    let first = 0..<layout.headerColumns
    var headings = [Range<Int>](repeating: first, count: grid.columnCount)
    let starts = Self.starts(grid, texts, layout, paths)
    for (index, start) in starts.enumerated() where index > 0 {
      let columns = start..<(index + 1 < starts.count ? starts[index + 1] : grid.columnCount)
      let count = layout.headingColumns(grid, texts, columns)
      for column in columns { headings[column] = start..<(start + count) }
    }
    self.headings = headings
  }

  /// The columns that head the rows of a column.
  func headings(of column: Int) -> Range<Int> { headings[column] }

  private static func starts(
    _ grid: TableGrid, _ texts: [CellText], _ layout: TableLayout, _ paths: [[String]]
  ) -> [Int] {
    guard layout.headerRows > 0, layout.headerColumns > 0, grid.columnCount > layout.headerColumns + 1 else {
      return [0]
    }
    let names = paths.map { $0.map { $0.filter { $0 != " " } } }
    var starts = [0]
    for column in (layout.headerColumns + 1)..<(grid.columnCount - 1) where names[column] == names[0] {
      guard !names[0].isEmpty || names[column + 1] == names[1] && !names[1].isEmpty else { continue }
      if layout.headingColumns(grid, texts, column..<(column + 2)) > 0 { starts.append(column) }
    }
    return starts
  }
}
