/// What a character can do in a quantity or a period: the alphabet of all the rules.
///
/// Every scalar of up to three UTF-8 bytes has one glyph, found in one look-up (`GlyphTable`).
struct Glyph: RawRepresentable, Equatable, Sendable {
  let rawValue: UInt8

  @inline(__always) init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The bit that the first character of a unit has beside its glyph, and the bits of the glyph.
  static let unitBit: UInt8 = 0x80
  static let mask: UInt8 = 0x7F

  /// No part in any numeral; a rule may still know the character.
  static let other = Glyph(rawValue: 0)

  // Arabic digits, ASCII and full width, are 1...10.
  static let arabicZero: UInt8 = 1
  // Chinese digits, plain, financial and traditional, are 11...20.
  static let chineseZero: UInt8 = 11

  static let ten = Glyph(rawValue: 21)
  static let hundred = Glyph(rawValue: 22)
  static let thousand = Glyph(rawValue: 23)
  static let myriad = Glyph(rawValue: 24)
  static let hundredMillion = Glyph(rawValue: 25)
  static let trillion = Glyph(rawValue: 26)
  static let twenty = Glyph(rawValue: 27)
  static let thirty = Glyph(rawValue: 28)
  static let forty = Glyph(rawValue: 29)
  static let half = Glyph(rawValue: 30)
  static let few = Glyph(rawValue: 31)
  static let several = Glyph(rawValue: 32)
  static let point = Glyph(rawValue: 33)
  static let more = Glyph(rawValue: 34)
  static let about = Glyph(rawValue: 35)

  // Characters that begin something without being a numeral are 40 and up.
  static let ordinal = Glyph(rawValue: 40)
  static let currency = Glyph(rawValue: 41)
  static let era = Glyph(rawValue: 42)
  static let openQuote = Glyph(rawValue: 43)
  static let closeQuote = Glyph(rawValue: 44)
  static let openTitle = Glyph(rawValue: 45)
  static let closeTitle = Glyph(rawValue: 46)
  static let decimalPoint = Glyph(rawValue: 47)
  static let discount = Glyph(rawValue: 48)
  static let newline = Glyph(rawValue: 49)
  static let latin = Glyph(rawValue: 50)

  /// The value of an Arabic digit, or nothing.
  @inline(__always) var arabicDigit: Int? {
    rawValue >= 1 && rawValue <= 10 ? Int(rawValue) - 1 : nil
  }

  /// The value of a Chinese digit, or nothing.
  @inline(__always) var chineseDigit: Int? {
    rawValue >= 11 && rawValue <= 20 ? Int(rawValue) - 11 : nil
  }

  /// The power of ten of a multiplier: 1 for 十 up to 12 for 兆; nothing for anything else.
  @inline(__always) var power: Int? {
    switch rawValue {
    case 21: 1
    case 22: 2
    case 23: 3
    case 24: 4
    case 25: 8
    case 26: 12
    default: nil
    }
  }

  /// Whether it is 两 in any writing: a digit before a multiplier or a measure word, never in a row of
  /// digits.
  @inline(__always) static func isPair(_ scalar: UInt32) -> Bool {
    scalar == 0x4E24 || scalar == 0x5169 || scalar == 0x4FE9 || scalar == 0x5006
  }

  /// Whether a numeral can begin with it.
  @inline(__always) var beginsNumeral: Bool { rawValue >= 1 && rawValue <= 32 }

  /// Whether it writes a number: a digit or a multiplier.
  @inline(__always) var isNumeral: Bool { rawValue >= 1 && rawValue <= 29 }
}

/// The glyph of every scalar up to U+FFFF.
enum GlyphTable {
  /// Builds the table: 65,536 glyphs by scalar; `units` are the names of all units.
  static func make(units: some Sequence<String>) -> [UInt8] {
    var table = [UInt8](repeating: 0, count: 65_536)
    func set(_ characters: String, _ glyph: UInt8) {
      for scalar in characters.unicodeScalars { table[Int(scalar.value)] = glyph }
    }
    for digit in 0..<10 {
      table[0x30 + digit] = Glyph.arabicZero + UInt8(digit)
      table[0xFF10 + digit] = Glyph.arabicZero + UInt8(digit)
    }
    for (digit, characters) in digits.enumerated() {
      set(characters, Glyph.chineseZero + UInt8(digit))
    }
    for (characters, glyph) in others { set(characters, glyph.rawValue) }
    for unit in units {
      if let first = unit.unicodeScalars.first, first.value < 65_536 {
        table[Int(first.value)] |= Glyph.unitBit
      }
    }
    for letter in 0..<26 {
      for base in [0x41, 0x61, 0xFF21, 0xFF41] { table[base + letter] = Glyph.latin.rawValue }
    }
    // Greek and Cyrillic O, which stand for 〇 as the Latin one does.
    for letter in [0x39F, 0x3BF, 0x41E, 0x43E] { table[letter] = Glyph.latin.rawValue }
    return table
  }

  /// A bit for each scalar of `table`: whether it has a glyph.
  static func marks(_ table: [UInt8]) -> [UInt64] {
    var marks = [UInt64](repeating: 0, count: table.count / 64)
    for (scalar, glyph) in table.enumerated() where glyph & Glyph.mask != 0 {
      marks[scalar / 64] |= 1 << UInt64(scalar % 64)
    }
    return marks
  }

  /// The ways of writing each digit from 0 to 9: plain, financial, traditional.
  private static let digits = [
    "零〇○◯", "一壹弌", "二两兩俩倆贰貳弍", "三叁叄參弎", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖",
  ]

  private static let others: [(String, Glyph)] = [
    ("十拾", .ten), ("百佰", .hundred), ("千仟", .thousand), ("万萬", .myriad), ("亿億", .hundredMillion),
    ("兆", .trillion), ("廿", .twenty), ("卅", .thirty), ("卌", .forty), ("半", .half), ("几幾", .few),
    ("数數", .several), ("点點", .point), ("余餘多", .more), ("来來", .about), ("第", .ordinal),
    ("$＄¥￥£￡€₩￦", .currency), ("“「『‘", .openQuote), ("”」』’", .closeQuote), ("《", .openTitle),
    ("》", .closeTitle), (".．", .decimalPoint), ("折", .discount), ("\n\r", .newline),
    // The characters that begin a time without a numeral: 今年 去年 本月 上半年 下半年 前年 明年 …
    ("今去本上下前后後次翌明昨当全近这這年过最民清康雍乾嘉道咸同光宣顺公首农阴旧正腊臘闰閏", .era),
  ]
}
