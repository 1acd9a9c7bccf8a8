import Records

/// Reads: 负, -, 零下 and a hyphen in brackets before a number: 增速（-）4.5%.
/// Yields: the sign, where it begins, and where the number begins.
/// Refuses: a hyphen behind a digit, a letter, a unit or a percent sign, behind a bracket that ends in a digit, and right behind
/// another quantity or a time: it joins.
enum Sign {
  static func read(_ text: Prose, at offset: Int, from limit: Int) -> (
    isNegative: Bool, start: Int, numeral: Int
  ) {
    if text.has("零下", at: offset), text.glyph(at: offset + 6).beginsNumeral {
      return (true, offset, offset + 6)
    }
    let before = text.skippingSpaces(before: offset)
    if text.isAny("负負", before: before), before - 3 >= limit { return (true, before - 3, offset) }
    if let start = bracketed(text, before, from: limit) { return (true, start, offset) }
    guard text.isAny("-－−﹣", before: before) else { return (false, offset, offset) }
    let start = text.previous(before)
    guard start > limit || start == 0, before == offset || start == 0, !joins(text, start) else {
      return (false, offset, offset)
    }
    return (true, start, offset)
  }

  /// Where （-） and (－) before `end` begin.
  private static func bracketed(_ text: Prose, _ end: Int, from limit: Int) -> Int? {
    guard text.isAny(")）", before: end) else { return nil }
    let hyphen = text.previous(end)
    guard text.isAny("-－−﹣", before: hyphen) else { return nil }
    let open = text.previous(hyphen)
    guard text.isAny("(（", before: open) else { return nil }
    let start = text.previous(open)
    return start >= limit ? start : nil
  }

  /// Whether the hyphen at `start` stands behind something that it may join.
  private static func joins(_ text: Prose, _ start: Int) -> Bool {
    let glyph = text.glyph(before: start)
    if text.isAny(")）]】", before: start) {
      // 电话(0856)-662123 against 增速(%)-4.5.
      return text.glyph(before: text.previous(start)).isNumeral
    }
    return glyph.isNumeral || glyph == .latin || text.isAny("%％‰年月日号-－", before: start)
  }
}
