internal import Records
internal import Vocabulary

/// One number in its clause: what a rule is asked about.
struct Site {
  let text: Bytes
  /// The tokens of the sentence.
  let tokens: [Token]
  let quantities: [Quantity]
  /// The clause: from one comma to the next.
  let clause: Range<Int>
  /// The number's token.
  let index: Int
  /// The tokens between the number before, or the clause's start, and this one.
  let left: Range<Int>
  /// The tokens between this number and the next one, or the clause's end.
  let right: Range<Int>
  /// The place of the number in its group of numbers joined by 、 and 和, and how many those are.
  let member: (index: Int, count: Int)
  let discourse: Discourse

  var quantity: Quantity { quantities[tokens[index].index] }

  /// Whether its unit counts a part of a hundred or a multiple.
  var isRatio: Bool {
    switch quantity.unit {
    case "%", "‰", "倍", "成", "番", "％": true
    default: quantity.kind == .share && quantity.unit != "百分点"
    }
  }

  /// Whether its unit is a measure word that a noun may follow: 个 家 名.
  var isCounted: Bool { quantity.kind == .count || quantity.unit.isEmpty }

  /// The last token of `range` for which `test` holds.
  func last(in range: Range<Int>, where test: (TokenKind) -> Bool) -> Int? {
    range.last { test(tokens[$0].kind) }
  }

  /// The first token of `range` for which `test` holds.
  func first(in range: Range<Int>, where test: (TokenKind) -> Bool) -> Int? {
    range.first { test(tokens[$0].kind) }
  }

  /// Whether the token is `word`.
  func isWord(_ index: Int, _ word: StaticString) -> Bool {
    tokens[index].span.count == word.utf8CodeUnitCount
      && text.has(word, at: tokens[index].span.start)
  }

  /// The words of a run of tokens, without brackets, times and joints at its ends.
  func label(_ run: Range<Int>) -> String {
    var words = ""
    for index in run {
      switch tokens[index].kind {
      case .aside, .period: continue
      case .pause: words += "、"
      default: words += text.string(tokens[index].span)
      }
    }
    return Quotes.balanced(words)
  }
}
