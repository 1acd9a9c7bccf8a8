import Records

/// Reads: 第 with a number, and the measure word behind: 第3位, 居全省第二, 第十届; 倒数第一.
/// Yields: a quantity of kind `ordinal`; negative from the end.
/// Refuses: the parts of documents (第三条第一款), enumerators (第三，at the start of a clause), names (第一书记, 第三产业), times (第二季度).
extension Scanner {
  /// What 第 puts in an order and no rank is meant by.
  var documentParts: WordList { Self.documentParts }
  private static let documentParts: WordList = [
    "号", "號", "条", "章", "节", "款", "编", "页", "项", "部分", "产业", "课堂", "书记", "时间",
  ]

  mutating func ordinal(_ at: Int) -> Int {
    if let end = period(at) { return end }
    let start = text.skippingSpaces(text.next(at))
    guard text.glyph(at: start).beginsNumeral else { return text.next(at) }
    if let end = refused(start) { return end }
    guard let numeral = operands.numeral(at: start), !numeral.isTooLong, numeral.style != .bare else {
      return text.next(at)
    }
    if Enumerator.isOrdinal(text, at, numeral.end) { return numeral.end }
    // 第三条第一款: the parts of a document are no ranks.
    if let end = text.end(ofAny: documentParts, at: numeral.end) { return end }
    var draft = Draft(numeral)
    draft.start = at
    if let unit = operands.units.read(at: draft.end, numeral: numeral), unit.name.kind == .count {
      draft.take(unit)
    }
    draft.kind = .ordinal
    if let end = ordinals(draft) { return end }
    guard draft.unit != nil || draft.glyphs > 1 || isRank(at, draft.end) else { return draft.end }
    if text.has("倒数", before: at) {
      draft.start = at - 6
      draft.value = draft.value.negated
    }
    draft.rules.add(.ordinal)
    annotation.quantities.append(draft.quantity())
    context.taken = draft.end
    return draft.end
  }

  /// Whether 第N without a measure word is a rank: 居全省第二, 位列第1, and at a clause's end.
  private func isRank(_ start: Int, _ end: Int) -> Bool {
    text.isClauseEnd(end) || (text.isAny("居列排名位", before: start) && !text.glyph(at: end).isNumeral)
      || text.isAny("的和与及", at: end)
  }
}
