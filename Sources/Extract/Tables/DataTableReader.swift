import Records

/// Reads a `table` element as a data table.
struct DataTableReader {
  let nodes: NodeTable
  let lines: LineTable
  /// The surfaces of units, for headings such as `绝对数（亿元）`.
  let units: UnitWords

  /// A data table whose spans count from the start of its own text.
  struct Read {
    /// Its rows, separated by line feeds, cells by tabs; without the rows that are caption or notes.
    var text: [UInt8]
    var table: DataTable
    /// Lines of the table's own that are no data: a caption above, notes below.
    var captions: [String]
    var notes: [String]
  }

  /// The table, or nothing where it lays out a page.
  ///
  /// - Parameter before: what the page says just above the table: its caption and its unit.
  func table(at row: Int, captionAbove: String?, unitAbove: String?) -> Read? {
    let grid = TableGrid(row, in: nodes)
    let texts = grid.cells.map { CellText($0.node, lines: lines, nodes: nodes) }
    let layout = TableLayout(grid, texts: texts, lines: lines, nodes: nodes)
    guard layout.isData else { return nil }
    var captions = elementCaption(row)
    var unit: String?
    for row in 0..<layout.captionRows {
      guard let cell = grid.cell(row, 0), !texts[cell].isEmpty else { continue }
      captions.append(texts[cell].string)
    }
    for caption in captions where unit == nil { unit = UnitNote.afterLabel(caption.utf8) }
    let last = grid.rowCount - layout.noteRows
    var notes: [String] = []
    for row in last..<grid.rowCount {
      guard let cell = grid.cell(row, 0), !texts[cell].isEmpty else { continue }
      notes.append(texts[cell].string)
    }
    if unit == nil { unit = notes.lazy.compactMap { UnitNote.afterLabel($0.utf8) }.first ?? unitAbove }
    let title = captions.first { UnitNote.afterLabel($0.utf8) == nil } ?? captionAbove
    var table = DataTable(
      caption: title, unit: unit, columnCount: grid.columnCount, cells: [], span: ByteSpan(0, 0))
    var text: [UInt8] = []
    var spans = [ByteSpan?](repeating: nil, count: grid.cells.count)
    for row in layout.captionRows..<last {
      if row > layout.captionRows { text.append(0x0A) }
      for column in 0..<grid.columnCount {
        if column > 0 { text.append(0x09) }
        guard let cell = grid.cell(row, column), grid.cells[cell].row == row,
          grid.cells[cell].column == column
        else { continue }
        let start = text.count
        text.append(contentsOf: texts[cell].bytes)
        spans[cell] = ByteSpan(start, text.count)
      }
    }
    let paths = HeadingPaths(grid: grid, texts: texts, layout: layout, units: units)
    for (index, cell) in grid.cells.enumerated() {
      guard let span = spans[index] else { continue }
      table.cells.append(paths.cell(index, cell, span: span, tableUnit: unit))
    }
    table.span = ByteSpan(0, text.count)
    return Read(text: text, table: table, captions: captions, notes: notes)
  }

  /// The rows of the node table that hold data tables, in order; none lies in another.
  func dataTables() -> [Int] {
    var rows: [Int] = []
    for row in nodes.nodes.indices where nodes.nodes[row].tag == .table {
      let grid = TableGrid(row, in: nodes)
      guard !grid.holdsTable else { continue }
      let texts = grid.cells.map { CellText($0.node, lines: lines, nodes: nodes) }
      if TableLayout(grid, texts: texts, lines: lines, nodes: nodes).isData { rows.append(row) }
    }
    return rows
  }

  private func elementCaption(_ row: Int) -> [String] {
    var index = row + 1
    while index < nodes.end(of: row) {
      switch nodes.nodes[index].tag {
      case .caption:
        return lines.lines(of: index, in: nodes).map {
          String(decoding: lines.bytes(of: $0), as: UTF8.self)
        }
      case .tr: return []
      default: index += 1
      }
    }
    return []
  }
}
