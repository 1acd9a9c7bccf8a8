internal import Load

extension Manifest {
  /// Whether the set at `output` was made of all that this one knows and of the same files, and all its own are there in
  /// their size.
  ///
  /// The first file that is not the same ends the reading. Of the old manifest an input at a time is in memory beside its
  /// bytes: there may be a hundred thousand.
  func isFresh(in output: String, _ files: InputList, limit: Int, isStopped: () -> Bool) -> Bool {
    let path = Path.join(output, "run.json")
    guard let bytes = try? FileReader.contents(of: path, limit: 1 << 30) else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      var cursor = JSONCursor(bytes)
      return (try? holds(&cursor, output, files, limit, isStopped)) ?? false
    }
  }

  private func holds(
    _ cursor: inout JSONCursor, _ output: String, _ files: InputList, _ limit: Int, _ isStopped: () -> Bool
  ) throws(JSONFault) -> Bool {
    var seen: Set<String> = []
    var keys = try cursor.beginObject()
    while let key = try cursor.nextKey(&keys) {
      seen.insert(key)
      switch key {
      case "fingerprint": if try cursor.string() != fingerprint { return false }
      case "files": if try !areThere(&cursor, in: output) { return false }
      case "inputs": if try !areSame(&cursor, files, limit, isStopped) { return false }
      default: try cursor.skip()
      }
    }
    return seen.isSuperset(of: ["fingerprint", "files", "inputs"])
  }

  /// Whether the files of a set are there in their size.
  private func areThere(_ cursor: inout JSONCursor, in output: String) throws(JSONFault) -> Bool {
    var isFirst = true
    try cursor.beginArray()
    while try cursor.nextElement(isFirst: isFirst) {
      isFirst = false
      var (path, size) = ("", -1)
      var keys = try cursor.beginObject()
      while let key = try cursor.nextKey(&keys) {
        switch key {
        case "path": path = try cursor.string()
        case "bytes": size = try cursor.integer()
        default: try cursor.skip()
        }
      }
      guard System.size(of: Path.join(output, path)) == size else { return false }
    }
    return true
  }

  /// Whether the inputs are `files`, each with the bytes that it has now.
  private func areSame(
    _ cursor: inout JSONCursor, _ files: InputList, _ limit: Int, _ isStopped: () -> Bool
  ) throws(JSONFault) -> Bool {
    var rest = files[...]
    try cursor.beginArray()
    while try cursor.nextElement(isFirst: rest.count == files.count) {
      var (source, digest): (String?, String?) = (nil, nil)
      var keys = try cursor.beginObject()
      while let key = try cursor.nextKey(&keys) {
        switch key {
        case "source": source = try cursor.string()
        case "sha256": digest = try cursor.optionalString()
        default: try cursor.skip()
        }
      }
      guard !isStopped(), let file = rest.popFirst(), file.source == source else { return false }
      let now =
        file.record?.sha256 ?? (try? FileReader.contents(of: file.path, limit: limit)).map(Digest.sha256)
      guard now == digest else { return false }
    }
    return rest.isEmpty
  }
}
