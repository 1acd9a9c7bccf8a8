internal import Records

/// A value of a JSON file, and where it stands.
struct JSONNode: Hashable {
  let value: JSONValue
  let position: JSONPosition
}

/// A value of a JSON file.
enum JSONValue: Hashable {
  case null
  case boolean(Bool)
  /// A number as it is written.
  case number(String)
  case string(String)
  case array([JSONNode])
  case object([JSONMember])
}

/// A member of an object.
struct JSONMember: Hashable {
  let key: String
  /// Where the key stands.
  let position: JSONPosition
  let node: JSONNode
}

extension JSONNode {
  /// Reads a whole file: RFC 8259 to the letter, duplicate keys refused, a byte order mark passed over.
  ///
  /// - Throws: a `Fault` with line and column, what was expected and what was found.
  static func parse(_ bytes: [UInt8], file: String) throws(Fault) -> JSONNode {
    try bytes.withUnsafeBufferPointer { bytes throws(Fault) in
      var parser = JSONTreeParser(bytes)
      do throws(JSONFault) {
        return try parser.file()
      } catch {
        throw error.fault(in: bytes, file: file)
      }
    }
  }

  /// The value of the member `key`; nothing where this is no object or has no such member.
  subscript(key: String) -> JSONNode? {
    guard case .object(let members) = value else { return nil }
    return members.first { $0.key == key }?.node
  }
}

private struct JSONTreeParser {
  private var cursor: JSONCursor
  private var counter: JSONPositionCounter

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    cursor = JSONCursor(bytes)
    counter = JSONPositionCounter(bytes)
  }

  mutating func file() throws(JSONFault) -> JSONNode {
    let node = try node()
    try cursor.end()
    return node
  }

  private mutating func node() throws(JSONFault) -> JSONNode {
    let token = cursor.peek()
    let position = counter.position(at: cursor.offset)
    return JSONNode(value: try value(token), position: position)
  }

  private mutating func value(_ token: JSONCursor.Token) throws(JSONFault) -> JSONValue {
    switch token {
    case .object: return .object(try members())
    case .array: return .array(try elements())
    case .string: return .string(try cursor.string())
    case .number: return .number(try cursor.number())
    case .boolean: return .boolean(try cursor.boolean())
    case .null:
      try cursor.null()
      return .null
    case .nothing: throw cursor.expected("a value")
    }
  }

  private mutating func members() throws(JSONFault) -> [JSONMember] {
    var members: [JSONMember] = []
    var keys = try cursor.beginObject()
    while let key = try cursor.nextKey(&keys) {
      let position = counter.position(at: keys.position)
      members.append(JSONMember(key: key, position: position, node: try node()))
    }
    return members
  }

  private mutating func elements() throws(JSONFault) -> [JSONNode] {
    var elements: [JSONNode] = []
    try cursor.beginArray()
    while try cursor.nextElement(isFirst: elements.isEmpty) { elements.append(try node()) }
    return elements
  }
}
