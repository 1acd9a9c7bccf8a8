internal import Fetch
internal import Load
internal import Records
internal import SystemPackage

/// The pages in WARC files: of each URL the newest version.
struct ArchiveIndex {
  /// Where a version lies.
  struct Entry: Sendable {
    var file: FilePath
    var offset: Int64
    var date: String
    /// SHA-256 of the page without any coding, in hexadecimal.
    var sha256: String
  }

  private(set) var pages: [String: Entry] = [:]
  /// What could not be read.
  private(set) var refused: [FindingRow] = []
  private let pageBytes: Int

  init(pageBytes: Int) { self.pageBytes = pageBytes }

  /// Reads a file. Damage and pages that cannot be read become findings, and reading goes on.
  ///
  /// - Parameters:
  ///   - source: how findings call the file.
  ///   - isStopped: asked between records whether to leave the rest.
  /// - Complexity: O(bytes) time; memory for one page and the URLs.
  mutating func add(_ path: FilePath, source: String, isStopped: () -> Bool) {
    do {
      var reader = try ArchiveFile(path).records(pageBytes: pageBytes)
      while !isStopped(), let item = try reader.next() {
        switch item {
        case .damage(let damage):
          refuse(source, .unreadableFile, "at byte \(damage.offset): \(damage.cause)")
        case .record(let record, let range):
          guard let page = ArchivedPage(record, limit: pageBytes), page.mayBeHTML else { continue }
          add(page, path, range.lowerBound)
        }
      }
    } catch {
      refuse(source, .unreadableFile, "cannot be read: \(error)")
    }
  }

  private mutating func add(_ page: ArchivedPage, _ path: FilePath, _ offset: Int64) {
    switch page.kind {
    case .page(let bytes):
      if let known = pages[page.url], known.date > page.version.date { return }
      pages[page.url] = Entry(
        file: path, offset: offset, date: page.version.date, sha256: Digest.sha256(bytes))
    case .unreadable(let cause, let isOversized):
      refuse(page.url, isOversized ? .oversizedPage : .unreadableFile, cause)
    case .cut(let reason):
      refuse(page.url, .truncatedPage, "the archive holds only a part of the page: \(reason)")
    case .unchanged, .other: break
    }
  }

  private mutating func refuse(_ source: String, _ code: Finding.Code, _ message: String) {
    refused.append(FindingRow(source: source, code: code, message: message))
  }
}
