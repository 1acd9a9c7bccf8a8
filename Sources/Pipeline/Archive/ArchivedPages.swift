internal import Fetch
internal import SystemPackage

/// The pages of a WARC file one after another, every version of them.
struct ArchivedPages {
  private let path: FilePath
  private let limit: Int

  /// - Parameter limit: the largest page in bytes.
  init(_ path: FilePath, limit: Int) {
    (self.path, self.limit) = (path, limit)
  }

  /// Calls `body` with each page and its bytes; one page is in memory at a time.
  ///
  /// - Returns: a line for each thing that could not be read, with its place in the file.
  /// - Throws: what `body` throws.
  func forEach(_ body: (ArchivedPage, [UInt8]) throws -> Void) throws -> [String] {
    var failures: [String] = []
    let file: ArchiveFile
    do {
      file = try ArchiveFile(path)
    } catch {
      return ["\(path): cannot be read: \(error)"]
    }
    var reader = file.records(pageBytes: limit)
    while true {
      let item: WARCReader.Item?
      do {
        item = try reader.next()
      } catch {
        return failures + ["\(path): cannot be read: \(error)"]
      }
      switch item {
      case nil: return failures
      case .damage(let damage)?: failures.append("\(path): at byte \(damage.offset): \(damage.cause)")
      case .record(let record, let place)?:
        guard let page = ArchivedPage(record, limit: limit), page.mayBeHTML else { continue }
        switch page.kind {
        case .page(let bytes): try body(page, bytes)
        case .unreadable(let cause, _):
          failures.append("\(path): at byte \(place.lowerBound): \(page.url) \(cause)")
        case .cut(let reason):
          failures.append("\(path): at byte \(place.lowerBound): \(page.url) is cut off: \(reason)")
        case .unchanged, .other: break
        }
      }
    }
  }
}
