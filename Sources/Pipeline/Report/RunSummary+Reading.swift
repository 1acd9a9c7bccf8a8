internal import Report

extension RunSummary {
  /// Reads what `run.json` counted; a summary that says nothing where there is no such file or it cannot be read.
  ///
  /// Of the inputs, of which there may be a hundred thousand, none is kept.
  init(file path: String) {
    self.init()
    guard let bytes = try? FileReader.contents(of: path, limit: 1 << 30) else { return }
    var summary = RunSummary()
    let isWhole: Void? = bytes.withUnsafeBufferPointer { bytes in
      var cursor = JSONCursor(bytes)
      return try? summary.read(&cursor)
    }
    if isWhole != nil { self = summary }
  }

  private mutating func read(_ cursor: inout JSONCursor) throws(JSONFault) {
    var keys = try cursor.beginObject()
    while let key = try cursor.nextKey(&keys) {
      switch key {
      case "finished": finished = try cursor.optionalString()
      case "versions": try readVersions(&cursor)
      case "counts": try readCounts(&cursor)
      default: try cursor.skip()
      }
    }
  }

  private mutating func readVersions(_ cursor: inout JSONCursor) throws(JSONFault) {
    var keys = try cursor.beginObject()
    while let key = try cursor.nextKey(&keys) {
      if key == "xianzhi" { version = try cursor.optionalString() } else { try cursor.skip() }
    }
  }

  private mutating func readCounts(_ cursor: inout JSONCursor) throws(JSONFault) {
    var keys = try cursor.beginObject()
    while let key = try cursor.nextKey(&keys) {
      if cursor.peek() == .number {
        counts[key] = try cursor.integer()
      } else {
        try cursor.skip()
      }
    }
  }
}
