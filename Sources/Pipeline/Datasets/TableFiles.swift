internal import Load
internal import SystemPackage

/// The files of a set: writes tables into them and knows what was written.
final class TableFiles {
  let folder: String
  private var tables: [DataFile] = []
  private var others: [WrittenFile] = []

  /// Files appear in `folder`.
  init(folder: String) { self.folder = folder }

  /// A sorter for rows that are written later.
  func sorter(_ name: String) -> SpillingSorter { SpillingSorter(folder: folder, name: name) }

  /// Writes a table whose rows `body` hands over in order, in each of the formats.
  ///
  /// - Throws: a `Stop` that names the file which cannot be written, and what `body` throws.
  func write<Row>(
    _ resource: Resource<Row>, as formats: Set<DataFormat>,
    _ body: ((ResourceRow) throws -> Void) throws -> Void
  ) throws {
    var writers = try DataFormat.allCases.filter(formats.contains).map {
      try TableFileWriter(resource, as: $0, folder: folder)
    }
    try body { row in
      for index in writers.indices { try writers[index].write(row) }
    }
    for index in writers.indices { tables.append(try writers[index].finish()) }
  }

  /// Writes a table whose rows were collected.
  func write<Row>(_ resource: Resource<Row>, _ rows: SpillingSorter, as formats: Set<DataFormat> = [.csv])
    throws
  {
    try write(resource, as: formats) { write in try rows.forEach(write) }
  }

  /// Writes a table whose rows fit into memory, as CSV.
  func write<Row>(_ resource: Resource<Row>, _ rows: [Row]) throws {
    try write(resource, as: [.csv]) { write in
      for row in rows.map(resource.encode).sorted() { try write(row) }
    }
  }

  /// Adds a table that was written as CSV at `path` in the folder.
  func add(_ schema: TableSchema, path: String, _ written: WrittenFile) {
    tables.append(
      DataFile(schema, as: .csv, path: path, sha256: written.sha256, byteCount: written.count))
  }

  /// Writes a file that is no table.
  func writeFile(_ path: String, _ body: (inout DataFileWriter) throws -> Void) throws {
    others.append(try writing(path, body))
  }

  /// Adds a file that `body` makes at the path that it is given.
  func addFile(_ path: String, _ body: (String) throws -> Void) throws {
    let full = Path.join(folder, path)
    try body(full)
    others.append(try WrittenFile(digesting: full, name: path))
  }

  /// Makes the folder that the file at `path` is to lie in.
  func makeFolder(of path: String) throws {
    let parent = Path.folder(of: Path.join(folder, path))
    do throws(Errno) {
      try Path.makeFolders(parent)
    } catch {
      throw Stop(.cannotCreate, "\(parent): cannot be made: \(error)")
    }
  }

  private func writing(_ path: String, _ body: (inout DataFileWriter) throws -> Void) throws -> WrittenFile {
    var file = try DataFileWriter(creating: Path.join(folder, path))
    try body(&file)
    let written = try file.close()
    return WrittenFile(name: path, sha256: written.sha256, count: written.count)
  }

  /// Writes what describes the tables, and says what was written in all.
  ///
  /// `checksums.txt` has a line for each other file, as `sha256sum -c` reads it.
  func describe(_ about: DatasetDescription, with copies: TableCopies) throws -> [WrittenFile] {
    let csv = tables.filter { $0.format == .csv }
    if !csv.isEmpty {
      try copies.write(csv.map { TableSet.Entry(schema: $0.schema, path: $0.path) }, to: self)
    }
    let package = DataPackage(about, version: Version.current, files: tables)
    try writeFile("datapackage.json") { try $0.write(package.encoded()) }
    try writeFile("CITATION.cff") { try $0.write(CitationFile(about, version: Version.current).encoded()) }
    let written = tables.map { WrittenFile(name: $0.path, sha256: $0.sha256, count: $0.byteCount) } + others
    let lines = written.sorted { $0.name < $1.name }.map { "\($0.sha256)  \($0.name)\n" }
    return try written + [writing("checksums.txt") { try $0.write(Array(lines.joined().utf8)) }]
  }
}
