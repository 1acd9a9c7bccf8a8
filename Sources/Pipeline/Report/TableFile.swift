internal import Report

/// A table of a set, read back row by row.
enum TableFile {
  /// Calls `body` with each row of the CSV at `path` and the bytes of its record.
  ///
  /// - Throws: a `Stop` with status 66 where there is no such file, 65 where it lacks a column of `required`, and what `body`
  ///   throws.
  static func forEach(
    of path: String, required: [String], _ body: (TableRow, UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    var reader = try LineReader(FileName(path))
    var columns: TableColumns?
    try reader.forEach { line in
      guard let known = columns else {
        columns = try header(line, path, required)
        return
      }
      if line.bytes.isEmpty { return }
      try body(TableRow(known, TableRow.cells(of: line.bytes)), line.bytes)
    }
    if columns == nil { throw Stop(.data, "\(path): is empty; expected a header") }
  }

  /// The columns that a header names.
  private static func header(_ line: WireLine, _ path: String, _ required: [String]) throws(Stop)
    -> TableColumns
  {
    var names = TableRow.cells(of: line.bytes)
    // The byte order mark that copies for spreadsheets begin with.
    if names[0].unicodeScalars.first == "\u{FEFF}" { names[0].unicodeScalars.removeFirst() }
    let columns = TableColumns(names)
    for name in required where columns.place(of: name) == nil {
      throw Stop(.data, "\(path):1: has no column \"\(name)\"")
    }
    return columns
  }
}
