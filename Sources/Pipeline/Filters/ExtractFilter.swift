internal import Extract
internal import Fetch
internal import Records
internal import SystemPackage
internal import Vocabulary

/// `xianzhi extract`: pages in, documents out.
public struct ExtractFilter {
  private let defaults: SourceDefaults

  /// - Throws: a `Stop` with status 64 for a day, a code or a tier that is none.
  public init(published: String?, region: String?, tier: String?) throws {
    defaults = try SourceDefaults(published: published, region: region, tier: tier)
  }

  /// Writes a document for each file, in the order given.
  ///
  /// Of a WARC file every page is written, each version of it, in the order of the file.
  ///
  /// A file that cannot be read is told of on standard error at the end, and the others are written.
  ///
  /// - Throws: a `Stop` with status 66 where a file could not be read, 73 or 74 where the output cannot be written.
  public func run(_ files: FileNames, to output: String?) throws {
    let extractor = Extractor(vocabulary: try Vocabulary.builtIn())
    let loader = PageLoader(limit: Configuration.Limits().pageBytes)
    var failures: [String] = []
    try FilterOutput.write(to: output) { sink in
      func write(_ page: Page) throws {
        var bytes: [UInt8] = []
        DocumentLine.append(extractor.document(from: page), to: &bytes)
        try sink.write(bytes)
      }
      try files.forEach { file in
        if let path = file.path, ArchiveFile.isArchive(file.text) {
          failures += try ArchivedPages(path, limit: loader.limit).forEach { page, bytes in
            try write(PageLoader.page(bytes, source: page.url, sentCharset: page.charset, defaults))
          }
          return
        }
        let page: Page
        do throws(FileReader.Failure) {
          page = try loader.page(named: file, defaults)
        } catch {
          failures.append("\(file.text): \(error.cause)")
          return
        }
        try write(page)
      }
    }
    if !failures.isEmpty { throw Stop(.noInput, failures.joined(separator: "\nxianzhi: ")) }
  }
}
