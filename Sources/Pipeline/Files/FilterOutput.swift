internal import Glibc
internal import SystemPackage

/// What a filter writes: standard output, or a file that appears whole or not at all.
enum FilterOutput {
  /// Calls `body` with the sink; a file is put in place only where `body` ends well.
  ///
  /// - Throws: a `Stop` that names the file, and what `body` throws.
  static func write(to path: String?, _ body: (ByteSink) throws -> Void) throws {
    guard let path, path != "-" else {
      return try write(through: ByteSink(.standardOutput, name: "standard output"), body)
    }
    // A device or a pipe cannot be replaced by a file.
    if let entry = try? System.entry(at: FilePath(path)), entry != .file {
      guard entry == .other else { throw Stop(.cannotCreate, "\(path): is a folder") }
      return try write(through: ByteSink(creating: path), body)
    }
    let temporary = "\(path).\(getpid()).part"
    do {
      let sink = try ByteSink(creating: temporary)
      try body(sink)
      try sink.close()
      do throws(Errno) {
        try System.rename(temporary, to: path)
      } catch {
        throw Stop(.cannotCreate, "\(path): cannot be put in place: \(error)")
      }
    } catch {
      System.remove(temporary)
      throw error
    }
  }

  /// What was answered before an error is still said.
  private static func write(through sink: ByteSink, _ body: (ByteSink) throws -> Void) throws {
    do {
      try body(sink)
    } catch {
      try sink.flush()
      throw error
    }
    try sink.flush()
  }
}
