internal import Load
internal import SystemPackage

/// Copies of the tables for other tools, made of the CSV files of a folder.
struct TableCopies: Sendable, Equatable {
  /// `excel/`, with a copy of each table.
  var excel = false
  /// `xianzhi.sqlite`.
  var sqlite = false
  /// CSVW metadata beside each table.
  var csvw = true

  /// Writes the copies into the folder of `files`.
  ///
  /// - Throws: a `Stop` that names the file which cannot be written.
  func write(_ tables: [TableSet.Entry], to files: TableFiles) throws {
    if csvw {
      for table in tables {
        try files.writeFile(CSVWMetadata.file(beside: table.path)) {
          try $0.write(CSVWMetadata.encoded(table.schema, path: table.path))
        }
      }
      try files.writeFile(CSVWMetadata.groupFile) {
        try $0.write(CSVWMetadata.encoded(tables.map { ($0.schema, $0.path) }))
      }
    }
    if excel { try writeExcel(tables, to: files) }
    if sqlite {
      try files.addFile(SQLiteFile.name) { try SQLiteFile(path: $0).write(tables, from: files.folder) }
    }
  }

  private func writeExcel(_ tables: [TableSet.Entry], to files: TableFiles) throws {
    for table in tables {
      let path = "excel/\(table.path)"
      try files.makeFolder(of: path)
      let copy = ExcelCopy(table.schema.fields)
      try files.writeFile(path) { file in
        try file.write(ExcelCopy.byteOrderMark + copy.header)
        try table.forEach(in: files.folder) { cells in try file.write(copy.record(cells)) }
      }
    }
  }
}
