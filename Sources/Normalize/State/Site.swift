internal import Records
internal import Vocabulary

/// One number in its clause: what a rule is asked about. A class, since every rule is handed it.
final class Site: TokenText {
  let text: Bytes
  /// The tokens of the sentence.
  let tokens: [Token]
  /// The clause: from one comma to the next.
  let clause: Range<Int>
  /// The number's token.
  let index: Int
  /// The tokens between the number before, or the clause's start, and this one.
  let left: Range<Int>
  /// The tokens between this number and the next one, or the clause's end.
  let right: Range<Int>
  let discourse: Discourse

  let quantity: Quantity
  /// Whether its unit counts a part of a hundred or a multiple.
  let isRatio: Bool

  init(
    text: Bytes, tokens: [Token], quantity: Quantity, clause: Range<Int>, index: Int,
    left: Range<Int>, right: Range<Int>, discourse: Discourse
  ) {
    (self.text, self.tokens, self.quantity) = (text, tokens, quantity)
    (self.clause, self.index, self.left, self.right) = (clause, index, left, right)
    self.discourse = discourse
    isRatio =
      quantity.kind == .share
      ? !quantity.unit.isPoints : quantity.unit.is("倍") || quantity.unit.is("番") || quantity.unit.is("%")
  }

  /// What the sentence is about.
  var topic: Subject? { discourse.topic.map { subject($0) } }

  /// The subject of the clause without a number behind the last statement, up to a number written inside it.
  var fresh: Subject? {
    guard let run = discourse.fresh else { return nil }
    var subject = subject(run)
    // 以汉族为主
    if subject.label.ends(with: "为主") { subject = Subject(String(subject.label.unicodeScalars.dropLast(2))) }
    guard let digit = subject.label.unicodeScalars.firstIndex(where: { ("0"..."9").contains($0) }) else {
      return subject
    }
    return Subject(String(subject.label.unicodeScalars[..<digit]))
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
}

extension String {
  /// Whether it is 百分点 or 千分点, the units of how percentages change.
  fileprivate var isPoints: Bool { utf8.count == 9 && hasSuffix("分点") }
}
