internal import Load

/// The columns of a table that is read back: tables grow, so a reader asks for a column by its name.
public final class TableColumns: Sendable {
  /// The names in the order of the file.
  public let names: [String]
  private let places: [String: Int]

  /// Makes them of a file's header; of two columns with one name the first counts.
  public init(_ names: [String]) {
    self.names = names
    places = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
  }

  /// Where the column stands; nothing where the table has none such.
  public func place(of name: String) -> Int? { places[name] }
}

/// A row of a table that is read back.
public struct TableRow: Sendable {
  /// The table's columns.
  public let columns: TableColumns
  /// The cells in the order of the columns; a row that is too short has fewer.
  public let cells: [String]

  /// Makes the row.
  public init(_ columns: TableColumns, _ cells: [String]) {
    (self.columns, self.cells) = (columns, cells)
  }

  /// The cell of the column; nothing where it is empty or there is no such column.
  public subscript(name: String) -> String? {
    guard let place = columns.place(of: name), place < cells.count, !cells[place].isEmpty else { return nil }
    return cells[place]
  }

  /// The cells of a record as `Load` writes it: RFC 4180 on one line, without its line feed.
  public static func cells(of record: some Collection<UInt8>) -> [String] {
    let cells = CSVCells(Array(record))
    return (0..<cells.count).map { cells[$0] }
  }
}
