internal import Load

/// What `run.json` of a set says of what it was made by: it tells why rows differ.
struct RunRecord {
  private(set) var program: String?
  private(set) var corrections: String?
  /// The fingerprints of the tables by name.
  private(set) var tables: [String: String] = [:]

  /// Whether it says by which program and which tables the set was made.
  var isComplete: Bool { program != nil && !tables.isEmpty }

  /// Reads the record; of a set that was made without `run` nothing is known.
  init(folder: String) {
    let file = Path.join(folder, "run.json")
    guard let bytes = try? FileReader.contents(of: file, limit: 1 << 30) else { return }
    bytes.withUnsafeBufferPointer { bytes in
      var cursor = JSONCursor(bytes)
      try? read(&cursor)
    }
  }

  private mutating func read(_ cursor: inout JSONCursor) throws(JSONFault) {
    var keys = try cursor.beginObject()
    while let key = try cursor.nextKey(&keys) {
      switch key {
      case "versions":
        try Self.strings(&cursor) { name, value in if name == "program_sha256" { program = value } }
      case "corrections":
        try Self.strings(&cursor) { name, value in if name == "sha256" { corrections = value } }
      case "tables": try Self.strings(&cursor) { name, value in tables[name] = value }
      default: try cursor.skip()
      }
    }
  }

  private static func strings(_ cursor: inout JSONCursor, _ take: (String, String) -> Void) throws(JSONFault)
  {
    var keys = try cursor.beginObject()
    while let key = try cursor.nextKey(&keys) { take(key, try cursor.string()) }
  }
}
