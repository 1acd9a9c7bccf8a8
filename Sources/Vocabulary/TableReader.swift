public import Records

/// A table as it lies in a file: tab-separated values in UTF-8 with a header row, `#` lines left out.
///
/// Cells are trimmed of nothing and hold no tabs; a row may leave out empty cells at its end.
struct Table {
  /// The file's name, as faults print it.
  let file: String
  private(set) var rows: [Row] = []

  /// One row below the header.
  struct Row {
    /// Its line in the file, from 1.
    let line: Int
    fileprivate let cells: [Substring]
    fileprivate let columns: [String: Int]

    /// The cell under `column`; empty where the row has none.
    subscript(column: String) -> Substring {
      guard let index = columns[column], index < cells.count else { return "" }
      return cells[index]
    }

    /// The cell's parts between `|`; none where it is empty.
    func list(_ column: String) -> [Substring] {
      self[column].split(separator: "|")
    }
  }

  /// Reads a table whose header has exactly `columns`, in any order.
  ///
  /// - Throws: a `Fault` naming file, line and column where the text is no UTF-8, the header lacks a
  ///   column or has one too many, or a row has more cells than the header.
  init(file: String, bytes: UnsafeBufferPointer<UInt8>, columns: [String]) throws(Fault) {
    self.file = file
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Fault(file: file, "is not valid UTF-8")
    }
    var header: [String: Int]?
    var number = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      if line.isEmpty || line.utf8.first == UInt8(ascii: "#") { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard let known = header else {
        header = try Self.header(cells, columns, file: file, line: number)
        continue
      }
      guard cells.count <= known.count else {
        throw Fault(file: file, line: number, "has \(cells.count) cells, the header \(known.count)")
      }
      rows.append(Row(line: number, cells: cells, columns: known))
    }
    if header == nil { throw Fault(file: file, line: 1, "has no header row") }
  }

  private static func header(
    _ cells: [Substring], _ columns: [String], file: String, line: Int
  ) throws(Fault) -> [String: Int] {
    var found: [String: Int] = [:]
    for (index, cell) in cells.enumerated() {
      let name = String(cell)
      guard columns.contains(name) else {
        throw Fault(
          file: file, line: line, path: name, "is no column here; there are \(columns.joined(separator: ", "))")
      }
      guard found.updateValue(index, forKey: name) == nil else {
        throw Fault(file: file, line: line, path: name, "stands twice in the header")
      }
    }
    for column in columns where found[column] == nil {
      throw Fault(file: file, line: line, path: column, "is missing from the header")
    }
    return found
  }

  /// A fault in a cell of this table.
  func fault(_ row: Row, _ column: String, _ message: String) -> Fault {
    Fault(file: file, line: row.line, path: column, message)
  }
}
