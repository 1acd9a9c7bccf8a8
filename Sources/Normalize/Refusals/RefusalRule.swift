internal import Records
internal import Vocabulary

/// A rule that tells numbers that state nothing.
protocol RefusalRule: Sendable {
  /// What the number is in the sentence instead; nothing where the rule does not speak of it.
  static func read(
    _ tokens: [Token], _ index: Int, _ quantity: Quantity, _ text: Bytes, _ words: WordTable
  ) -> TokenKind?
}

/// All rules of refusal; the first that speaks decides.
enum RefusalRules {
  static let all: [any RefusalRule.Type] = [
    Coordinate.self, RhetoricalCount.self, Threshold.self, StretchOfTime.self, IndefiniteOne.self,
    NumberedName.self, PersonName.self, ClassOfSize.self, GroupOfRank.self, ExchangeBase.self,
    AgreedRatio.self, RateBase.self,
    BareNumber.self,
  ]
  private static let names = all.map { String(describing: $0) }

  /// Turns the numbers of a sentence that state nothing into what they are, and gives which rules did.
  static func apply(
    to tokens: inout [Token], _ quantities: [Quantity], _ text: Bytes, _ words: WordTable
  ) -> [Refusal] {
    var refusals: [Refusal] = []
    let rules = all
    for index in tokens.indices where tokens[index].kind == .quantity {
      let quantity = quantities[tokens[index].index]
      for (position, rule) in rules.enumerated() {
        if let kind = rule.read(tokens, index, quantity, text, words) {
          tokens[index].kind = kind
          refusals.append(Refusal(names[position], at: quantity.span))
          if kind == .condition { leaveOff("在", before: index, &tokens, text) }
          break
        }
      }
    }
    return refusals
  }

  /// 人口在5万人以上的镇: the word that leads to the bound names nothing.
  private static func leaveOff(
    _ word: StaticString, before index: Int, _ tokens: inout [Token], _ text: Bytes
  ) {
    guard index > 0, tokens[index - 1].kind == .noun, text.has(word, endingAt: tokens[index - 1].span.end)
    else { return }
    let span = ByteSpan(tokens[index - 1].span.start, tokens[index - 1].span.end - word.utf8CodeUnitCount)
    if span.isEmpty { tokens[index - 1].kind = .word(.adverb) } else { tokens[index - 1].span = span }
  }
}
