internal import Records
internal import Vocabulary

/// An ordinal that states no rank is a name: 第一批, 第三届, 二级公路.
///
/// Reads: ordinals without a word of order or the whole that is ordered before them, or with a noun behind them.
/// Yields: a piece of a noun.
/// Refuses: ranks (RankPlace).
enum NumberedName: RefusalRule {
  static func read(_ tokens: [Token], _ index: Int, _ quantities: [Quantity], _ text: Bytes)
    -> TokenKind?
  {
    let quantity = quantities[tokens[index].index]
    guard quantity.kind == .ordinal else { return nil }
    if index + 1 < tokens.count, tokens[index + 1].kind.isNominal { return .noun }
    var before = index - 1
    while before >= 0, [.word(.adverb), .word(.of), .word(.verb)].contains(tokens[before].kind) {
      before -= 1
    }
    guard before >= 0 else { return .noun }
    switch tokens[before].kind {
    case .word(.rank), .word(.scope), .place: return nil
    default: return .noun
    }
  }
}
