/// Finds what a page says its charset is, before it is decoded.
///
/// Looks for `charset=` in the first 4096 bytes, which is where `<meta charset>`, `<meta http-equiv>` and
/// `@charset`-like spellings have it; an XML declaration's `encoding=` counts where there is no such word.
enum DeclaredCharset {
  /// How far a declaration is looked for; browsers stop at 1024, pages with long heads do not.
  static let reach = 4096

  /// The first label that is declared, in lower case.
  static func label(in bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let head = UnsafeBufferPointer(rebasing: bytes.prefix(reach))
    return value(after: "charset", in: head) ?? value(after: "encoding", in: head)
  }

  private static func value(after key: StaticString, in head: UnsafeBufferPointer<UInt8>) -> String? {
    var index = 0
    while let found = head.firstRange(ofLowercase: key, from: index) {
      index = found.upperBound
      var cursor = found.upperBound
      func skip(_ isSkipped: (UInt8) -> Bool) {
        while cursor < head.count, isSkipped(head[cursor]) { cursor += 1 }
      }
      skip(\.isSpace)
      guard cursor < head.count, head[cursor] == UInt8(ascii: "=") else { continue }
      cursor += 1
      skip { $0.isSpace || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
      let start = cursor
      skip { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
      if cursor > start {
        return String(decoding: head[start..<cursor].map(\.lowercased), as: UTF8.self)
      }
    }
    return nil
  }
}
