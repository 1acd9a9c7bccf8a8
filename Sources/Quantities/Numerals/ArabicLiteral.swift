import Records

/// Reads: digits, ASCII or full width, with separators of thousands and a decimal point: `1,234.50`,
/// `１２，３４５．６`, `1·8`, `98. 5`, `.77`, `1 234 567`, `1 234户` (the spaced groups of GB/T 15835).
/// Yields: an exact decimal with the digits as printed.
/// Refuses: groups that are not of three digits (the literal then ends before the separator), a
/// middle dot that no unit follows (7·1 is a day), more than 38 digits.
struct ArabicLiteral {
  var end: Int
  var value: ExactDecimal
  /// How many digits stand before the point.
  var wholeDigits: Int
  var hasPoint = false
  var hasSeparators = false
  var startsWithZero: Bool
  var isTooLong = false

  init(_ text: Prose, at start: Int) {
    var digits = Digits()
    var at = digits.read(text, start)
    startsWithZero = digits.count > 1 && digits.first == 0
    if digits.count > 0, digits.count <= 3, !startsWithZero {
      let grouped = Self.groups(text, from: start, at, &digits)
      hasSeparators = grouped != at
      at = grouped
    }
    wholeDigits = digits.count
    if let (fractionStart, _) = Self.point(text, at, hasWhole: digits.count > 0) {
      let before = digits.count
      at = digits.read(text, fractionStart)
      digits.fraction = digits.count - before
      hasPoint = true
    }
    end = at
    isTooLong = digits.isTooLong
    value = (try? ExactDecimal(significand: digits.value, exponent: -digits.fraction)) ?? .zero
  }

  private struct Digits {
    var value: Int128 = 0
    var count = 0
    var fraction = 0
    var first = 0
    var isTooLong = false

    /// Reads digits from `start` and gives their end.
    mutating func read(_ text: Prose, _ start: Int) -> Int {
      var at = start
      var small = 0
      var scale = 1
      while let digit = text.glyph(at: at).arabicDigit {
        if count == 0 { first = digit }
        count += 1
        if scale == 1_000_000_000_000_000_000 { flush(&small, &scale) }
        small = small * 10 + digit
        scale *= 10
        at = text.next(at)
      }
      flush(&small, &scale)
      return at
    }

    private mutating func flush(_ small: inout Int, _ scale: inout Int) {
      if count > ExactDecimal.maximumDigits {
        isTooLong = true
      } else {
        value = value * Int128(scale) + Int128(small)
      }
      (small, scale) = (0, 1)
    }
  }

  /// Adds `,234` groups; a space parts groups where two of them follow each other, or in the middle of a sentence before a
  /// multiplier or a unit.
  private static func groups(_ text: Prose, from begin: Int, _ start: Int, _ digits: inout Digits) -> Int {
    // 降至0，113个村出列: no number in groups begins with 0.
    if text.glyph(at: begin).arabicDigit == 0 { return start }
    var (trial, at, count) = (digits, start, 0)
    var usesSpace = false
    while text.isAny(",，٬'’ \u{A0}\u{2009}\u{202F}", at: at) {
      let separator = text.scalar(at: at)
      let isSpace = separator == 0x20 || separator == 0xA0 || separator == 0x2009 || separator == 0x202F
      if count > 0, usesSpace != isSpace { break }
      let first = text.next(at)
      var end = first
      var length = 0
      while length < 4, text.glyph(at: end).arabicDigit != nil {
        end = text.next(end)
        length += 1
      }
      guard length == 3 else { break }
      usesSpace = isSpace
      at = trial.read(text, first)
      count += 1
    }
    guard count > 0, text.glyph(at: at).arabicDigit == nil,
      !usesSpace || count > 1 || isAmount(text, begin, at)
    else { return start }
    digits = trial
    return at
  }

  /// Whether a number in two groups is one: a word of amounts right before it (新增1 500户, but not 项目1 500万元, which numbers
  /// a project), and 万, 亿 or a unit behind it.
  private static func isAmount(_ text: Prose, _ start: Int, _ end: Int) -> Bool {
    guard text.isAny("为达共计有到至约近超逾成造建植种收增减产入出额值量积资款数", before: start) else { return false }
    var at = end
    if text.scalar(at: at) == 0x2E, text.glyph(at: at + 1).arabicDigit != nil {
      at = endOfDigits(text, at + 1)
    }
    at = text.skippingSpaces(at)
    return text.glyph(at: at).power != nil || (text.beginsUnit(at: at) && !text.isAny("年月日时分秒天", at: at))
  }

  /// Where the digits behind a decimal point begin, if one stands at `at`.
  private static func point(_ text: Prose, _ at: Int, hasWhole: Bool) -> (start: Int, isDot: Bool)? {
    let mark = text.scalar(at: at)
    let next = text.next(at)
    switch mark {
    case 0x2E, 0xFF0E:
      if text.glyph(at: next).arabicDigit != nil { return (next, false) }
      // `98. 5%`: a slip of the typesetter, told from `1. 5个` by the percent sign behind it.
      guard hasWhole, text.scalar(at: next) == 0x20, text.glyph(at: next + 1).arabicDigit != nil else {
        return nil
      }
      return percentFollows(text, next + 1) ? (next + 1, false) : nil
    case 0xB7, 0x2022, 0x30FB, 0x2027:
      guard hasWhole, text.glyph(at: next).arabicDigit != nil else { return nil }
      return percentFollows(text, next) || multiplierFollows(text, next) ? (next, true) : nil
    default:
      return nil
    }
  }

  private static func percentFollows(_ text: Prose, _ digits: Int) -> Bool {
    let at = text.skippingSpaces(endOfDigits(text, digits))
    return text.isAny("%％‰﹪", at: at) || text.has("个百分点", at: at)
  }

  private static func multiplierFollows(_ text: Prose, _ digits: Int) -> Bool {
    let glyph = text.glyph(at: text.skippingSpaces(endOfDigits(text, digits)))
    return glyph == .myriad || glyph == .hundredMillion
  }

  private static func endOfDigits(_ text: Prose, _ start: Int) -> Int {
    var at = start
    while text.glyph(at: at).arabicDigit != nil { at = text.next(at) }
    return at
  }
}
