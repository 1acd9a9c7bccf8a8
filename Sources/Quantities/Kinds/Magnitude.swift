import Records

/// Reads: 15k and 30w, as people write thousands and myriads, with a mark of approximation or a range
/// beside them.
/// Yields: the number multiplied, in a colloquial reading.
/// Refuses: a letter that runs on into a word, a capital (4K), and a letter alone.
enum Magnitude {
  static func read(_ text: Prose, _ draft: inout Draft) {
    guard draft.style == .arabic, draft.high == nil, draft.surplus == nil, text.isAny("kw", at: draft.end)
    else {
      return
    }
    let end = draft.end + 1
    guard !text.isLatin(at: end), text.glyph(at: end).arabicDigit == nil else { return }
    guard
      BoundAfter.read(text, at: end) != nil || RangeJoiner.read(text, at: end) != nil
        || RangeJoiner.endsBefore(text, draft.start)
    else { return }
    guard let value = try? draft.value.shifted(by: text.bytes[draft.end] == 0x6B ? 3 : 4) else { return }
    draft.value = value
    draft.end = end
    draft.numeral = ByteSpan(draft.numeral.start, end)
    draft.reading = .colloquial
    draft.rules.add(.magnitude)
  }
}
