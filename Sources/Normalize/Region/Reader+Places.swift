internal import Records
internal import Vocabulary

// Which places a sentence speaks of.
extension Reader {
  /// The region's name, perhaps with that of a town, village or institution behind it.
  mutating func seePlace(_ index: Int, _ clause: Range<Int>) {
    guard index + 1 < clause.upperBound, tokens[index + 1].kind != .place else { return }
    if places.seeBehindRegion(tokens, at: index + 1, text, context.words) { return }
    // 江口县的云舍村
    if tokens[index + 1].kind == .word(.of), index + 2 < clause.upperBound,
      places.seeBehindRegion(tokens, at: index + 2, text, context.words)
    {
      return
    }
    if isSide(of: tokens[index].span.end) { return }
    var head = headOfClause(clause)
    while head < index, tokens[head].kind == .place || tokens[head].kind == .word(.among) { head += 1 }
    if head == index {
      places.seeWholeRegion()
      if hasNumber(clause) || clause.lowerBound == 0 {
        regions.see(text.string(tokens[index].span), isOpening: isOpening && clause.lowerBound <= 4)
      }
    }
  }

  /// 白沙镇位于…，江口县的南部: where something lies, and not what is spoken of.
  private func isSide(of end: Int) -> Bool {
    let start = text.has("的", at: end) ? end + 3 : end
    let isSide = ["东", "南", "西", "北", "中"].contains { (side: StaticString) in text.has(side, at: start) }
    return isSide && (text.has("部", at: start + 3) || text.has("部", at: start + 6))
  }

  @inline(__always)
  func hasNumber(_ clause: Range<Int>) -> Bool {
    clause.contains { tokens[$0].kind == .quantity }
  }

  mutating func seeScope(_ token: Token, _ clause: Range<Int>) {
    if hasNumber(clause) { regions.seeScope(text.string(token.span)) }
    for (word, tail) in [
      ("全镇", "镇"), ("该镇", "镇"), ("镇内", "镇"), ("乡内", "乡"), ("村内", "村"), ("全村", "村"), ("该村", "村"), ("全乡", "乡"),
      ("该乡", "乡"),
    ] as [(StaticString, String)] where text.has(word, at: token.span.start) {
      places.seeWholeSettlement(tail: tail)
      return
    }
    for word in ["全县", "全市", "全省", "全区", "全州", "全旗", "我县", "我市", "我州", "该县", "该市", "全国", "全省"]
      as [StaticString]
    where text.has(word, at: token.span.start) {
      places.seeWholeRegion()
      return
    }
  }
}
