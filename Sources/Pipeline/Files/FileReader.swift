internal import Fetch
internal import Glibc
internal import SystemPackage

/// Reads whole files.
enum FileReader {
  /// Why a file could not be read, in words for a finding or an error.
  struct Failure: Error, Equatable {
    let cause: String
    /// Whether the file is larger than the limit.
    var isOversized = false
  }

  /// The bytes of a file, decompressed where they are gzip.
  ///
  /// - Throws: `Failure` where the system refuses, the file is larger than `limit`, or the gzip is damaged.
  static func bytes(of path: FilePath, limit: Int) throws(Failure) -> [UInt8] {
    try decompressed(contents(of: path, limit: limit), limit: limit)
  }

  /// The bytes, decompressed where they are gzip.
  ///
  /// - Throws: `Failure` where they would be more than `limit`, or the gzip is damaged.
  static func decompressed(_ raw: [UInt8], limit: Int) throws(Failure) -> [UInt8] {
    guard Gzip.isGzip(raw) else { return raw }
    do throws(Gzip.Failure) {
      return try Gzip.decompress(raw, limit: limit)
    } catch {
      switch error {
      case .damaged: throw Failure(cause: "is damaged gzip")
      case .truncated: throw Failure(cause: "is gzip that ends too early")
      case .overLimit: throw oversized(limit)
      }
    }
  }

  /// The bytes of a file as they lie on the disk.
  static func contents(of path: FilePath, limit: Int) throws(Failure) -> [UInt8] {
    do {
      guard try System.entry(at: path) == .file else { throw Failure(cause: "is no file") }
      let file = try FileDescriptor.open(path, .readOnly, options: .closeOnExec)
      defer { try? file.close() }
      let size = Int(try file.seek(offset: 0, from: .end))
      guard size <= limit else { throw oversized(limit) }
      try file.seek(offset: 0, from: .start)
      return try read(file, expecting: size, limit: limit)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(cause: "cannot be read: \(error)")
    }
  }

  /// The bytes of a file as they lie on the disk, `contents(of:limit:)` for a path in UTF-8.
  static func contents(of path: String, limit: Int) throws(Failure) -> [UInt8] {
    try contents(of: FilePath(path), limit: limit)
  }

  /// All bytes of standard input.
  ///
  /// - Throws: `Failure` where the system refuses or there are more than `limit`.
  static func standardInput(limit: Int) throws(Failure) -> [UInt8] {
    do {
      return try read(.standardInput, expecting: 0, limit: limit)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(cause: "cannot be read: \(error)")
    }
  }

  private static func read(_ file: FileDescriptor, expecting size: Int, limit: Int) throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: max(size + 1, 1 << 16))
    var filled = 0
    while true {
      if filled == bytes.count { bytes += [UInt8](repeating: 0, count: bytes.count) }
      let count = try bytes.withUnsafeMutableBytes { room in
        try file.read(into: UnsafeMutableRawBufferPointer(rebasing: room[filled...]))
      }
      if count == 0 { break }
      filled += count
      if filled > limit { throw oversized(limit) }
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }

  private static func oversized(_ limit: Int) -> Failure {
    Failure(cause: "is larger than \(limit) bytes", isOversized: true)
  }
}
