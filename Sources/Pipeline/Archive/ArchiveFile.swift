internal import Fetch
internal import SystemPackage

/// A WARC file that is open for reading.
final class ArchiveFile: ArchiveBytes {
  private let file: FileDescriptor
  /// The largest block of a record beyond the page in it: heads of HTTP.
  private static let headRoom = 1 << 20

  init(_ path: FilePath) throws {
    file = try FileDescriptor.open(path, .readOnly, options: .closeOnExec)
  }

  deinit { try? file.close() }

  func read(at offset: Int64, into room: UnsafeMutableRawBufferPointer) throws -> Int {
    try file.read(fromAbsoluteOffset: offset, into: room)
  }

  /// Reads records from `offset` on; pages are at most `pageBytes` long, compressed or not.
  func records(from offset: Int64 = 0, pageBytes: Int) -> WARCReader {
    WARCReader(self, from: offset, blockLimit: pageBytes + Self.headRoom)
  }

  /// Whether a name is that of a WARC file.
  static func isArchive(_ name: String) -> Bool {
    let lowered = name.lowercased()
    return lowered.hasSuffix(".warc") || lowered.hasSuffix(".warc.gz")
  }
}
