internal import Fetch
internal import Glibc
internal import SystemPackage

/// Appends records to the files of an archive.
///
/// A file is called `…warc.gz.open` while it is written, so that no reader takes it for a whole one, and loses the ending when it
/// is done: at its size or at the end of the run. What belongs together is written in one call; where the disk is full the
/// file is cut back to what it was. Bytes are brought to the disk when a file is done and at least every five
/// seconds in between: a `kill -9` loses nothing, a power cut at most what those seconds brought, which is then
/// fetched again.
final class ArchiveWriter {
  /// What a file is called besides its name while it is written.
  static let openEnding = ".open"

  /// Where records came to lie.
  struct Place {
    /// The file's name in the folder, without the ending of open files.
    var file: String
    /// Where each record of each group begins.
    var offsets: [[Int64]]
    /// Where the file ends now.
    var end: Int64
    /// How much of it was brought to the disk.
    var synchronized: Int64
  }

  private struct Open {
    let file: FileDescriptor
    let name: String
    var end: Int64
    /// How much was brought to the disk, and when.
    var synchronized: Int64 = 0
    var synchronizedAt: Int
  }

  private let folder: String
  private let fileBytes: Int
  private let contact: String
  private var open: Open?
  private var serial = 0
  private static let interval = 5000

  /// Writes into `folder`, which is there.
  ///
  /// - Parameter contact: whom to ask about the crawl, for `warcinfo`.
  init(folder: String, fileBytes: Int, contact: String) {
    (self.folder, self.fileBytes, self.contact) = (folder, fileBytes, contact)
  }

  /// Appends records in one write: all of them are in the file afterwards, or none.
  ///
  /// - Parameter groups: groups of records, each record as a gzip member.
  /// - Returns: nothing where there is no record.
  /// - Throws: a `Stop` with status 73 or 74.
  func append(_ groups: [[[UInt8]]]) throws -> Place? {
    if groups.allSatisfy(\.isEmpty) { return nil }
    if let open, open.end >= Int64(fileBytes) { try close() }
    var bytes = open == nil ? try begin() : []
    guard var open else { throw Stop(.cannotCreate, "\(folder): no file of the archive is open") }
    var offsets: [[Int64]] = []
    for group in groups {
      offsets.append([])
      for member in group {
        offsets[offsets.count - 1].append(open.end + Int64(bytes.count))
        bytes += member
      }
    }
    do {
      try open.file.writeAll(toAbsoluteOffset: open.end, bytes)
      open.end += Int64(bytes.count)
      if System.milliseconds() - open.synchronizedAt > Self.interval {
        try System.synchronize(open.file)
        (open.synchronized, open.synchronizedAt) = (open.end, System.milliseconds())
      }
    } catch {
      ftruncate(open.file.rawValue, off_t(self.open?.end ?? 0))
      throw Stop(.inputOutput, "\(Path.join(folder, open.name)): cannot be written: \(error)")
    }
    self.open = open
    return Place(file: open.name, offsets: offsets, end: open.end, synchronized: open.synchronized)
  }

  /// Makes the next file; the `warcinfo` record that it begins with.
  private func begin() throws -> [UInt8] {
    let now = Moment(milliseconds: Int64(System.now().seconds) * 1000)
    let stamp = String(now.description.filter(\.isNumber))
    while true {
      serial += 1
      let digits = String(serial)
      let name =
        "xianzhi-\(stamp)-\(String(repeating: "0", count: max(0, 5 - digits.count)))\(digits).warc.gz"
      let path = Path.join(folder, name)
      if System.exists(path) || System.exists(path + Self.openEnding) { continue }
      do {
        let file = try FileDescriptor.open(
          FilePath(path + Self.openEnding), .readWrite, options: [.create, .exclusiveCreate, .closeOnExec],
          permissions: [.ownerReadWrite, .groupRead, .otherRead])
        open = Open(file: file, name: name, end: 0, synchronizedAt: System.milliseconds())
      } catch {
        throw Stop(.cannotCreate, "\(path): cannot be made: \(error)")
      }
      return WARCRecord.warcinfo(
        file: name, date: now, software: "xianzhi/\(Version.current)", operator: contact
      ).member()
    }
  }

  /// Ends the open file, if there is one.
  ///
  /// - Throws: a `Stop` with status 74.
  func close() throws {
    guard let open else { return }
    self.open = nil
    do {
      // A file to which nothing could be written is none.
      if open.end == 0 {
        try open.file.close()
        return System.remove(Path.join(folder, open.name) + Self.openEnding)
      }
      try System.synchronize(open.file)
      try open.file.close()
      try Self.finish(open.name, in: folder)
    } catch {
      throw Stop(.inputOutput, "\(Path.join(folder, open.name)): cannot be written: \(error)")
    }
  }

  /// Takes the ending of open files off a file.
  static func finish(_ name: String, in folder: String) throws {
    let path = Path.join(folder, name)
    try System.rename(path + openEnding, to: path)
    try System.synchronize(folder: folder)
  }
}
