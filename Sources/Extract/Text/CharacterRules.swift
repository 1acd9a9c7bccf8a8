/// What a character of a page becomes in a document's text: the one place where text is normalized.
///
/// | on the page | in the text |
/// | --- | --- |
/// | white space of HTML, NBSP, the ideographic space, U+2000 to U+200A, U+202F, U+205F | one space for a run of them; none at either end of a line; none for a line end of the source between two Chinese characters; in preformatted text a tab for two or more |
/// | zero width characters, soft hyphens, marks of direction, byte order marks, control characters | nothing |
/// | U+0080 to U+009F, which `&#150;` and its like give | what windows-1252 has there, as browsers do |
/// | one or two digits in `<sup>` | `[1]` behind a Chinese character, else raised digits; see `Superscript` |
/// | full width letters, digits and marks | themselves: they are the words of the page, and whoever reads numbers knows them |
enum CharacterRules {
  /// What is to be done with a scalar.
  enum Action: UInt8 {
    case keep, space, lineEnd, drop, windows1252
  }

  /// The action for a scalar value.
  @inline(__always)
  static func action(_ value: UInt32) -> Action {
    if value < 0x80 { return ascii(value) }
    if value < 0x2000 {
      if value < 0xA0 { return .windows1252 }
      return value == 0xA0 ? .space : value == 0xAD ? .drop : .keep
    }
    if value > 0x3000 { return value == 0xFEFF || value & 0xFFFE == 0xFFFE ? .drop : .keep }
    switch value {
    case 0x3000, 0x2000...0x200A, 0x202F, 0x205F: return .space
    case 0x2028, 0x2029: return .lineEnd
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064: return .drop
    default: return .keep
    }
  }

  @inline(__always)
  private static func ascii(_ value: UInt32) -> Action {
    if value > 0x20 { return value == 0x7F ? .drop : .keep }
    switch value {
    case 0x20, 0x09: return .space
    case 0x0A, 0x0C, 0x0D: return .lineEnd
    default: return .drop
    }
  }

  /// The scalars that windows-1252 has at 0x80 to 0x9F; 0 where it has none.
  static let windows1252: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
    0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0, 0x017E, 0x0178,
  ]

  /// Whether the scalar is set without spaces between it and its like: hanzi, kana, full width marks.
  @inline(__always)
  static func isWide(_ value: UInt32) -> Bool {
    value >= 0x3001 && value <= 0x9FFF || value >= 0xF900 && value <= 0xFAFF
      || value >= 0xFF01 && value <= 0xFF60 || value >= 0x2_0000 && value <= 0x3_FFFF
  }

  /// Named references that browsers read without a semicolon and libxml2 leaves as text.
  static let references: [(name: StaticString, value: UInt32)] = [
    ("nbsp", 0xA0), ("ensp", 0x2002), ("emsp", 0x2003), ("amp", 0x26), ("lt", 0x3C), ("gt", 0x3E),
    ("quot", 0x22), ("middot", 0xB7), ("times", 0xD7), ("deg", 0xB0), ("plusmn", 0xB1), ("copy", 0xA9),
    ("reg", 0xAE), ("bull", 0x2022), ("hellip", 0x2026), ("mdash", 0x2014), ("ldquo", 0x201C),
    ("rdquo", 0x201D),
  ]
}
