import Records

/// Gives each cell of a data table the headings above and before it, and its unit.
struct HeadingPaths {
  let grid: TableGrid
  let texts: [CellText]
  let layout: TableLayout
  private let columnPaths: [[String]]
  private let columnUnits: [String?]
  /// The columns that state each row's unit, 计量单位: one for each group of columns.
  private let unitColumns: Set<Int>
  private let groups: ColumnGroups
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
    var unitColumns: Set<Int> = []
    let repeated = RepeatedHeadings(grid, texts, layout)
    for column in 0..<grid.columnCount {
      let heading = ColumnHeading(column, grid, texts, layout, units, repeated: repeated)
      let path = heading.path
      if let name = path.last.map({ $0.filter { $0 != " " } }), name == "单位" || name == "计量单位",
        Self.statesUnits(column, behind..<grid.rowCount, grid, texts, units)
      {
        unitColumns.insert(column)
      }
      paths.append(path)
      columnUnits.append(heading.unit)
    }
    columnPaths = paths
    groups = ColumnGroups(grid, texts: texts, layout: layout, paths: paths)
    self.columnUnits = columnUnits
    self.unitColumns = unitColumns
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
    let headings = groups.headings(of: cell.column)
    let isBefore = headings.contains(cell.column)
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
    for column in headings where !layout.numbersRows(grid, texts, column) {
      guard let heading = grid.cell(cell.row, column), heading != seen, !texts[heading].isEmpty else {
        continue
      }
      seen = heading
      if unitColumns.contains(column) {
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
