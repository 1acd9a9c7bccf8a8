internal import SystemPackage

/// What a filter writes: standard output, or a file that appears whole or not at all.
enum FilterOutput {
  /// Calls `body` with the sink; a file is put in place only where `body` ends well.
  ///
  /// - Throws: a `Stop` that names the file, and what `body` throws.
  static func write(to path: String?, _ body: (ByteSink) throws -> Void) throws {
    guard let path, path != "-" else {
      let sink = ByteSink(.standardOutput, name: "standard output")
      do {
        try body(sink)
      } catch {
        // What was answered before the error is still said.
        try sink.flush()
        throw error
      }
      return try sink.flush()
    }
    let temporary = path + ".part"
    do {
      let sink = try ByteSink(creating: temporary)
      try body(sink)
      try sink.close()
      do {
        try System.rename(temporary, to: path)
      } catch {
        throw Stop(.cannotCreate, "\(path): cannot be put in place: \(error)")
      }
    } catch {
      System.remove(temporary)
      throw error
    }
  }
}
