import Records

/// How precisely a number is printed: 16.1亿 has the three digits 161.
///
/// It is told from the value and its surface alone, so that a row that was read back from a file gives the same as the one that
/// was written. A surface whose digits are not those of the value (三万五, 3万4000) tells nothing of zeros at the end.
struct PrintedNumber {
  /// How many digits were printed; 1 for zero and where there is no value.
  let digitCount: Int
  /// The printed digits as a whole number, with the sign of the value.
  let significand: Int128

  init(_ observation: Observation) {
    self.init(observation.quantity.value, surface: observation.surface)
  }

  init(_ value: ExactDecimal?, surface: String) {
    guard let value = value?.normalized, value.significand != 0 else {
      (digitCount, significand) = (1, 0)
      return
    }
    let digits = Self.digits(of: surface)
    if let significand = Int128(digits), significand != 0, digits.utf8.count <= ExactDecimal.maximumDigits,
      let printed = try? ExactDecimal(significand: significand),
      printed.normalized.significand == value.significand.magnitude
    {
      digitCount = value.digitCount + printed.normalized.exponent
      self.significand = value.significand < 0 ? -significand : significand
    } else {
      (digitCount, self.significand) = (value.digitCount, value.significand)
    }
  }

  /// The digits of the first number in the surface, points and commas between them left out.
  private static func digits(of surface: String) -> String {
    var digits: [UInt8] = []
    for byte in surface.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(byte)
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: " "): continue
      default: if !digits.isEmpty { return String(decoding: digits, as: UTF8.self) }
      }
    }
    return String(decoding: digits, as: UTF8.self)
  }
}
