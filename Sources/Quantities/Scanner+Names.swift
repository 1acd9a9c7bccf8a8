import Records

extension Scanner {
  /// The place behind a name with the numeral at `at` in it.
  ///
  /// A quantity that begins where the name does and is longer wins: 三公里 over 三公, 十分之一 over 十分.
  func refused(_ at: Int) -> Int? {
    guard let name = tables.names.match(text, at: at) else { return nil }
    guard name.start == at, let draft = operands.read(at: at) else { return name.end }
    let isLonger = draft.unit != nil ? draft.end > name.end : draft.numeral.end > name.end
    return isLonger || (draft.isComplete && draft.end == name.end) ? nil : name.end
  }
}
