extension ExactDecimal: CustomStringConvertible, LosslessStringConvertible {
  /// Reads a plain decimal, `-12.30`: ASCII digits, one point, a sign; no grouping, no exponent.
  ///
  /// - Throws: `ArithmeticFault.notANumber` with the byte that does not belong,
  ///   `.overflow` beyond 38 digits.
  public init(parsing text: some StringProtocol) throws(ArithmeticFault) {
    var (digits, fraction, seenPoint, seenDigit): (Int128, Int, Bool, Bool) = (0, 0, false, false)
    var negative = false
    var at = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard digits < Self.limit / 10 else { throw .overflow }
        digits = digits * 10 + Int128(byte - UInt8(ascii: "0"))
        seenDigit = true
        if seenPoint { fraction += 1 }
      case UInt8(ascii: ".") where seenDigit && !seenPoint:
        seenPoint = true
      case UInt8(ascii: "-") where at == 0: negative = true
      case UInt8(ascii: "+") where at == 0: break
      default: throw .notANumber(at: at)
      }
      at += 1
    }
    guard seenDigit, !(seenPoint && fraction == 0) else { throw .notANumber(at: at) }
    try self.init(significand: negative ? -digits : digits, exponent: -fraction)
  }

  /// Reads a plain decimal, or nothing where the text is none.
  public init?(_ description: String) {
    guard let value = try? ExactDecimal(parsing: description) else { return nil }
    self = value
  }

  /// The plain decimal with every printed digit after the point: `-12.30`, `1610000000`.
  public var description: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the plain decimal as ASCII: no grouping, no exponent, trailing zeros as printed.
  public func append(to bytes: inout [UInt8]) {
    if significand < 0 { bytes.append(UInt8(ascii: "-")) }
    let digits = Self.ascii(significand.magnitude)
    if exponent >= 0 {
      bytes.append(contentsOf: digits)
      if significand != 0 { bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: exponent)) }
      return
    }
    let whole = digits.count + exponent
    if whole > 0 {
      bytes.append(contentsOf: digits[..<whole])
      bytes.append(UInt8(ascii: "."))
      bytes.append(contentsOf: digits[whole...])
    } else {
      bytes.append(UInt8(ascii: "0"))
      bytes.append(UInt8(ascii: "."))
      bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: -whole))
      bytes.append(contentsOf: digits)
    }
  }

  private static func ascii(_ magnitude: UInt128) -> [UInt8] {
    var (rest, reversed): (UInt128, [UInt8]) = (magnitude, [])
    repeat {
      reversed.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    return reversed.reversed()
  }
}
