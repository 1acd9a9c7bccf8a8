internal import Fetch
internal import Records
internal import SystemPackage

/// Makes pages of files.
struct PageLoader: Sendable {
  /// The largest page in bytes, compressed or not.
  let limit: Int
  /// Where gzip members with many pages are unpacked; nothing where few pages are read.
  var members: UnpackedMembers?

  /// How many records are read of a member before it is unpacked: `response` and `request` may well share one.
  private static let fewRecords = 16

  /// A file that was read: what the page is, or why there is none.
  struct File {
    /// The digest of the bytes that were read, compressed or not; nothing where they could not be.
    let sha256: String?
    let page: Result<Page, FileReader.Failure>
  }

  /// Reads what a run is to read: a file, or a page in an archive.
  func file(_ input: Input) -> File {
    guard let record = input.record else { return file(input.path, source: input.source, input.defaults) }
    do throws(FileReader.Failure) {
      let (bytes, charset) = try archived(record, input)
      let page = Self.page(bytes, source: input.source, sentCharset: charset, input.defaults)
      return File(sha256: record.sha256, page: .success(page))
    } catch {
      return File(sha256: record.sha256, page: .failure(error))
    }
  }

  /// The page of a record. Records that share a gzip member share their offset too: it is looked for among the first of
  /// them, unless the member is unpacked already, then in what it is unpacked to.
  private func archived(
    _ wanted: ArchivedInput, _ input: Input
  ) throws(FileReader.Failure) -> (bytes: [UInt8], sentCharset: String?) {
    do {
      if let page = try members?.page(wanted, in: input.path, unpacking: false) { return page }
      var reader = try ArchiveFile(input.path).records(from: wanted.offset, pageBytes: limit)
      var count = 0
      while case .record(let record, let range)? = try reader.next(), range.lowerBound == wanted.offset {
        count += 1
        if count > Self.fewRecords, let members {
          if let page = try members.page(wanted, in: input.path, unpacking: true) { return page }
          break
        }
        guard let page = ArchivedPage(record, limit: limit), case .page(let bytes) = page.kind else {
          continue
        }
        if Digest.sha256(bytes) == wanted.sha256 { return (bytes, page.charset) }
      }
    } catch {
      throw FileReader.Failure(cause: "cannot be read: \(error)")
    }
    throw FileReader.Failure(
      cause: "is not in the archive any more, at byte \(wanted.offset) of \(input.path)")
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

  /// Reads a page: a file, or standard input.
  ///
  /// - Throws: `FileReader.Failure`.
  func page(named name: FileName, _ defaults: SourceDefaults) throws(FileReader.Failure) -> Page {
    if let path = name.path { return try file(path, source: name.text, defaults).page.get() }
    let raw = try FileReader.standardInput(limit: limit)
    return Self.page(try FileReader.decompressed(raw, limit: limit), source: name.text, defaults)
  }

  /// The page that bytes are: its id is the first 16 hexadecimal digits of their SHA-256.
  static func page(
    _ bytes: [UInt8], source: String, sentCharset: String? = nil, _ defaults: SourceDefaults
  ) -> Page {
    Page(
      id: id(Digest.sha256(bytes)), source: source, bytes: bytes, sentCharset: sentCharset, defaults: defaults
    )
  }

  private static func id(_ sha256: String) -> String { String(sha256.prefix(16)) }
}
