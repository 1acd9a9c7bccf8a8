internal import Fetch
internal import Records
internal import SystemPackage

/// Makes pages of files.
struct PageLoader: Sendable {
  /// The largest page in bytes, compressed or not.
  let limit: Int

  /// A file that was read: what the page is, or why there is none.
  struct File {
    /// The digest of the bytes that were read, compressed or not; nothing where they could not be.
    let sha256: String?
    let page: Result<Page, FileReader.Failure>
  }

  /// Reads a file, once: the digest is of the bytes that the page is made of.
  func file(_ path: FilePath, source: String, _ defaults: SourceDefaults) -> File {
    var sha256: String?
    do throws(FileReader.Failure) {
      let raw = try FileReader.contents(of: path, limit: limit)
      let digest = Digest.sha256(raw)
      sha256 = digest
      let page =
        Gzip.isGzip(raw)
        ? Self.page(try FileReader.decompressed(raw, limit: limit), source: source, defaults)
        : Page(id: Self.id(digest), source: source, bytes: raw, defaults: defaults)
      return File(sha256: sha256, page: .success(page))
    } catch {
      return File(sha256: sha256, page: .failure(error))
    }
  }

  /// Reads a page named on the command line: a file, or standard input for `-`.
  ///
  /// - Throws: `FileReader.Failure`.
  func page(named name: String, _ defaults: SourceDefaults) throws(FileReader.Failure) -> Page {
    guard name == "-" else { return try file(FilePath(name), source: name, defaults).page.get() }
    let raw = try FileReader.standardInput(limit: limit)
    return Self.page(try FileReader.decompressed(raw, limit: limit), source: name, defaults)
  }

  /// The page that bytes are: its id is the first 16 hexadecimal digits of their SHA-256.
  static func page(_ bytes: [UInt8], source: String, _ defaults: SourceDefaults) -> Page {
    Page(id: id(Digest.sha256(bytes)), source: source, bytes: bytes, defaults: defaults)
  }

  private static func id(_ sha256: String) -> String { String(sha256.prefix(16)) }
}
