public import Records

/// Appends JSON text (RFC 8259) to bytes.
///
/// Characters beyond ASCII stand for themselves, but for U+0085, U+2028 and U+2029: readers that split
/// text at every line boundary of Unicode (Python's `splitlines`) would break a line of JSON there, so
/// they are escaped like the control characters. Numbers keep every digit.
///
/// Keys stand in the order in which they are written; that each is written once is the caller's care.
public struct JSONWriter: ~Copyable {
  /// What was written so far and not given away.
  public private(set) var bytes: [UInt8]
  private let isIndented: Bool
  private var depth = 0
  private var needsComma = false

  /// Starts behind `bytes`; `indented` puts each member on a line of its own, two spaces a level.
  public init(appendingTo bytes: [UInt8] = [], indented: Bool = false) {
    self.bytes = bytes
    isIndented = indented
  }

  /// Goes on within the object that `bytes` end in, behind one of its members.
  init(appendingTo bytes: [UInt8], isInObject: Bool) {
    self.bytes = bytes
    isIndented = false
    if isInObject { (depth, needsComma) = (1, true) }
  }

  /// Gives the bytes away.
  public consuming func finish() -> [UInt8] { bytes }

  /// Gives away what was written so far and goes on behind it: a long text need not be in memory whole.
  public mutating func drain() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  /// Opens an object, as a value.
  public mutating func beginObject() { open(UInt8(ascii: "{")) }
  /// Closes the object that was opened last.
  public mutating func endObject() { close(UInt8(ascii: "}")) }
  /// Opens an array, as a value.
  public mutating func beginArray() { open(UInt8(ascii: "[")) }
  /// Closes the array that was opened last.
  public mutating func endArray() { close(UInt8(ascii: "]")) }

  /// Writes a member's key; its value comes next.
  public mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    bytes.append(UInt8(ascii: "\""))
    colon()
  }

  /// Writes a member's key that is not known beforehand; its value comes next.
  public mutating func key(escaping name: String) {
    separate()
    JSONText.append(name, to: &bytes)
    colon()
  }

  /// Writes a member's key that is a JSON string already.
  mutating func key(encoded name: [UInt8]) {
    separate()
    bytes.append(contentsOf: name)
    colon()
  }

  /// Writes a string.
  public mutating func string(_ text: String) {
    separate()
    JSONText.append(text, to: &bytes)
    needsComma = true
  }

  /// Writes a string, or `null` where there is none.
  public mutating func string(_ text: String?) {
    if let text { string(text) } else { null() }
  }

  /// Writes a whole number.
  public mutating func integer(_ value: Int) {
    separate()
    bytes.appendDecimal(value)
    needsComma = true
  }

  /// Writes an exact number with every printed digit, or `null` where there is none.
  public mutating func decimal(_ value: ExactDecimal?) {
    guard let value else { return null() }
    separate()
    value.append(to: &bytes)
    needsComma = true
  }

  /// Writes `true` or `false`, or `null` where it is not known.
  public mutating func boolean(_ value: Bool?) {
    guard let value else { return null() }
    literal(value ? "true" : "false")
  }

  /// Writes `null`.
  public mutating func null() { literal("null") }

  private mutating func literal(_ name: StaticString) {
    separate()
    bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    needsComma = true
  }

  private mutating func colon() {
    bytes.append(UInt8(ascii: ":"))
    if isIndented { bytes.append(UInt8(ascii: " ")) }
    isBehindKey = true
  }

  private var isBehindKey = false

  private mutating func separate() {
    if isBehindKey {
      isBehindKey = false
      return
    }
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    if isIndented, depth > 0 { breakLine() }
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    depth += 1
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    precondition(depth > 0, "more is closed than was opened")
    depth -= 1
    if isIndented, needsComma { breakLine() }
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func breakLine() {
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }
}
