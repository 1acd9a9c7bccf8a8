/// A raised number, and how it is written in plain text so that it does not run into the number beside it.
///
/// Reads: the text of a `<sup>` that is one or two digits, in brackets or not.
/// Yields: behind a Chinese character the mark of a footnote, `[1]`; behind anything else raised digits: `m²`,
///   `10⁴`.
/// Refuses: every other text.
struct Superscript {
  private let digits: [UInt8]

  init?(_ text: ArraySlice<UInt8>) {
    var text = text
    while let first = text.first, first.isSpace || first == 0x5B || first == 0x28 { text.removeFirst() }
    while let last = text.last, last.isSpace || last == 0x5D || last == 0x29 { text.removeLast() }
    guard (1...2).contains(text.count), text.allSatisfy(\.isDigit) else { return nil }
    digits = Array(text)
  }

  /// The scalars that stand for it at the start of a line and behind a wide character, or else behind another.
  func scalars(behindWide: Bool) -> [UInt32] {
    if behindWide {
      return [0x5B] + digits.map(UInt32.init) + [0x5D]
    }
    return digits.map { Self.raised[Int($0 - 0x30)] }
  }

  private static let raised: [UInt32] = [
    0x2070, 0xB9, 0xB2, 0xB3, 0x2074, 0x2075, 0x2076, 0x2077, 0x2078, 0x2079,
  ]
}
