internal import GRDB
internal import Load

/// `xianzhi.sqlite`: the tables in one database, with their keys, and a search over sentences.
///
/// Numbers have the affinity NUMERIC: whole ones are exact up to 64 bits, others have fifteen digits; the exact
/// text is in the CSV.
struct SQLiteFile {
  /// Its name in a folder of datasets.
  static let name = "xianzhi.sqlite"
  private let path: String

  init(path: String) { self.path = path }

  /// Makes the database of the tables in `folder`.
  ///
  /// - Throws: a `Stop` that names the file.
  func write(_ tables: [TableSet.Entry], from folder: String) throws {
    do {
      var configuration = GRDB.Configuration()
      // Rows refer to tables that are filled later: all is checked at the end.
      configuration.foreignKeysEnabled = false
      configuration.prepareDatabase {
        try $0.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
      }
      let database = try DatabaseQueue(path: path, configuration: configuration)
      let names = Set(tables.map(\.schema.name))
      try database.write { database in
        for table in tables { try Self.fill(database, table, among: names, from: folder) }
        try Self.index(database)
        if try Row.fetchOne(database, sql: "PRAGMA foreign_key_check") != nil {
          throw Stop(.data, "\(path): a row refers to one that is not there")
        }
      }
      try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA optimize") }
      try database.close()
    } catch let error as DatabaseError {
      throw Stop(.inputOutput, "\(path): cannot be written: \(error)")
    }
  }

  private static func fill(
    _ database: Database, _ table: TableSet.Entry, among names: Set<String>, from folder: String
  ) throws {
    let schema = table.schema
    var parts = schema.fields.map { field in
      "\(quoted(field.name)) \(type(field.type))\(field.constraints.isRequired ? " NOT NULL" : "")"
    }
    if !schema.primaryKey.isEmpty {
      parts.append("PRIMARY KEY (\(schema.primaryKey.map(quoted).joined(separator: ", ")))")
    }
    for key in schema.foreignKeys where names.contains(key.resource) {
      parts.append(
        "FOREIGN KEY (\(quoted(key.field))) REFERENCES \(quoted(key.resource)) (\(quoted(key.referencedField)))"
      )
    }
    try database.execute(sql: "CREATE TABLE \(quoted(schema.name)) (\(parts.joined(separator: ", ")))")
    let marks = schema.fields.map { _ in "?" }.joined(separator: ", ")
    let insert = try database.makeStatement(sql: "INSERT INTO \(quoted(schema.name)) VALUES (\(marks))")
    try table.forEach(in: folder) { cells in
      let values: [DatabaseValue] = schema.fields.indices.map { index in
        if cells.isEmpty(index) { return .null }
        if schema.fields[index].type == .boolean { return (cells[index] == "true").databaseValue }
        return cells[index].databaseValue
      }
      insert.setUncheckedArguments(StatementArguments(values))
      try insert.execute()
    }
  }

  /// Makes what is searched by.
  private static func index(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE INDEX observations_by_figure ON observations (region_code, indicator_id, period);
        CREATE INDEX observations_by_document ON observations (document_id);
        CREATE VIRTUAL TABLE sentences USING fts5(
          sentence, content = 'observations', content_rowid = 'rowid', tokenize = 'trigram');
        INSERT INTO sentences (sentences) VALUES ('rebuild');
        """)
  }

  private static func type(_ type: FieldType) -> String {
    switch type {
    case .string, .date: "TEXT"
    case .number: "NUMERIC"
    case .integer, .boolean: "INTEGER"
    }
  }

  private static func quoted(_ name: String) -> String {
    "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
