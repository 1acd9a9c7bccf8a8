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

  /// The table of an element, or nothing where it lays out a page.
  ///
  /// - Parameters:
  ///   - captionAbove: the line just above it.
  ///   - unitAbove: the unit that a line just above it states.
  func table(_ found: Found, captionAbove: String?, unitAbove: String?) -> Read? {
    table(
      found.grid, found.texts, elementCaption(found.row), captionAbove: captionAbove, unitAbove: unitAbove)
  }

  /// The same for a grid that was made otherwise.
  func table(
    _ grid: TableGrid, _ texts: [CellText], _ ownCaptions: [String], captionAbove: String?, unitAbove: String?
  ) -> Read? {
    let layout = TableLayout(grid, texts: texts)
    guard layout.isData else { return nil }
    let last = grid.rowCount - layout.noteRows
    let captions = ownCaptions + singles(grid, texts, 0..<layout.captionRows)
    let notes = singles(grid, texts, last..<grid.rowCount)
    let unit =
      (captions + notes).lazy.compactMap { UnitNote.afterLabel($0) }.first
      ?? captions.lazy.compactMap { UnitNote.inBrackets(Array($0.utf8), isUnit: units.contains) }.first
      ?? unitAbove
    var table = DataTable(
      caption: TableCaption.words(captions, above: captionAbove), unit: unit,
      columnCount: grid.columnCount, cells: [], span: ByteSpan(0, 0))
    let (text, spans) = rows(grid, texts, layout.captionRows..<last)
    let paths = HeadingPaths(grid: grid, texts: texts, layout: layout, units: units)
    for (index, cell) in grid.cells.enumerated() {
      guard let span = spans[index] else { continue }
      table.cells.append(paths.cell(index, cell, span: span, tableUnit: unit))
    }
    table.span = ByteSpan(0, text.count)
    return Read(text: text, table: table, captions: captions, notes: notes)
  }

  /// The texts of rows that are one cell each, or a few beside blanks.
  private func singles(_ grid: TableGrid, _ texts: [CellText], _ rows: Range<Int>) -> [String] {
    rows.compactMap { row in
      let words = HeadingRows.filled(grid, texts, row).map { texts[$0].string }
      return words.isEmpty ? nil : words.joined(separator: " ")
    }
  }

  /// Rows as lines, and where each cell stands in them.
  private func rows(
    _ grid: TableGrid, _ texts: [CellText], _ range: Range<Int>
  ) -> (text: [UInt8], spans: [ByteSpan?]) {
    var text: [UInt8] = []
    var spans = [ByteSpan?](repeating: nil, count: grid.cells.count)
    for row in range {
      if row > range.lowerBound { text.append(0x0A) }
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
    return (text, spans)
  }

  /// A table element that holds data.
  struct Found {
    /// Its row in the node table.
    let row: Int
    let grid: TableGrid
    let texts: [CellText]
  }

  /// The elements that hold data tables, in order; none lies in another.
  func dataTables() -> [Found] {
    var found: [Found] = []
    for row in nodes.nodes.indices where nodes.nodes[row].tag == .table {
      let grid = TableGrid(row, in: nodes)
      guard !grid.holdsTable else { continue }
      let texts = grid.cells.map { CellText($0.node, lines: lines, nodes: nodes) }
      if TableLayout(grid, texts: texts).isData { found.append(Found(row: row, grid: grid, texts: texts)) }
    }
    return found
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
