internal import Glibc
internal import SystemPackage

/// A lock that keeps two runs from writing the same output; the system frees it however the process ends.
struct RunLock: ~Copyable {
  private let file: FileDescriptor

  private init(_ file: FileDescriptor) {
    self.file = file
  }

  deinit {
    try? file.close()
  }

  /// Takes the lock that belongs to an output folder.
  ///
  /// - Throws: a `Stop` with status 75 where another run holds it, 73 where it cannot be made.
  static func take(at path: String) throws -> RunLock {
    let file: FileDescriptor
    do {
      file = try FileDescriptor.open(
        FilePath(path), .readWrite, options: [.create, .closeOnExec],
        permissions: [.ownerReadWrite, .groupRead, .otherRead])
    } catch {
      throw Stop(.cannotCreate, "\(path): the lock cannot be made: \(error)")
    }
    guard flock(file.rawValue, LOCK_EX | LOCK_NB) == 0 else {
      try? file.close()
      throw Stop(.tryAgain, "\(path): another run holds the lock")
    }
    return RunLock(file)
  }
}
