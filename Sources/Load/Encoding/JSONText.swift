/// How a text becomes a JSON string.
enum JSONText {
  /// `text` between quotes.
  static func encoded(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    append(text, to: &bytes)
    return bytes
  }

  /// Appends `text` between quotes, escaped where RFC 8259 or a reader of lines needs it.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(quote)
    var text = text
    text.withUTF8 { append($0, to: &bytes) }
    bytes.append(quote)
  }

  /// Appends the inside of a string: runs of plain bytes are copied whole.
  private static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    var copied = 0
    var at = 0
    while at < text.count {
      let length = escapedLength(text, at)
      guard length > 0 else {
        at += 1
        continue
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied..<at]))
      appendEscape(UnsafeBufferPointer(rebasing: text[at..<at + length]), to: &bytes)
      at += length
      copied = at
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied...]))
  }

  /// How many bytes at `at` are one scalar that must be escaped; 0 where it stands for itself.
  @inline(__always)
  private static func escapedLength(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    switch text[at] {
    case 0..<0x20, quote, backslash: 1
    case 0xC2 where at + 1 < text.count && text[at + 1] == 0x85: 2
    case 0xE2 where at + 2 < text.count && text[at + 1] == 0x80 && text[at + 2] & 0xFE == 0xA8: 3
    default: 0
    }
  }

  private static func appendEscape(_ scalar: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    bytes.append(backslash)
    switch scalar[0] {
    case quote, backslash: bytes.append(scalar[0])
    case UInt8(ascii: "\n"): bytes.append(UInt8(ascii: "n"))
    case UInt8(ascii: "\r"): bytes.append(UInt8(ascii: "r"))
    case UInt8(ascii: "\t"): bytes.append(UInt8(ascii: "t"))
    case 0xC2: bytes.append(contentsOf: "u0085".utf8)
    case 0xE2: bytes.append(contentsOf: (scalar[2] == 0xA8 ? "u2028" : "u2029").utf8)
    default:
      bytes.append(contentsOf: "u00".utf8)
      bytes.append(hexadecimal(scalar[0] >> 4))
      bytes.append(hexadecimal(scalar[0] & 15))
    }
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt8 {
    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
  }

  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")
}
