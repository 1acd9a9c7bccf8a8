internal import Records
internal import Vocabulary

/// Ratios are read as one: 5：1 is one number, 3.9：59.5：36.6 three shares of a whole.
enum Ratios {
  /// Joins the parts of a ratio of two into its first token, and those of a longer one by 、.
  static func join(_ tokens: inout [Token], _ quantities: inout [Quantity]) {
    var index = 0
    while index + 2 < tokens.count {
      var parts = 1
      while isPart(tokens, index + 2 * parts, quantities) { parts += 1 }
      if parts == 2 {
        let last = tokens[index + 2]
        tokens[index].span = ByteSpan(tokens[index].span.start, last.span.end)
        quantities[tokens[index].index].span = tokens[index].span
        tokens.removeSubrange(index + 1...index + 2)
      } else if parts > 2 {
        for part in 0..<parts {
          let position = index + 2 * part
          quantities[tokens[position].index].unit = "%"
          if part > 0 { tokens[position - 1].kind = .pause }
        }
        index += 2 * parts - 2
      }
      index += 1
    }
  }

  /// Whether the token is a part of a ratio with a colon and another part before it.
  private static func isPart(_ tokens: [Token], _ index: Int, _ quantities: [Quantity]) -> Bool {
    guard index < tokens.count, tokens[index].kind == .quantity, tokens[index - 1].kind == .colon,
      tokens[index - 2].kind == .quantity
    else { return false }
    return quantities[tokens[index].index].kind == .ratio
      && quantities[tokens[index - 2].index].kind == .ratio
      && quantities[tokens[index].index].unit.isEmpty
  }
}
