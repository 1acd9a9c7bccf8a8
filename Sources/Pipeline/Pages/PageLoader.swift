internal import Records
internal import SystemPackage

/// Makes pages of files.
struct PageLoader: Sendable {
  /// The largest page in bytes, compressed or not.
  let limit: Int

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
