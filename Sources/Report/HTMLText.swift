internal import Mustache

/// How text becomes HTML, inside elements and inside quoted attributes.
///
/// swift-mustache escapes `Character` by `Character` and lets a quote through that a combining mark follows: the two are one
/// character to Swift and two to a browser. Pages are hostile input, so bytes are looked at here.
struct HTMLText: MustacheContentType {
  /// The name that templates ask for it by.
  static let name = "HTML-BYTES"

  func escapeText(_ text: String) -> String { Self.escaped(text) }

  static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 16)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case UInt8(ascii: "'"): bytes += "&#39;".utf8
      // So that escaped text can stand in a template.
      case UInt8(ascii: "{"): bytes += "&#123;".utf8
      // HTML has no such characters.
      case 0..<9, 11, 12, 14..<32, 127: bytes += "\u{FFFD}".utf8
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
