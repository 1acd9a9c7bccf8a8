import Records

extension Scanner {
  /// The place behind a name with the numeral at `at` in it.
  ///
  /// A quantity that begins where the name does and is longer wins: 三公里 over 三公, 十分之一 over 十分.
  func refused(_ at: Int) -> Int? {
    guard let name = tables.names.match(text, at: at) else { return nil }
    guard name.start == at, mayGoOn(at, name.end), let draft = operands.read(at: at) else { return name.end }
    let isLonger = draft.unit != nil ? draft.end > name.end : draft.numeral.end > name.end
    return isLonger || (draft.isComplete && draft.end == name.end) ? nil : name.end
  }

  /// Whether a quantity that begins at `start` may go on behind the name that ends at `end`.
  private func mayGoOn(_ start: Int, _ end: Int) -> Bool {
    if text.isClauseEnd(end) { return text.isAny("分", at: text.next(start)) }
    let behind = text.next(start)
    return !text.isPlainChinese(at: end) || text.isAny("分", at: behind)
      || tables.units.match(text, at: behind).map { $0.end > end } ?? false
  }
}
