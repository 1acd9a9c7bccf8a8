internal import Records
internal import Vocabulary

// Which times of a sentence are its statements' own.
extension Reader {
  /// The year of a goal that names none: the one in which it is set.
  var goalYear: Int? { discourse.isTarget ? context.document.published?.year : nil }

  /// Whether only adverbs stand between the clause's start and the token.
  func isClauseHead(_ index: Int, _ clause: Range<Int>) -> Bool {
    (clause.lowerBound..<index).allSatisfy { !tokens[$0].kind.isNominal && tokens[$0].kind != .quantity }
  }

  /// The first token of a clause that is no time, adverb or 在.
  func headOfClause(_ clause: Range<Int>) -> Int {
    var index = clause.lowerBound
    while index < clause.upperBound,
      tokens[index].kind == .period || tokens[index].kind == .word(.adverb)
    { index += 1 }
    return index
  }

  func isInsideName(_ index: Int, _ clause: Range<Int>) -> Bool {
    index > clause.lowerBound && index + 1 < clause.upperBound && tokens[index - 1].kind.isNominal
      && tokens[index + 1].kind.isNominal
  }

  /// A time that is not what the statement is about: 成立于1958年, 比2005年, 自2010年以来.
  func isBackground(_ index: Int, _ clause: Range<Int>) -> Bool {
    if index + 1 < clause.upperBound, tokens[index + 1].kind == .word(.since) { return true }
    // 是2015年的1.5倍
    let isFrom = index > clause.lowerBound && tokens[index - 1].kind == .word(.from)
    if !isFrom, index + 2 < clause.upperBound, tokens[index + 1].kind == .word(.of),
      tokens[index + 2].kind == .quantity,
      ["倍", "%", "成"].contains(quantities[tokens[index + 2].index].unit)
    {
      return true
    }
    if clause.contains(where: { tokens[$0].kind == .noun && text.has("相比", endingAt: tokens[$0].span.end) }) {
      return true
    }
    guard index > clause.lowerBound else { return false }
    let start = tokens[index].span.start
    if text.has("按", endingAt: start) || text.has("按照", endingAt: start) || text.has("以", endingAt: start) {
      return true
    }
    switch tokens[index - 1].kind {
    case .word(.than), .word(.compare), .word(.founded): return true
    default:
      return text.has("成立", endingAt: tokens[index].span.start)
        || text.has("始建于", endingAt: tokens[index].span.start)
    }
  }

  /// 9月当月: the time right before, said again.
  func isSameTime(_ index: Int, _ clause: Range<Int>) -> Bool {
    index > clause.lowerBound && tokens[index - 1].kind == .period
      && tokens[index - 1].span.end == tokens[index].span.start
      && text.has("当", at: tokens[index].span.start)
  }
}
