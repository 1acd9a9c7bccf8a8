internal import Fetch
internal import Records
internal import SystemPackage

/// Makes pages of files.
struct PageLoader: Sendable {
  /// The largest page in bytes, compressed or not.
  let limit: Int

  /// Reads what a run is to read: a file, or a page in an archive.
  ///
  /// - Throws: `FileReader.Failure`.
  func page(_ input: Input) throws(FileReader.Failure) -> Page {
    guard let record = input.record else { return try page(input.path, source: input.source, input.defaults) }
    return Self.page(try archived(record, input), source: input.source, input.defaults)
  }

  /// The page of a record. Records that share a gzip member share their offset too: it is looked for among them.
  private func archived(_ wanted: ArchivedInput, _ input: Input) throws(FileReader.Failure) -> [UInt8] {
    do {
      var reader = try ArchiveFile(input.path).records(from: wanted.offset, pageBytes: limit)
      while case .record(let record, let range)? = try reader.next(), range.lowerBound == wanted.offset {
        guard let page = ArchivedPage(record, limit: limit), case .page(let bytes) = page.kind else {
          continue
        }
        if Digest.sha256(bytes) == wanted.sha256 { return bytes }
      }
    } catch {
      throw FileReader.Failure(cause: "cannot be read: \(error)")
    }
    throw FileReader.Failure(
      cause: "is not in the archive any more, at byte \(wanted.offset) of \(input.path)")
  }

  /// Reads a file as a page.
  ///
  /// - Throws: `FileReader.Failure`.
  func page(_ path: FilePath, source: String, _ defaults: SourceDefaults) throws(FileReader.Failure) -> Page {
    Self.page(try FileReader.bytes(of: path, limit: limit), source: source, defaults)
  }

  /// Reads a page named on the command line: a file, or standard input for `-`.
  ///
  /// - Throws: `FileReader.Failure`.
  func page(named name: String, _ defaults: SourceDefaults) throws(FileReader.Failure) -> Page {
    guard name == "-" else { return try page(FilePath(name), source: name, defaults) }
    let raw = try FileReader.standardInput(limit: limit)
    return Self.page(try FileReader.decompressed(raw, limit: limit), source: name, defaults)
  }

  /// The page that bytes are: its id is the first 16 hexadecimal digits of their SHA-256.
  static func page(_ bytes: [UInt8], source: String, _ defaults: SourceDefaults) -> Page {
    Page(id: String(Digest.sha256(bytes).prefix(16)), source: source, bytes: bytes, defaults: defaults)
  }
}
