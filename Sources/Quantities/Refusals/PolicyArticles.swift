import Records

/// Reads: the name that a policy has from the number of its articles, behind a verb of policies or at the start of a
/// clause: 落实二十条, 新二十条, 《…》.
/// Yields: nothing; it gives the place behind it.
/// Refuses: the number. 二十条措施, 提出建议二十条 and 修建道路二十条 are counts.
enum PolicyArticles {
  private static let verbs: WordList = [
    "落实", "实施", "执行", "围绕", "坚持", "贯彻", "研究", "宣传", "学习", "解读", "对照", "按照", "根据", "践行", "推行", "发布", "优化",
  ]

  static func end(_ text: Prose, _ numeral: Numeral) -> Int? {
    guard numeral.style == .chinese, numeral.glyphs > 1, numeral.high == nil, numeral.surplus == nil,
      text.isAny("条條", at: numeral.end)
    else { return nil }
    let end = text.next(numeral.end)
    guard text.isClauseEnd(end) || text.isAny("的有已工新要落", at: end) else { return nil }
    let start = numeral.start
    // 新二十条, but 更新二十条 and 翻新十二条 are counts.
    let isNew = text.isAny("新", before: start) && !text.isAny("更翻创刷", before: start - 3)
    guard isNew || text.isClauseStart(start) || text.start(ofAny: verbs, before: start) != nil else {
      return nil
    }
    return end
  }
}
