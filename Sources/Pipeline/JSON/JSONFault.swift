internal import Records

/// What is wrong in JSON text, and at which byte.
struct JSONFault: Error, Equatable {
  /// The byte, from 0.
  let offset: Int
  /// What was expected and what was found.
  let message: String

  init(at offset: Int, _ message: String) {
    self.offset = offset
    self.message = message
  }

  /// What was expected at a byte, and what stands there.
  init(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>, expected what: String) {
    self.init(at: offset, "expected \(what), found \(Self.found(at: offset, in: bytes))")
  }

  /// What stands at a byte, in words.
  private static func found(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard offset < bytes.count else { return "the end" }
    if bytes[offset] < 0x20 { return name(ofControl: bytes[offset]) }
    let rest = bytes[offset..<min(offset + 4, bytes.count)]
    return String(decoding: rest, as: UTF8.self).unicodeScalars.first.map { "\"\($0)\"" } ?? "the end"
  }

  /// The name of a control character: U+000A.
  static func name(ofControl byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: 4 - digits.count) + digits
  }

  /// The same as an error in a file whose line `firstLine` is the first of `bytes`.
  func fault(in bytes: UnsafeBufferPointer<UInt8>, file: String, firstLine: Int = 1, path: String? = nil)
    -> Fault
  {
    var counter = JSONPositionCounter(bytes)
    let position = counter.position(at: offset)
    return Fault(
      file: file, line: firstLine + position.line - 1, column: position.column, path: path, message)
  }
}

/// A place in a text, as editors show it.
struct JSONPosition: Hashable {
  /// The line, from 1.
  var line: Int
  /// The column in Unicode scalars, from 1.
  var column: Int
}

/// Turns byte offsets that only rise into positions, in one pass over the text.
///
/// A byte order mark is no
/// column.
struct JSONPositionCounter {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset = 0
  private var current = JSONPosition(line: 1, column: 1)

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  mutating func position(at target: Int) -> JSONPosition {
    while offset < min(target, bytes.count) {
      if bytes[offset] == UInt8(ascii: "\n") {
        current = JSONPosition(line: current.line + 1, column: 1)
      } else if bytes[offset] & 0xC0 != 0x80 {
        current.column += 1
      }
      offset += 1
    }
    return current
  }
}
