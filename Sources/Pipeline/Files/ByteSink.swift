internal import SystemPackage

/// A file that is written through one buffer; every write is checked.
///
/// `print` to a full disk ends with status 0: data never goes that way.
final class ByteSink {
  /// The file's name, as errors print it.
  let name: String
  private let file: FileDescriptor
  private var buffer: [UInt8] = []
  /// How many bytes have been given to it.
  private(set) var count = 0
  private static let capacity = 1 << 16

  /// Writes to a file that is open.
  init(_ file: FileDescriptor, name: String) {
    self.file = file
    self.name = name
    buffer.reserveCapacity(Self.capacity + 4096)
  }

  /// Writes to a new file.
  ///
  /// - Throws: a `Stop` that names the file.
  convenience init(creating path: String) throws {
    do {
      let file = try FileDescriptor.open(
        FilePath(path), .writeOnly, options: [.create, .truncate, .closeOnExec],
        permissions: [.ownerReadWrite, .groupRead, .otherRead])
      self.init(file, name: path)
    } catch let error as Errno {
      throw Stop(.cannotCreate, "\(path): cannot be made: \(error)")
    }
  }

  /// Appends bytes.
  ///
  /// - Throws: a `Stop` that names the file where the system refuses them.
  func write(_ bytes: some Collection<UInt8>) throws {
    buffer += bytes
    count += bytes.count
    if buffer.count >= Self.capacity { try flush() }
  }

  /// Hands the buffer to the system.
  func flush() throws {
    guard !buffer.isEmpty else { return }
    do {
      try file.writeAll(buffer)
    } catch let error as Errno {
      throw Stop(.inputOutput, "\(name): cannot be written: \(error)")
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Flushes, brings the bytes to the disk unless they are of use for this process alone, and closes the file.
  func close(isScratch: Bool = false) throws {
    try flush()
    do {
      if !isScratch { try System.synchronize(file) }
      try file.close()
    } catch let error as Errno {
      throw Stop(.inputOutput, "\(name): cannot be written: \(error)")
    }
  }
}
