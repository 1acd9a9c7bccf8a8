internal import Records

/// A ratio of three and more parts as it is printed: 12·4：47·1：40·5, 12.4比47.1比40.5, 12.4/47.1/40.5, 12.4%:47.1%:40.5%.
///
/// The parts stand with one mark between them all; together they are a whole: what adds up to some other number is no ratio
/// but a date, a number of a house or a list.
struct PrintedRatio {
  private(set) var parts: [Part] = []

  /// A part and its number without the percent sign.
  struct Part {
    let span: ByteSpan
    let numeral: ByteSpan
    let value: ExactDecimal
  }

  private enum Separator {
    case colon, than, slash, pause, dash
  }

  /// Reads the ratio that begins at `start`, if one does.
  init?(_ text: Bytes, at start: Int, end: Int) {
    guard let first = Self.part(text, start, end), first.span.end < end,
      let (separator, _) = Self.separator(text, first.span.end)
    else { return nil }
    parts.append(first)
    var offset = first.span.end
    while offset < end, let (next, width) = Self.separator(text, offset), next == separator,
      let part = Self.part(text, offset + width, end)
    {
      parts.append(part)
      offset = part.span.end
    }
    guard parts.count > 2, isWhole else { return nil }
  }

  /// Whether something that parts a ratio stands at `offset`, or the middle dot of its first number, and a digit behind it.
  static func mayGoOn(_ text: Bytes, at offset: Int) -> Bool {
    guard offset < text.count else { return false }
    switch text[offset] {
    case 0x25, 0x2D, 0x2F, 0x3A, 0xC2, 0xE2, 0xE3, 0xE6, 0xEF: break
    default: return false
    }
    var next = offset
    if let dot = dot(text, offset) {
      next += dot
    } else if let mark = separator(text, offset) {
      next += mark.count
    }
    return next > offset && next < text.count && isDigit(text[next]) || text[offset] == 0x25
  }

  /// Whether the parts make up 100, give or take what rounding does.
  private var isWhole: Bool {
    var sum = ExactDecimal(0)
    for part in parts {
      guard let next = try? sum.adding(part.value) else { return false }
      sum = next
    }
    return ExactDecimal(99) < sum && sum < ExactDecimal(101)
  }

  private static func part(_ text: Bytes, _ start: Int, _ end: Int) -> Part? {
    var offset = start
    while offset < end, isDigit(text[offset]) { offset += 1 }
    let whole = offset - start
    guard whole > 0, whole <= 2 else { return nil }
    var digits = text.string(ByteSpan(start, offset))
    if offset < end, let dot = dot(text, offset), offset + dot < end, isDigit(text[offset + dot]) {
      let decimals = offset + dot
      offset = decimals
      while offset < end, isDigit(text[offset]) { offset += 1 }
      digits += "." + text.string(ByteSpan(decimals, offset))
    }
    guard let value = try? ExactDecimal(parsing: digits) else { return nil }
    let numeral = ByteSpan(start, offset)
    if offset < end, text[offset] == UInt8(ascii: "%") {
      offset += 1
    } else if text.has("％", at: offset) {
      offset += 3
    }
    return Part(span: ByteSpan(start, offset), numeral: numeral, value: value)
  }

  /// How many bytes the point has that stands at `offset`: . · ．
  private static func dot(_ text: Bytes, _ offset: Int) -> Int? {
    if text[offset] == UInt8(ascii: ".") { return 1 }
    if text.has("·", at: offset) { return 2 }
    return text.has("．", at: offset) || text.has("•", at: offset) || text.has("・", at: offset) ? 3 : nil
  }

  private static func separator(_ text: Bytes, _ offset: Int) -> (Separator, count: Int)? {
    switch text[offset] {
    case UInt8(ascii: ":"): return (.colon, 1)
    case UInt8(ascii: "/"): return (.slash, 1)
    case UInt8(ascii: "-"): return (.dash, 1)
    case 0xE2, 0xE3, 0xE6, 0xEF: break
    default: return nil
    }
    if text.has("：", at: offset) || text.has("∶", at: offset) || text.has("︰", at: offset) {
      return (.colon, 3)
    }
    if text.has("比", at: offset) { return (.than, 3) }
    if text.has("／", at: offset) { return (.slash, 3) }
    if text.has("、", at: offset) { return (.pause, 3) }
    let isDash = text.has("—", at: offset) || text.has("–", at: offset) || text.has("－", at: offset)
    return isDash ? (.dash, 3) : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
