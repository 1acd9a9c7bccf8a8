internal import Crypto
internal import Load
internal import SystemPackage

/// A file of a set, as it lies on the disk.
struct WrittenFile: Equatable {
  let name: String
  let sha256: String
  let count: Int
}

extension WrittenFile {
  /// What lies at a path already.
  ///
  /// - Throws: a `Stop` that names the file.
  init(digesting path: String, name: String) throws {
    var digest = SHA256()
    var count = 0
    do {
      let file = try FileDescriptor.open(FilePath(path), .readOnly, options: .closeOnExec)
      try file.closeAfter {
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        while true {
          let read = try buffer.withUnsafeMutableBytes { try file.read(into: $0) }
          if read == 0 { break }
          digest.update(data: buffer[..<read])
          count += read
        }
        try System.synchronize(file)
      }
    } catch let error as Errno {
      throw Stop(.inputOutput, "\(path): cannot be read again: \(error)")
    }
    self.init(name: name, sha256: Digest.hexadecimal(digest.finalize()), count: count)
  }
}

/// Writes one file of a set and knows its size and digest at the end.
struct DataFileWriter {
  private let sink: ByteSink
  private var digest = SHA256()

  /// - Throws: a `Stop` that names the file.
  init(creating path: String) throws {
    sink = try ByteSink(creating: path)
  }

  mutating func write(_ bytes: [UInt8]) throws {
    digest.update(data: bytes)
    try sink.write(bytes)
  }

  /// Brings the file to the disk.
  func close() throws -> WrittenFile {
    try sink.close()
    return WrittenFile(
      name: Path.name(of: sink.name) ?? sink.name, sha256: Digest.hexadecimal(digest.finalize()),
      count: sink.count)
  }
}

/// Writes a table that is handed over row by row, in one format.
struct TableFileWriter {
  private let schema: TableSchema
  private let format: DataFormat
  private var file: DataFileWriter
  private var isFirst = true
  private var last: ResourceRow?

  /// - Throws: a `Stop` that names the file.
  init<Row>(_ resource: Resource<Row>, as format: DataFormat, folder: String) throws {
    schema = resource.schema
    self.format = format
    file = try DataFileWriter(creating: Path.join(folder, "\(schema.name).\(format.rawValue)"))
    if format == .csv { try file.write(resource.header) }
  }

  /// Writes a row; one that was written just before, to the letter, is not written again.
  mutating func write(_ row: ResourceRow) throws {
    if row == last { return }
    last = row
    switch format {
    case .csv: try file.write(row.csv)
    case .jsonl: try file.write(row.json + [UInt8(ascii: "\n")])
    case .json:
      try file.write(Array((isFirst ? "[\n" : ",\n").utf8) + row.json)
      isFirst = false
    }
  }

  /// Ends the file and describes it.
  mutating func finish() throws -> DataFile {
    if format == .json { try file.write(Array((isFirst ? "[]\n" : "\n]\n").utf8)) }
    let written = try file.close()
    return DataFile(schema, as: format, sha256: written.sha256, byteCount: written.count)
  }
}
