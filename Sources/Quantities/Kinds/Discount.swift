import Records

/// Reads: 八折, 九五折, 7.2折, 7 2 折, 半折.
/// Yields: the part of the price that is left, in `%`: one digit counts tenths, two count hundredths.
/// Refuses: 十折, 折 in 折合 折算 折旧 折扣 折线.
enum Discount {
  static func read(_ reader: OperandReader, _ draft: Draft) -> Draft? {
    let text = reader.text
    let at = text.skippingSpaces(draft.end)
    guard text.isAny("折", at: at) else { return spaced(reader, draft, at) }
    let end = text.next(at)
    guard !text.isAny("合算旧扣线叠射腾磨页返", at: end), draft.value < ExactDecimal(100) else { return nil }
    return result(reader, draft, places: places(draft), end: end)
  }

  /// 7 2 折: two digits that a space parts.
  private static func spaced(_ reader: OperandReader, _ draft: Draft, _ second: Int) -> Draft? {
    let text = reader.text
    let glyph = text.glyph(at: second)
    guard second > draft.end, text.isClauseStart(draft.start) || text.isAny("打享按售以", before: draft.start),
      let ones = glyph.arabicDigit ?? glyph.chineseDigit
    else { return nil }
    let at = text.skippingSpaces(text.next(second))
    guard text.isAny("折", at: at), (1...9).contains(draft.value.small) else { return nil }
    var joined = draft
    joined.value = ExactDecimal(draft.value.small * 10 + ones)
    joined.numeral = ByteSpan(draft.numeral.start, text.next(second))
    return result(reader, joined, places: places(joined), end: text.next(at))
  }

  /// One digit counts tenths, two count hundredths.
  private static func places(_ draft: Draft) -> Int {
    draft.value < ExactDecimal(10) ? 1 : 0
  }

  /// `draft` as the part of a price that ends at `end`, moved by so many decimal `places` to be one in a hundred.
  static func result(_ reader: OperandReader, _ draft: Draft, places: Int, end: Int) -> Draft? {
    guard draft.value != ExactDecimal(10), let value = try? draft.value.shifted(by: places) else {
      return nil
    }
    var result = draft
    result.value = value
    result.high = try? draft.high?.shifted(by: places)
    result.surplus = draft.surplus.map { $0 + places }
    result.end = end
    result.kind = .share
    if let percent = reader.tables.units.named("%") { result.set(percent) }
    result.isComplete = true
    result.rules.add(.discount)
    return result
  }
}
