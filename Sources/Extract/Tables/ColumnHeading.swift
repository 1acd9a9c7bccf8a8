/// The headings above one column, from the top down.
///
/// Reads: the cells of the heading rows over the column.
/// Yields: one word for each; where a heading goes on in the row below, the pieces joined (工业 above 总产值), but with a
///   subheading that stands over several columns (绝对数) apart. Over a blank beside a group's heading, whose columns have
///   such subheadings, that heading: 2021年 | | 2020年 | above 绝对数 | 增长 | 绝对数 | 增长.
/// Refuses: the row that numbers the columns.
struct ColumnHeading {
  private(set) var path: [String] = []
  private(set) var unit: String?

  init(
    _ column: Int, _ grid: TableGrid, _ texts: [CellText], _ layout: TableLayout, _ units: UnitWords,
    repeated: RepeatedHeadings
  ) {
    var seen = -1
    /// Whether the last piece is as wide as the column.
    var isNarrow = false
    for row in layout.captionRows..<(layout.captionRows + layout.headerRows) where row != layout.numberingRow
    {
      guard let cell = repeated.group(row, column) ?? grid.cell(row, column), cell != seen,
        !texts[cell].isEmpty
      else { continue }
      seen = cell
      let isOwn = grid.cells[cell].columnSpan == 1 && grid.cells[cell].column == column
      unit =
        UnitNote.ofHeading(texts[cell].bytes, isUnit: units.contains)
        ?? UnitNote.afterLabel(texts[cell].bytes[...]) ?? unit
      if row >= layout.continuedFrom, isNarrow, isOwn, !repeated.isRepeated(cell, row), let last = path.last {
        path[path.count - 1] = last + texts[cell].closed
      } else {
        path.append(row + 1 >= layout.continuedFrom ? texts[cell].closed : texts[cell].string)
      }
      isNarrow = isOwn
    }
  }
}

/// The headings that stand over several columns of their row, in the rows that go on from those above.
struct RepeatedHeadings {
  private let texts: [CellText]
  private var counts: [Int: [[UInt8]: Int]] = [:]
  private var groups: [Int: [Int: Int]] = [:]

  init(_ grid: TableGrid, _ texts: [CellText], _ layout: TableLayout) {
    self.texts = texts
    let rows = layout.captionRows..<(layout.captionRows + layout.headerRows)
    for row in rows where row >= layout.continuedFrom && row != layout.numberingRow {
      var counts: [[UInt8]: Int] = [:]
      for column in 0..<grid.columnCount {
        guard let cell = grid.cell(row, column), grid.cells[cell].columnSpan == 1, !texts[cell].isEmpty
        else { continue }
        counts[texts[cell].bytes, default: 0] += 1
      }
      self.counts[row] = counts
      groups[row - 1] = groups(above: row, grid)
    }
  }

  /// Whether the text of a cell stands in other columns of the row too; a unit in brackets only belongs to what is above it.
  func isRepeated(_ cell: Int, _ row: Int) -> Bool {
    let bytes = texts[cell].bytes
    if bytes.first == 0x28 || bytes.starts(with: "（".utf8) { return false }
    return counts[row]?[bytes] ?? 0 > 1
  }

  /// The heading to the left that holds for a blank place.
  func group(_ row: Int, _ column: Int) -> Int? { groups[row]?[column] }

  private func groups(above row: Int, _ grid: TableGrid) -> [Int: Int] {
    var found: [Int: Int] = [:]
    var heading: Int?
    for column in 1..<grid.columnCount {
      let above = grid.cell(row - 1, column)
      if let above, !texts[above].isEmpty {
        heading = above
      } else if let below = grid.cell(row, column), !texts[below].isEmpty, isRepeated(below, row) {
        // A blank before the first heading: nobody can tell which columns it is over.
        guard let heading else { return [:] }
        found[column] = heading
      } else {
        heading = nil
      }
    }
    return found
  }
}
