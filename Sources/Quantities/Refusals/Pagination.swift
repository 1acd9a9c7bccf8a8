import Records

/// Reads: the count of a document's own pages: 共 12 页 at the start of a clause, 第1页 共12页.
/// Yields: nothing; it gives the place behind it.
/// Refuses: the number. 全书共320页 is a count.
enum Pagination {
  static func end(_ text: Prose, _ numeral: Numeral) -> Int? {
    let end = text.skippingSpaces(numeral.end)
    guard text.isAny("页頁", at: end) else { return nil }
    let start = text.skippingSpaces(before: numeral.start)
    guard text.isAny("共", before: start) else { return nil }
    let front = text.previous(start)
    return text.isCellStart(front) || text.isAny("（(。；", before: front)
      || text.isAny("页頁/／", before: text.skippingSpaces(before: front))
      ? text.next(end) : nil
  }
}
