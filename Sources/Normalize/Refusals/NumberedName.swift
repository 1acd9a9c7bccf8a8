internal import Records
internal import Vocabulary

/// An ordinal that states no rank is a name: 第一批, 第三届, 二级公路.
///
/// Reads: numerals written out in names of places (五道沟镇) and meetings (五次会议), the share of a survey (5‰人口变动抽样调查); ordinals without a word of order or the whole that is ordered before them, or with a noun behind them, or with a measure word that is none of order (第三个).
/// Yields: a piece of a noun.
/// Refuses: ranks (RankPlace).
enum NumberedName: RefusalRule {
  static func read(
    _ tokens: [Token], _ index: Int, _ quantity: Quantity, _ text: Bytes, _ words: WordTable
  ) -> TokenKind? {
    if isPlaceName(tokens, index, quantity, text) { return .noun }
    // 据5‰人口变动抽样调查
    if quantity.kind == .share, index + 1 < tokens.count, tokens[index + 1].kind == .noun,
      text.holds("抽样调查", in: tokens[index + 1].span)
    {
      return .noun
    }
    guard quantity.kind == .ordinal || text.has("第", at: quantity.span.start) else { return nil }
    if index + 1 < tokens.count, tokens[index + 1].kind.isNominal { return .noun }
    // 全省第三个对外开放口岸 names the port; a rank is a 位 or a 名, or stands alone.
    if !quantity.unit.isOne(of: ["", "位", "名"]) { return .noun }
    var before = index - 1
    while before >= 0,
      [
        .word(.adverb), .word(.of), .word(.verb), .word(.joint), .word(.from), .pause, .aside, .quantity,
      ].contains(tokens[before].kind) || isRise(tokens, before, text)
        || GroupOfRank.isNamed(tokens[before], text)
    {
      before -= 1
    }
    guard before >= 0 else { return .noun }
    switch tokens[before].kind {
    case .word(.rank), .word(.scope), .place: return nil
    default: return .noun
    }
  }

  /// 从第九位升至第五位: a verb between two places in an order.
  private static func isRise(_ tokens: [Token], _ index: Int, _ text: Bytes) -> Bool {
    guard index > 0, tokens[index].kind == .word(.reach), tokens[index - 1].kind == .quantity else {
      return false
    }
    return text.has("第", at: tokens[index - 1].span.start)
  }

  /// 六届七次、八次全会: the sessions of a list.
  private static func isSession(_ tokens: [Token], _ index: Int, _ text: Bytes) -> Bool {
    guard index + 2 < tokens.count, text.has("次", endingAt: tokens[index].span.end),
      [.pause, .word(.joint)].contains(tokens[index + 1].kind)
    else { return false }
    let end = tokens[index + 2].span.end
    return text.has("次", endingAt: end) && (text.has("全会", at: end) || text.has("会议", at: end))
  }

  /// 五道沟镇, 三岔河村: a numeral written out with at most two characters between it and the tail.
  private static func isPlaceName(
    _ tokens: [Token], _ index: Int, _ quantity: Quantity, _ text: Bytes
  ) -> Bool {
    if isSession(tokens, index, text) { return true }
    guard text[quantity.numeral.start] >= 0x80, !quantity.unit.is("个"), index + 1 < tokens.count,
      tokens[index + 1].kind == .noun, tokens[index + 1].span.start == quantity.span.end
    else { return false }
    let start = tokens[index + 1].span.start
    if text.has("次", endingAt: start),
      text.has("会议", at: start) || text.has("全会", at: start) || text.has("全体会议", at: start)
    {
      return true
    }
    // 六股河, 五道峡: rivers and gorges are not counted so.
    if quantity.unit.is("道") || quantity.unit.is("股") || quantity.unit.is("岔") {
      for tail in ["河", "江", "沟", "峡", "岭", "湾"] as [StaticString] where text.has(tail, at: start) {
        return true
      }
    }
    for tail in ["镇", "乡", "村", "街道", "社区", "河", "沟", "湖", "山", "水库", "县", "市"] as [StaticString]
    where text.has(tail, at: start + 3) || text.has(tail, at: start + 6) {
      return true
    }
    return false
  }
}
