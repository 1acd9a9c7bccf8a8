/// Brings paths and patterns into one form, so that they can be compared by bytes (RFC 9309, section 2.2.2).
enum RobotsPath {
  /// A path with its query. `*` and `$` in it are bytes like others, and patterns write them `%2A` and `%24`.
  static func normalized(url: String) -> [UInt8] { normalized(Array(url.utf8)[...], isPattern: false) }

  /// A pattern. `*` stays special.
  static func normalized(pattern: ArraySlice<UInt8>) -> [UInt8] { normalized(pattern, isPattern: true) }

  /// What is unreserved is written out, what is not ASCII is percent-encoded, hexadecimal digits are capitals. A colon
  /// means the same in both forms; so does a slash in a query.
  private static func normalized(_ bytes: ArraySlice<UInt8>, isPattern: Bool) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var isQuery = false
    var at = bytes.startIndex
    while at < bytes.endIndex {
      let byte = bytes[at]
      at += 1
      if byte == UInt8(ascii: "?") { isQuery = true }
      if byte == UInt8(ascii: "%"), at + 1 < bytes.endIndex, let high = hexValue(bytes[at]),
        let low = hexValue(bytes[at + 1])
      {
        at += 2
        let value = high << 4 | low
        let isPlain =
          isUnreserved(value) || value == UInt8(ascii: ":") || isQuery && value == UInt8(ascii: "/")
        if isPlain { result.append(value) } else { appendEncoded(value, &result) }
      } else if byte >= 0x80 || byte == UInt8(ascii: "$") || byte == UInt8(ascii: "*") && !isPattern {
        appendEncoded(byte, &result)
      } else {
        result.append(byte)
      }
    }
    return result
  }

  private static func appendEncoded(_ byte: UInt8, _ result: inout [UInt8]) {
    result.append(UInt8(ascii: "%"))
    result.append(hexDigit(byte >> 4))
    result.append(hexDigit(byte & 15))
  }

  /// Unreserved characters of RFC 3986, section 2.3.
  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"):
      true
    default: false
    }
  }
}
