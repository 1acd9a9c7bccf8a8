/// The punctuation of a text in one shape: full and half width are the same mark.
enum Mark {
  case stop, comma, semicolon, colon, pause, open, close, titleOpen, titleClose, quote, space

  /// The mark at `offset` and its width in bytes; nothing where a word goes on.
  ///
  /// A half-width point, comma or colon between two digits belongs to the number.
  static func read(_ text: Bytes, at offset: Int) -> (mark: Mark, count: Int)? {
    let first = text[offset]
    if first < 0x80 {
      guard let mark = ascii(first) else { return nil }
      return (mark, 1)
    }
    guard first == 0xE3 || first == 0xEF || first == 0xE2 || first == 0xC2, offset + 1 < text.count
    else { return nil }
    if first == 0xC2 { return text[offset + 1] == 0xA0 ? (.space, 2) : nil }
    guard offset + 2 < text.count else { return nil }
    guard let mark = wide(first, text[offset + 1], text[offset + 2]) else { return nil }
    return (mark, 3)
  }

  /// Whether a line or a mark other than 、 ends right before `offset`.
  static func ends(_ text: Bytes, at offset: Int) -> Bool {
    if text[offset - 1] < 0x80 { return text[offset - 1] == 0x0A || read(text, at: offset - 1) != nil }
    guard offset >= 3, let (mark, _) = read(text, at: offset - 3) else { return false }
    return mark != .pause
  }

  private static func ascii(_ byte: UInt8) -> Mark? {
    switch byte {
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: ";"): .semicolon
    case UInt8(ascii: ":"): .colon
    case UInt8(ascii: "!"), UInt8(ascii: "?"): .stop
    case UInt8(ascii: "("), UInt8(ascii: "["): .open
    case UInt8(ascii: ")"), UInt8(ascii: "]"): .close
    case 0x20, 0x09, 0x0D: .space
    default: nil
    }
  }

  private static func wide(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Mark? {
    switch (first, second, third) {
    case (0xE3, 0x80, 0x80): .space  // ideographic space
    case (0xE3, 0x80, 0x81): .pause  // 、
    case (0xE3, 0x80, 0x82): .stop  // 。
    case (0xE3, 0x80, 0x8A), (0xE3, 0x80, 0x88): .titleOpen  // 《 〈
    case (0xE3, 0x80, 0x8B), (0xE3, 0x80, 0x89): .titleClose  // 》 〉
    case (0xE3, 0x80, 0x90), (0xE3, 0x80, 0x94): .open  // 【 〔
    case (0xE3, 0x80, 0x91), (0xE3, 0x80, 0x95): .close  // 】 〕
    case (0xEF, 0xBC, 0x8C): .comma  // ，
    case (0xEF, 0xBC, 0x9B): .semicolon  // ；
    case (0xEF, 0xBC, 0x9A), (0xE2, 0x88, 0xB6), (0xEF, 0xB8, 0xB0): .colon  // ： ∶ ︰
    case (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F): .stop  // ！ ？
    case (0xEF, 0xBC, 0x88), (0xEF, 0xBC, 0xBB): .open  // （ ［
    case (0xEF, 0xBC, 0x89), (0xEF, 0xBC, 0xBD): .close  // ） ］
    case (0xE2, 0x80, 0x9C), (0xE2, 0x80, 0x9D), (0xE2, 0x80, 0x98), (0xE2, 0x80, 0x99): .quote
    default: nil
    }
  }
}
