import Records

/// Reads: 15k and 30w, as people write thousands and myriads, with a mark of approximation or a range
/// beside them.
/// Yields: the number multiplied, in a colloquial reading.
/// Refuses: a letter that runs on into a word, a capital (4K), and a letter alone.
enum Magnitude {
  /// The power of ten that the letter at `offset` stands for, in either case.
  static func power(_ text: Prose, at offset: Int) -> Int? {
    switch text.scalar(at: offset) | 0x20 {
    case 0x6B: 3  // k
    case 0x77: 4  // w
    case 0x6D: 6  // m
    case 0x62: 9  // b
    default: nil
    }
  }

  static func read(_ text: Prose, _ draft: inout Draft) {
    // Letters that name no unit by themselves: m is a metre, a capital K a size of a picture.
    guard draft.style == .arabic, draft.high == nil, draft.surplus == nil, text.isAny("kw", at: draft.end),
      let power = power(text, at: draft.end)
    else { return }
    let end = draft.end + 1
    guard !text.isLatin(at: end), text.glyph(at: end).arabicDigit == nil else { return }
    guard
      BoundAfter.read(text, at: end) != nil || RangeJoiner.read(text, at: end) != nil
        || RangeJoiner.endsBefore(text, draft.start)
    else { return }
    guard let value = try? draft.value.shifted(by: power) else { return }
    draft.value = value
    draft.end = end
    draft.numeral = ByteSpan(draft.numeral.start, end)
    draft.reading = .colloquial
    draft.rules.add(.magnitude)
  }
}
