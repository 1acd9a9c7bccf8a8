internal import Records

/// A cell that is a plain number: 1,234.5, -0.1, 98 with blanks and footnote marks around it.
enum CellNumber {
  static func read(_ text: Bytes, _ span: ByteSpan) -> Quantity? {
    var digits = ""
    var hasDigit = false
    for offset in span.start..<span.end {
      let byte = text[offset]
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        hasDigit = true
        digits.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: "."), UInt8(ascii: "-"): digits.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: ","), 0x20: continue
      default: return nil
      }
    }
    guard hasDigit, let value = try? ExactDecimal(parsing: digits) else { return nil }
    return Quantity(span: span, numeral: span, kind: .number, value: value)
  }
}
