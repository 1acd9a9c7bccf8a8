internal import Records

/// A table as it lies in a file: tab-separated values in UTF-8 with a header row; lines that begin
/// with `#` and empty lines are left out.
///
/// Cells are trimmed of nothing and hold no tabs; a row may leave out empty cells at its end. The
/// cells stay in one buffer and become strings only where they are asked for.
struct Table {
  /// The file's name, as faults print it.
  let file: String
  /// The rows below the header, in the order of the file.
  private(set) var rows: [Row] = []
  private let bytes: [UInt8]
  /// The header's names in the order of the file: few, so that a search beats hashing.
  private var columns: [String] = []
  /// Where each cell begins and ends, row after row.
  private var cells: [Range<Int32>] = []

  /// One row below the header.
  struct Row {
    /// Its line in the file, from 1.
    let line: Int
    fileprivate let cells: Range<Int>
  }

  /// Reads a table whose header has exactly `names`, in any order.
  ///
  /// - Throws: a `Fault` naming file, line and column where the text is no UTF-8, the header lacks a
  ///   column or has one too many, or a row has more cells than the header.
  /// - Complexity: O(n) in the bytes.
  init(file: String, bytes: [UInt8], columns names: [String]) throws(Fault) {
    self.file = file
    self.bytes = bytes
    if String(validating: bytes, as: UTF8.self) == nil { throw Self.invalidText(file, bytes) }
    var (line, start, hasHeader) = (0, 0, false)
    while start < bytes.count {
      line += 1
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      defer { start = end + 1 }
      if start == end || bytes[start] == UInt8(ascii: "#") { continue }
      let row = appendCells(start..<end, line: line)
      guard hasHeader else {
        columns = try header(row, names)
        hasHeader = true
        continue
      }
      guard row.cells.count <= columns.count else {
        throw Fault(
          file: file, line: line,
          column: scalars(from: start, to: cells[row.cells.lowerBound + columns.count].lowerBound),
          "has \(row.cells.count) cells, the header \(columns.count)")
      }
      rows.append(row)
    }
    guard hasHeader else { throw Fault(file: file, line: 1, "has no header row") }
  }

  /// The cell of `row` under `column`; empty where the row has none.
  func text(_ row: Row, _ column: String) -> String {
    guard let cell = cell(row, column) else { return "" }
    return String(decoding: bytes[Int(cell.lowerBound)..<Int(cell.upperBound)], as: UTF8.self)
  }

  /// The same, or nothing where the cell is empty.
  func optionalText(_ row: Row, _ column: String) -> String? {
    let text = text(row, column)
    return text.isEmpty ? nil : text
  }

  /// The cell's parts between `|`; none where it is empty.
  func list(_ row: Row, _ column: String) -> [String] {
    text(row, column).split(separator: "|").map(String.init)
  }

  /// A fault in a cell of this table.
  func fault(_ row: Row, _ column: String, _ message: String) -> Fault {
    let start = cells[row.cells.lowerBound].lowerBound
    let place = cell(row, column).map { scalars(from: Int(start), to: $0.lowerBound) }
    return Fault(file: file, line: row.line, column: place, path: column, message)
  }

  private func cell(_ row: Row, _ column: String) -> Range<Int32>? {
    guard let index = columns.firstIndex(of: column), index < row.cells.count else { return nil }
    return cells[row.cells.lowerBound + index]
  }

  private mutating func appendCells(_ range: Range<Int>, line: Int) -> Row {
    let first = cells.count
    var start = range.lowerBound
    for at in range where bytes[at] == UInt8(ascii: "\t") {
      cells.append(Int32(start)..<Int32(at))
      start = at + 1
    }
    cells.append(Int32(start)..<Int32(range.upperBound))
    return Row(line: line, cells: first..<cells.count)
  }

  private func header(_ row: Row, _ names: [String]) throws(Fault) -> [String] {
    var found: [String] = []
    let start = Int(cells[row.cells.lowerBound].lowerBound)
    for cell in cells[row.cells] {
      let name = String(decoding: bytes[Int(cell.lowerBound)..<Int(cell.upperBound)], as: UTF8.self)
      let column = scalars(from: start, to: cell.lowerBound)
      guard names.contains(name) else {
        let message = "is no column here; there are \(names.joined(separator: ", "))"
        throw Fault(file: file, line: row.line, column: column, path: name, message)
      }
      guard !found.contains(name) else {
        throw Fault(
          file: file, line: row.line, column: column, path: name, "stands twice in the header")
      }
      found.append(name)
    }
    for name in names where !found.contains(name) {
      throw Fault(file: file, line: row.line, path: name, "is missing from the header")
    }
    return found
  }

  /// The column, in Unicode scalars from 1, of the byte at `end` in a line that begins at `start`.
  private func scalars(from start: Int, to end: Int32) -> Int {
    1 + bytes[start..<Int(end)].count { $0 & 0xC0 != 0x80 }
  }

  private static func invalidText(_ file: String, _ bytes: [UInt8]) -> Fault {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }
    return Fault(file: file, line: line.map { $0 + 1 }, "is not valid UTF-8")
  }
}

extension Table {
  /// The values that `make` gives of the rows, after a check that the key of each stands only once.
  ///
  /// - Throws: the faults of `make`, and one in `column` that names both lines of a key that stands twice.
  func unique<Value, Key: Hashable>(
    _ column: String, key: (Value) -> Key, make: (Row) throws(Fault) -> Value
  ) throws(Fault) -> [Value] {
    var lines: [Key: Int] = [:]
    lines.reserveCapacity(rows.count)
    var values: [Value] = []
    values.reserveCapacity(rows.count)
    for row in rows {
      if cell(row, column)?.isEmpty != false { throw fault(row, column, "is empty") }
      let value = try make(row)
      if let line = lines.updateValue(row.line, forKey: key(value)) {
        throw fault(row, column, "\"\(text(row, column))\" stands in line \(line) already")
      }
      values.append(value)
    }
    return values
  }
}
