internal import Records

/// Reads JSON Lines of several files one after another.
enum Lines {
  /// Calls `body` with each line that is not empty; standard input is read where no file is named.
  ///
  /// - Throws: a `Stop` with status 65 for what `body` finds wrong in a line, 66 for a file that cannot be read.
  static func forEach(in files: FileNames, _ body: (WireLine) throws -> Void) throws {
    if files.isEmpty { return try read(FileName("-"), body) }
    try files.forEach { try read($0, body) }
  }

  private static func read(_ file: FileName, _ body: (WireLine) throws -> Void) throws {
    var reader = try LineReader(file)
    try reader.forEach { line in
      if line.bytes.allSatisfy(JSONBytes.isSpace) { return }
      do {
        try body(line)
      } catch let fault as Fault {
        throw Stop(.data, fault.description)
      }
    }
  }
}
