internal import Load
internal import Records

/// A line of JSON Lines as it is read: its bytes and where it stands.
struct WireLine {
  let bytes: UnsafeBufferPointer<UInt8>
  /// The file's name, as faults print it.
  let file: String
  /// Its number in the file, from 1.
  let number: Int

  /// Reads the one object that the line is, its fields by `readField`.
  ///
  /// `repairing` takes lone surrogates and bytes that are no UTF-8 as U+FFFD; without it they are faults.
  ///
  /// - Throws: a `Fault` with line and column.
  func readObject(
    repairing: Bool = false, _ readField: (String, inout JSONCursor) throws(JSONFault) -> Void
  ) throws(Fault) {
    var cursor = JSONCursor(bytes, repairing: repairing)
    do throws(JSONFault) {
      var keys = try cursor.beginObject()
      while let key = try cursor.nextKey(&keys) { try readField(key, &cursor) }
      try cursor.end()
    } catch {
      throw error.fault(in: bytes, file: file, firstLine: number)
    }
  }

  /// A fault of the line as a whole, or of one of its fields.
  func fault(_ path: String? = nil, _ message: String) -> Fault {
    Fault(file: file, line: number, path: path, message)
  }

  /// The value of a field that must be there.
  func required<Value>(_ value: Value?, _ path: String) throws(Fault) -> Value {
    guard let value else { throw fault(path, "is missing") }
    return value
  }
}

/// A stretch as it is read, before the text that it counts in is known.
struct WireSpan {
  var start = 0
  var end = 0

  /// The stretch in bytes of the text.
  ///
  /// - Throws: a `Fault` where it does not lie in it.
  func bytes(in map: OffsetMap, _ path: String, of line: WireLine) throws(Fault) -> ByteSpan {
    guard let span = map.bytes(ScalarSpan(start, end)) else {
      throw line.fault(
        path, "\(start) to \(end) does not lie in the text, which has \(map.scalarCount) characters")
    }
    return span
  }
}

extension JSONWriter {
  /// Writes a stretch as the members `start` and `end`.
  mutating func span(_ span: ScalarSpan) {
    key("start")
    integer(span.start)
    key("end")
    integer(span.end)
  }

  /// Writes a list of strings.
  mutating func strings(_ texts: [String]) {
    beginArray()
    for text in texts { string(text) }
    endArray()
  }
}
