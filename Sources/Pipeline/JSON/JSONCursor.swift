/// Reads JSON text (RFC 8259) token by token, without building anything that is not asked for.
///
/// A caller says what it expects next; where the text has something else, a `JSONFault` says what was
/// expected, what was found and at which byte.
struct JSONCursor {
  /// How far it has read, in bytes.
  private(set) var offset: Int
  private let bytes: UnsafeBufferPointer<UInt8>
  private var depth = 0
  private let repairs: Bool

  /// The deepest nesting of arrays and objects that is read.
  static let maximumDepth = 128

  /// Starts at the front of `bytes`, behind a byte order mark; the bytes must outlive the cursor.
  ///
  /// `repairing` takes unpaired surrogates (`"\ud83d"`) and bytes that are no UTF-8 as U+FFFD; without
  /// it they are faults.
  init(_ bytes: UnsafeBufferPointer<UInt8>, repairing: Bool = false) {
    self.bytes = bytes
    repairs = repairing
    offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  // MARK: Structure

  /// What comes next, told by its first byte.
  enum Token {
    case object, array, string, number, boolean, null, nothing
  }

  /// Skips white space and looks at what comes next.
  mutating func peek() -> Token {
    skipSpace()
    guard offset < bytes.count else { return .nothing }
    switch bytes[offset] {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean
    case UInt8(ascii: "n"): return .null
    default: return .nothing
    }
  }

  /// Enters an object: its members come with `nextKey`.
  mutating func beginObject() throws(JSONFault) -> JSONKeys {
    guard peek() == .object else { throw expected("an object") }
    try descend()
    return JSONKeys()
  }

  /// The next key of the object, with the colon behind it read; nothing at the object's end.
  ///
  /// - Throws: a `JSONFault` also for a key that the object already has.
  mutating func nextKey(_ keys: inout JSONKeys) throws(JSONFault) -> String? {
    guard try continues(isFirst: keys.seen.isEmpty, closedBy: UInt8(ascii: "}"), named: "}") else {
      return nil
    }
    guard peek() == .string else { throw expected("a key in quotes") }
    keys.position = offset
    let key = try string()
    guard keys.seen.insert(key).inserted else {
      throw JSONFault(at: keys.position, "the key \"\(key)\" stands twice in one object")
    }
    skipSpace()
    try consume(UInt8(ascii: ":"), named: "a colon")
    return key
  }

  /// Enters an array: its elements come with `nextElement`.
  mutating func beginArray() throws(JSONFault) {
    guard peek() == .array else { throw expected("an array") }
    try descend()
  }

  /// Whether the array has a further element, which is read next.
  ///
  /// `isFirst` says that none was read yet.
  mutating func nextElement(isFirst: Bool) throws(JSONFault) -> Bool {
    try continues(isFirst: isFirst, closedBy: UInt8(ascii: "]"), named: "]")
  }

  /// Checks that nothing but white space follows.
  mutating func end() throws(JSONFault) {
    skipSpace()
    if offset < bytes.count { throw expected("the end") }
  }

  /// Reads over a value, checking it.
  mutating func skip() throws(JSONFault) {
    switch peek() {
    case .object:
      var keys = try beginObject()
      while try nextKey(&keys) != nil { try skip() }
    case .array:
      try beginArray()
      var isFirst = true
      while try nextElement(isFirst: isFirst) {
        try skip()
        isFirst = false
      }
    case .string: _ = try string()
    case .number: _ = try number()
    case .boolean: _ = try boolean()
    case .null: try null()
    case .nothing: throw expected("a value")
    }
  }

  private mutating func descend() throws(JSONFault) {
    depth += 1
    guard depth <= Self.maximumDepth else {
      throw JSONFault(at: offset, "is nested deeper than \(Self.maximumDepth) levels")
    }
    offset += 1
  }

  private mutating func continues(
    isFirst: Bool, closedBy closing: UInt8, named name: String
  ) throws(JSONFault) -> Bool {
    skipSpace()
    if offset < bytes.count, bytes[offset] == closing {
      offset += 1
      depth -= 1
      return false
    }
    if isFirst { return true }
    try consume(UInt8(ascii: ","), named: "a comma or \(name)")
    return true
  }

  // MARK: Scalars

  /// Reads a string.
  mutating func string() throws(JSONFault) -> String {
    guard peek() == .string else { throw expected("a string") }
    var reader = JSONStringReader(bytes, from: offset + 1, repairing: repairs)
    let text = try reader.read()
    offset = reader.offset
    return text
  }

  /// Reads a number and gives it as it is written.
  mutating func number() throws(JSONFault) -> String {
    guard peek() == .number else { throw expected("a number") }
    let start = offset
    if bytes[offset] == UInt8(ascii: "-") { offset += 1 }
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "0") {
      offset += 1
    } else {
      try digits()
    }
    if offset < bytes.count, bytes[offset] == UInt8(ascii: ".") {
      offset += 1
      try digits()
    }
    if offset < bytes.count, bytes[offset] | 0x20 == UInt8(ascii: "e") {
      offset += 1
      if offset < bytes.count, [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(bytes[offset]) { offset += 1 }
      try digits()
    }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  /// Reads `true` or `false`.
  mutating func boolean() throws(JSONFault) -> Bool {
    guard peek() == .boolean else { throw expected("true or false") }
    let isTrue = bytes[offset] == UInt8(ascii: "t")
    try literal(isTrue ? "true" : "false")
    return isTrue
  }

  /// Reads `null`.
  mutating func null() throws(JSONFault) {
    guard peek() == .null else { throw expected("null") }
    try literal("null")
  }

  private mutating func literal(_ name: String) throws(JSONFault) {
    guard bytes[offset...].starts(with: name.utf8) else { throw expected(name) }
    offset += name.utf8.count
  }

  private mutating func digits() throws(JSONFault) {
    let start = offset
    while offset < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[offset]) {
      offset += 1
    }
    if offset == start { throw expected("a digit") }
  }

  // MARK: Bytes

  private mutating func skipSpace() {
    while offset < bytes.count, JSONBytes.isSpace(bytes[offset]) { offset += 1 }
  }

  private mutating func consume(_ byte: UInt8, named name: String) throws(JSONFault) {
    guard offset < bytes.count, bytes[offset] == byte else { throw expected(name) }
    offset += 1
  }

  /// A fault at the offset: what was expected there, and what stands there.
  func expected(_ what: String) -> JSONFault { JSONFault(at: offset, in: bytes, expected: what) }
}

/// The keys of an object that have been read.
struct JSONKeys {
  /// Where the last one stands, in bytes.
  fileprivate(set) var position = 0
  fileprivate var seen: Set<String> = []
}
