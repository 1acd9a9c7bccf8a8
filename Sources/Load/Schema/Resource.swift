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
  /// The late columns' names as JSON strings.
  private let lateKeys: [[UInt8]]
  private let addGroupKey: @Sendable (Row, inout SortKey) -> Bool
  private let addKey: @Sendable (Row, inout SortKey) -> Void

  /// Makes the table.
  ///
  /// - Parameters:
  ///   - lateFields: the last columns, whose cells are known only when all rows are together: `close` writes them.
  ///   - addGroupKey: adds what rows of one group share, and says whether the row is in a group at all.
  init(
    name: String, title: String, chineseTitle: String, description: String, columns: [Column<Row>],
    lateFields: [Field] = [], primaryKey: [String] = [], foreignKeys: [ForeignKey] = [],
    groupedBy addGroupKey: @escaping @Sendable (Row, inout SortKey) -> Bool = { _, _ in false },
    sortedBy addKey: @escaping @Sendable (Row, inout SortKey) -> Void
  ) {
    schema = TableSchema(
      name: name, title: title, chineseTitle: chineseTitle, description: description,
      fields: columns.map(\.field) + lateFields, primaryKey: primaryKey, foreignKeys: foreignKeys)
    cells = columns.map(\.cell)
    keys = columns.map { JSONText.encoded($0.field.name) }
    lateKeys = lateFields.map { JSONText.encoded($0.name) }
    self.addGroupKey = addGroupKey
    self.addKey = addKey
  }

  /// The cell of a column as text, as CSV has it but for quotes; empty where it is missing.
  func text(of column: String, in row: Row) -> String {
    guard let index = schema.fields.firstIndex(where: { $0.name == column }), index < cells.count else {
      return ""
    }
    return cells[index](row).text
  }

  /// The header record of the CSV, with its line feed.
  public var header: [UInt8] {
    var csv = CSVWriter()
    for field in schema.fields { csv.text(field.name) }
    csv.endRecord()
    return csv.finish()
  }

  /// The row in every form in which it is written; it is open where the table has late columns.
  public func encode(_ row: Row) -> ResourceRow {
    var key = SortKey()
    let isGrouped = addGroupKey(row, &key)
    let groupLength = isGrouped ? key.bytes.count : 0
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
    if lateKeys.isEmpty {
      csv.endRecord()
      json.endObject()
    }
    return ResourceRow(key: key.bytes, csv: csv.finish(), json: json.finish(), groupLength: groupLength)
  }

  /// The row that `encode` left open, with the cells of the late columns.
  func close(_ row: ResourceRow, _ cells: [Cell]) -> ResourceRow {
    precondition(cells.count == lateKeys.count, "a late column has no cell")
    var csv = CSVWriter(appendingTo: row.csv, isInRecord: true)
    var json = JSONWriter(appendingTo: row.json, isInObject: true)
    for (key, cell) in zip(lateKeys, cells) {
      cell.append(to: &csv)
      json.key(encoded: key)
      cell.append(to: &json)
    }
    csv.endRecord()
    json.endObject()
    return ResourceRow(key: row.key, csv: csv.finish(), json: json.finish(), groupLength: row.groupLength)
  }

  /// Appends the row's JSON object, without late columns and without a line feed.
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
  /// How many bytes of the key the rows of its group share; 0 where it is in none.
  public let groupLength: Int

  /// Makes the row of its parts, as an external sort reads them back.
  public init(key: [UInt8], csv: [UInt8], json: [UInt8], groupLength: Int = 0) {
    self.key = key
    self.csv = csv
    self.json = json
    self.groupLength = groupLength
  }

  /// Whether the two are rows of one group.
  public func isGrouped(with other: ResourceRow) -> Bool {
    groupLength > 0 && groupLength == other.groupLength
      && key.prefix(groupLength) == other.key.prefix(groupLength)
  }

  /// Orders by key, bytewise.
  public static func < (left: ResourceRow, right: ResourceRow) -> Bool {
    left.key.lexicographicallyPrecedes(right.key)
  }
}
