internal import Records

/// A cell that is a plain number: 1,234.5, -0.1, 98 with blanks and footnote marks around it.
enum CellNumber {
  static func read(_ text: Bytes, _ span: ByteSpan) -> Quantity? {
    var digits = ""
    var hasDigit = false
    var relation = Relation.equal
    var start = span.start
    if text.has("≥", at: start) || text.has("≧", at: start) {
      (relation, start) = (.greaterOrEqual, start + 3)
    }
    if text.has("≤", at: start) || text.has("≦", at: start) { (relation, start) = (.lessOrEqual, start + 3) }
    if text.has("＞", at: start) { (relation, start) = (.greater, start + 3) }
    if text.has("＜", at: start) { (relation, start) = (.less, start + 3) }
    for offset in start..<span.end {
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
    var quantity = Quantity(span: span, numeral: ByteSpan(start, span.end), kind: .number, value: value)
    quantity.relation = relation
    switch relation {
    case .greaterOrEqual, .greater: quantity.low = Bound(value, isClosed: relation == .greaterOrEqual)
    case .lessOrEqual, .less: quantity.high = Bound(value, isClosed: relation == .lessOrEqual)
    default: break
    }
    return quantity
  }
}
