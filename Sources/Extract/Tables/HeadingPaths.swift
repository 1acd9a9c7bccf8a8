import Records

/// Gives each cell of a data table the headings above and before it, and its unit.
struct HeadingPaths {
  let grid: TableGrid
  let texts: [CellText]
  let layout: TableLayout
  private let columnPaths: [[String]]
  private let columnUnits: [String?]
  /// The column that states each row's unit, 计量单位.
  private let unitColumn: Int?
  private let units: UnitWords
  private let sections: [String?]

  init(grid: TableGrid, texts: [CellText], layout: TableLayout, units: UnitWords) {
    self.grid = grid
    self.texts = texts
    self.layout = layout
    self.units = units
    let first = layout.captionRows
    let behind = first + layout.headerRows
    var paths: [[String]] = []
    var columnUnits: [String?] = []
    var unitColumn: Int?
    for column in 0..<grid.columnCount {
      var path: [String] = []
      var unit: String?
      var seen = -1
      for row in first..<behind {
        guard let cell = grid.cell(row, column), cell != seen, !texts[cell].isEmpty else { continue }
        seen = cell
        path.append(texts[cell].string)
        unit =
          UnitNote.ofHeading(texts[cell].bytes, isUnit: units.contains)
          ?? UnitNote.afterLabel(texts[cell].bytes[...]) ?? unit
      }
      if let name = path.last.map({ $0.filter { $0 != " " } }), name == "单位" || name == "计量单位",
        Self.statesUnits(column, behind..<grid.rowCount, grid, texts, units)
      {
        unitColumn = column
      }
      paths.append(path)
      columnUnits.append(unit)
    }
    columnPaths = paths
    self.columnUnits = columnUnits
    self.unitColumn = unitColumn
    var sections = [String?](repeating: nil, count: grid.rowCount)
    var section: String?
    for row in behind..<max(grid.rowCount - layout.noteRows, behind) {
      if TableLayout.isSingle(grid, row, texts), let cell = grid.cell(row, 0) { section = texts[cell].string }
      sections[row] = section
    }
    self.sections = sections
  }

  /// Whether at least half of a column's cells are units; under 单位 may also stand the names of offices and towns.
  private static func statesUnits(
    _ column: Int, _ rows: Range<Int>, _ grid: TableGrid, _ texts: [CellText], _ units: UnitWords
  ) -> Bool {
    var (filled, known) = (0, 0)
    for row in rows {
      guard let cell = grid.cell(row, column), !texts[cell].isEmpty else { continue }
      filled += 1
      let words = texts[cell].string
      if ["%", "％", "‰"].contains(words) || units.contains(words) { known += 1 }
    }
    return known * 2 >= filled
  }

  /// The cell as the record has it.
  func cell(_ index: Int, _ cell: TableGrid.Cell, span: ByteSpan, tableUnit: String?) -> DataTable.Cell {
    let isAbove = cell.row < layout.captionRows + layout.headerRows
    let isBefore = cell.column < layout.headerColumns
    let isSection = cell.columnSpan == grid.columnCount
    var result = DataTable.Cell(
      row: cell.row - layout.captionRows, column: cell.column, rowSpan: cell.rowSpan,
      columnSpan: cell.columnSpan,
      isHeader: isAbove || isBefore || isSection, span: span)
    guard !result.isHeader else { return result }
    result.columnPath = columnPaths[cell.column]
    if let section = sections[cell.row] { result.rowPath.append(section) }
    var rowUnit: String?
    var seen = -1
    for column in 0..<layout.headerColumns {
      guard let heading = grid.cell(cell.row, column), heading != seen, !texts[heading].isEmpty else {
        continue
      }
      seen = heading
      if column == unitColumn {
        rowUnit = texts[heading].string
        continue
      }
      rowUnit = UnitNote.ofHeading(texts[heading].bytes, isUnit: units.contains) ?? rowUnit
      result.rowPath.append(texts[heading].string)
    }
    guard texts[index].bytes.contains(where: \.isDigit) else { return result }
    result.unit = columnUnits[cell.column] ?? rowUnit ?? tableUnit
    return result
  }
}
