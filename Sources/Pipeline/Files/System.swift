internal import Glibc
internal import SystemPackage

/// Calls of the system that swift-system does not have, with their errors as `Errno`.
enum System {
  /// What the last failing call said.
  static var lastError: Errno { Errno(rawValue: errno) }

  private static func check(_ result: Int32) throws(Errno) {
    if result != 0 { throw lastError }
  }

  static func makeFolder(_ path: String) throws(Errno) { try check(mkdir(path, 0o777)) }
  static func rename(_ old: String, to new: String) throws(Errno) { try check(Glibc.rename(old, new)) }
  static func link(to target: String, at path: String) throws(Errno) { try check(symlink(target, path)) }
  static func synchronize(_ file: FileDescriptor) throws(Errno) { try check(fsync(file.rawValue)) }

  /// Writes a folder's entries to the disk, so that a rename in it survives a crash.
  static func synchronize(folder path: String) throws {
    let folder = try FileDescriptor.open(FilePath(path), .readOnly, options: [.directory, .closeOnExec])
    try folder.closeAfter { try synchronize(folder) }
  }

  /// How many bytes the file at `path` has; nothing where there is none.
  static func size(of path: String) -> Int? {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  /// What a symbolic link points to; nothing where `path` is none.
  static func linkTarget(_ path: String) -> String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path, &buffer, buffer.count)
    guard count >= 0 else { return nil }
    return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The absolute path without links that `path` leads to; nothing where it leads nowhere.
  static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// What lies at a path.
  enum Entry {
    case file, folder, other
  }

  /// What lies at `path`, links followed.
  static func entry(at path: FilePath) throws(Errno) -> Entry {
    var status = stat()
    try check(path.withPlatformString { stat($0, &status) })
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// Whether a symbolic link lies at `path`.
  static func isLink(_ path: FilePath) -> Bool {
    var status = stat()
    return path.withPlatformString { lstat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// Whether anything, a dangling link included, lies at `path`.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// The names in a folder without `.` and `..`, in no order. They are bytes: not every archive names its files in UTF-8.
  static func names(in folder: FilePath) throws(Errno) -> [FilePath.Component] {
    guard let stream = folder.withPlatformString({ opendir($0) }) else { throw lastError }
    defer { closedir(stream) }
    var names: [FilePath.Component] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { FilePath.Component(platformString: $0) }
      }
      if let name, name.kind == .regular { names.append(name) }
    }
    return names
  }

  /// The names in a folder, `names(in:)` for a path in UTF-8.
  static func names(in path: String) throws(Errno) -> [FilePath.Component] { try names(in: FilePath(path)) }

  /// Removes a file, a link, or a folder with the files in it; what is not there is no error.
  static func remove(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    if status.st_mode & S_IFMT == S_IFDIR {
      for name in (try? names(in: path)) ?? [] { remove(path + "/" + name.string) }
      rmdir(path)
    } else {
      unlink(path)
    }
  }

  /// Seconds since 1970 and the nanoseconds beyond them.
  static func now() -> (seconds: Int, nanoseconds: Int) {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return (time.tv_sec, time.tv_nsec)
  }

  /// Milliseconds of a clock that nobody sets.
  static func milliseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }

  /// The time in UTC as ISO 8601 writes it: `2022-06-29T08:30:00Z`.
  static func timestamp(_ seconds: Int) -> String {
    var (moment, parts) = (time_t(seconds), tm())
    gmtime_r(&moment, &parts)
    var buffer = [CChar](repeating: 0, count: 32)
    let count = strftime(&buffer, buffer.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
    return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Gives memory that was freed back to the system.
  ///
  /// glibc keeps it in a pool for each thread: where work of much memory wanders between threads, each pool grows to what
  /// it once needed. Its module map leaves the function out; where there is none, nothing happens.
  static func releaseFreeMemory() {
    typealias Trim = @convention(c) (Int) -> Int32
    guard let symbol = dlsym(nil, "malloc_trim") else { return }
    _ = unsafeBitCast(symbol, to: Trim.self)(0)
  }
}
