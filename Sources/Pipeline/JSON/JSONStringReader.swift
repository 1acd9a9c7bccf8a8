/// Reads the inside of one JSON string.
struct JSONStringReader {
  /// How far it has read, in bytes; behind the closing quote at the end.
  private(set) var offset: Int
  private let bytes: UnsafeBufferPointer<UInt8>
  private let repairs: Bool

  /// Starts behind the opening quote; `repairing` is that of the cursor.
  init(_ bytes: UnsafeBufferPointer<UInt8>, from offset: Int, repairing: Bool) {
    self.bytes = bytes
    self.offset = offset
    repairs = repairing
  }

  /// Reads up to the closing quote and past it.
  ///
  /// Without escapes nothing is copied but the string itself. Complexity: linear in its bytes.
  mutating func read() throws(JSONFault) -> String {
    let start = offset
    offset = JSONBytes.endOfPlain(bytes, from: start)
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") {
      offset += 1
      return try text(UnsafeBufferPointer(rebasing: bytes[start..<offset - 1]), at: start)
    }
    return try escaped(from: start)
  }

  private mutating func escaped(from start: Int) throws(JSONFault) -> String {
    var content: [UInt8] = []
    var copied = start
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\"") {
      guard bytes[offset] == UInt8(ascii: "\\") else {
        let name = JSONFault.name(ofControl: bytes[offset])
        throw JSONFault(at: offset, "a control character, \(name), must be escaped in a string")
      }
      content += bytes[copied..<offset]
      offset += 1
      try appendEscape(to: &content)
      copied = offset
      offset = JSONBytes.endOfPlain(bytes, from: offset)
    }
    guard offset < bytes.count else { throw expected("a closing quote") }
    content += bytes[copied..<offset]
    offset += 1
    return try content.withUnsafeBufferPointer { buffer throws(JSONFault) in try text(buffer, at: start) }
  }

  private mutating func appendEscape(to content: inout [UInt8]) throws(JSONFault) {
    guard offset < bytes.count else { throw expected("an escape") }
    let letter = bytes[offset]
    if letter == UInt8(ascii: "u") {
      content.append(contentsOf: String(try escapedScalar()).utf8)
      return
    }
    guard let byte = JSONBytes.escapes[letter] else { throw expected("an escape") }
    content.append(byte)
    offset += 1
  }

  /// Reads `u` and four digits, and a second escape where the two are a pair of surrogates.
  private mutating func escapedScalar() throws(JSONFault) -> Unicode.Scalar {
    let start = offset - 1
    let first = try codeUnit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    let behind = offset
    if first < 0xDC00, offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "\\"),
      bytes[offset + 1] == UInt8(ascii: "u")
    {
      offset += 1
      let second = UInt32(try codeUnit())
      let value = 0x10000 + (UInt32(first) - 0xD800) << 10 + second &- 0xDC00
      if (0xDC00...0xDFFF).contains(second), let scalar = Unicode.Scalar(value) { return scalar }
      offset = behind
    }
    guard repairs else { throw JSONFault(at: start, "expected a pair of surrogates, found only one") }
    return "\u{FFFD}"
  }

  private mutating func codeUnit() throws(JSONFault) -> UInt16 {
    offset += 1
    var value: UInt16 = 0
    for _ in 0..<4 {
      guard offset < bytes.count, let digit = JSONBytes.hexadecimalDigit(bytes[offset]) else {
        throw expected("a hexadecimal digit")
      }
      value = value << 4 | UInt16(digit)
      offset += 1
    }
    return value
  }

  private func text(_ content: UnsafeBufferPointer<UInt8>, at start: Int) throws(JSONFault) -> String {
    if repairs { return String(decoding: content, as: UTF8.self) }
    guard let text = String(validating: content, as: UTF8.self) else {
      throw JSONFault(at: start, "is not valid UTF-8")
    }
    return text
  }

  private func expected(_ what: String) -> JSONFault { JSONFault(at: offset, in: bytes, expected: what) }
}
