/// A table of the output: what it is, and how its rows are written.
///
/// Each column stands once, with its description and with what makes its cell; header, rows, package
/// and documentation all come from that.
public struct Resource<Row>: Sendable {
  /// What the table and its columns are.
  public let schema: TableSchema
  private let cells: [@Sendable (Row) -> Cell]
  /// The columns' names as JSON strings, which are the same in every row.
  private let keys: [[UInt8]]
  private let addKey: @Sendable (Row, inout SortKey) -> Void

  init(
    name: String, title: String, chineseTitle: String, description: String, columns: [Column<Row>],
    primaryKey: [String] = [], foreignKeys: [ForeignKey] = [],
    sortedBy addKey: @escaping @Sendable (Row, inout SortKey) -> Void
  ) {
    schema = TableSchema(
      name: name, title: title, chineseTitle: chineseTitle, description: description,
      fields: columns.map(\.field), primaryKey: primaryKey, foreignKeys: foreignKeys)
    cells = columns.map(\.cell)
    keys = columns.map { column in
      var bytes: [UInt8] = []
      JSONText.append(column.field.name, to: &bytes)
      return bytes
    }
    self.addKey = addKey
  }

  /// The header record of the CSV, with its line feed.
  public var header: [UInt8] {
    var csv = CSVWriter()
    for field in schema.fields { csv.text(field.name) }
    csv.endRecord()
    return csv.finish()
  }

  /// The row in every form in which it is written.
  public func encode(_ row: Row) -> ResourceRow {
    var key = SortKey()
    addKey(row, &key)
    var csv = CSVWriter()
    var json = JSONWriter()
    json.beginObject()
    for index in cells.indices {
      let cell = cells[index](row)
      cell.append(to: &csv)
      json.key(encoded: keys[index])
      cell.append(to: &json)
    }
    csv.endRecord()
    json.endObject()
    return ResourceRow(key: key.bytes, csv: csv.finish(), json: json.finish())
  }

  /// Appends the row's JSON object, without a line feed.
  public func appendJSON(_ row: Row, to bytes: inout [UInt8]) {
    var json = JSONWriter(appendingTo: consume bytes)
    json.beginObject()
    for index in cells.indices {
      json.key(encoded: keys[index])
      cells[index](row).append(to: &json)
    }
    json.endObject()
    bytes = json.finish()
  }
}

/// A column of a table whose rows are made of `Row`.
struct Column<Row>: Sendable {
  let field: Field
  let cell: @Sendable (Row) -> Cell

  init(_ field: Field, _ cell: @escaping @Sendable (Row) -> Cell) {
    self.field = field
    self.cell = cell
  }
}

/// A row as it is written, made once and carried through sorting.
public struct ResourceRow: Hashable, Comparable, Sendable {
  /// What rows are sorted by, compared bytewise.
  public let key: [UInt8]
  /// The CSV record, with its line feed.
  public let csv: [UInt8]
  /// The JSON object, without a line feed.
  public let json: [UInt8]

  /// Makes the row of its parts, as an external sort reads them back.
  public init(key: [UInt8], csv: [UInt8], json: [UInt8]) {
    self.key = key
    self.csv = csv
    self.json = json
  }

  /// Orders by key, bytewise.
  public static func < (left: ResourceRow, right: ResourceRow) -> Bool {
    left.key.lexicographicallyPrecedes(right.key)
  }
}
