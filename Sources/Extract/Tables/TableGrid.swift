/// A table element as a grid: spanned cells expanded, nothing interpreted.
struct TableGrid {
  /// A cell and its first place.
  struct Cell {
    var row: Int
    var column: Int
    var rowSpan: Int
    var columnSpan: Int
    /// Its row in the node table.
    var node: Int
    var isHeading: Bool
  }

  var cells: [Cell] = []
  var rowCount = 0
  var columnCount = 0
  /// For each place, row by row, the index of the cell that covers it; -1 for none.
  private(set) var places: [Int32] = []
  /// Whether a table lies within one of its cells.
  private(set) var holdsTable = false

  /// The most columns that a table can have; browsers stop at 1000 too.
  private static let columnLimit = 1000
  private static let placeLimit = 200_000

  /// Reads the `table` element in `row`.
  ///
  /// - Complexity: O(rows of its subtree + places of the grid), the latter bounded.
  init(_ row: Int, in nodes: NodeTable) {
    let end = nodes.end(of: row)
    var index = row + 1
    // For each column how many more rows below the current one are covered from above.
    var covered: [(rows: Int, cell: Int)] = []
    var current = -1
    var column = 0
    while index < end {
      let tag = nodes.nodes[index].tag
      if tag == .table {
        holdsTable = true
        index = max(nodes.end(of: index), index + 1)
        continue
      }
      if tag == .tr {
        for place in covered.indices where covered[place].rows > 0 { covered[place].rows -= 1 }
        current += 1
        column = 0
      } else if tag == .td || tag == .th, current >= 0 {
        while column < covered.count, covered[column].rows > 0 { column += 1 }
        let columnSpan = min(Self.span(.colspan, index, nodes), Self.columnLimit - column)
        let rowSpan = Self.span(.rowspan, index, nodes)
        if columnSpan > 0 {
          cells.append(
            Cell(
              row: current, column: column, rowSpan: rowSpan, columnSpan: columnSpan, node: index,
              isHeading: tag == .th))
          while covered.count < column + columnSpan { covered.append((0, -1)) }
          for place in column..<(column + columnSpan) { covered[place] = (rowSpan, cells.count - 1) }
          column += columnSpan
        }
      }
      index += 1
    }
    rowCount = current + 1
    columnCount = covered.count
    place()
  }

  /// A grid without spans: as many cells in each row as `widths` says. Cells have no node.
  init(widths: [Int]) {
    for (row, width) in widths.enumerated() {
      for column in 0..<width {
        cells.append(Cell(row: row, column: column, rowSpan: 1, columnSpan: 1, node: 0, isHeading: false))
      }
    }
    rowCount = widths.count
    columnCount = widths.max() ?? 0
    place()
  }

  /// Writes down which cell covers each place.
  private mutating func place() {
    guard rowCount * columnCount <= Self.placeLimit else {
      cells = []
      rowCount = 0
      columnCount = 0
      return
    }
    places = [Int32](repeating: -1, count: rowCount * columnCount)
    for index in cells.indices {
      cells[index].rowSpan = min(cells[index].rowSpan, rowCount - cells[index].row)
      let cell = cells[index]
      for row in cell.row..<(cell.row + cell.rowSpan) {
        for column in cell.column..<(cell.column + cell.columnSpan) {
          places[row * columnCount + column] = Int32(truncatingIfNeeded: index)
        }
      }
    }
  }

  /// The cell that covers a place.
  func cell(_ row: Int, _ column: Int) -> Int? {
    let index = places[row * columnCount + column]
    return index < 0 ? nil : Int(index)
  }

  /// A span attribute: at least 1, at most 1000; 1 where it is no number.
  private static func span(_ name: AttributeName, _ row: Int, _ nodes: NodeTable) -> Int {
    guard let value = nodes.value(of: name, at: row) else { return 1 }
    var number = 0
    for byte in value.drop(while: \.isSpace).prefix(4) {
      guard byte.isDigit else { break }
      number = number * 10 + Int(byte - 0x30)
    }
    return min(max(number, 1), columnLimit)
  }
}
