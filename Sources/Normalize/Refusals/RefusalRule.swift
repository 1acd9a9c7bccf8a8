internal import Records
internal import Vocabulary

/// A rule that tells numbers that state nothing.
protocol RefusalRule: Sendable {
  /// What the number is in the sentence instead; nothing where the rule does not speak of it.
  static func read(_ tokens: [Token], _ index: Int, _ quantity: Quantity, _ text: Bytes)
    -> TokenKind?
}

/// All rules of refusal; the first that speaks decides.
enum RefusalRules {
  static let all: [any RefusalRule.Type] = [
    Coordinate.self, RhetoricalCount.self, Threshold.self, StretchOfTime.self, IndefiniteOne.self,
    NumberedName.self, ExchangeBase.self,
    BareNumber.self,
  ]

  /// Turns the numbers of a sentence that state nothing into what they are.
  static func apply(to tokens: inout [Token], _ quantities: [Quantity], _ text: Bytes) {
    for index in tokens.indices where tokens[index].kind == .quantity {
      let quantity = quantities[tokens[index].index]
      for rule in all {
        if let kind = rule.read(tokens, index, quantity, text) {
          tokens[index].kind = kind
          break
        }
      }
    }
  }
}
