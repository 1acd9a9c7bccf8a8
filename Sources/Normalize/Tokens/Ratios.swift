internal import Records
internal import Vocabulary

/// Ratios are read as one: 5：1 is one number, 3.9：59.5：36.6 three shares of a whole, however they are printed (`PrintedRatio`).
enum Ratios {
  /// Reads the ratios of three and more that no colon between plain numbers shows.
  static func readPrinted(_ tokens: inout [Token], _ quantities: inout [Quantity], _ text: Bytes) {
    var index = 0
    while index < tokens.count {
      defer { index += 1 }
      guard tokens[index].kind == .quantity else { continue }
      let first = quantities[tokens[index].index]
      let start = first.numeral.start
      guard start == tokens[index].span.start, first.kind != .ratio, first.unit.isEmpty || first.unit.is("%"),
        PrintedRatio.mayGoOn(text, at: first.relation == .range ? endOfLow(text, start) : first.span.end),
        let ratio = PrintedRatio(text, at: start, end: text.count), let last = ratio.parts.last,
        ratio.parts[1].span.end > first.span.end || first.relation == .range,
        isOfRatio(tokens, index, ratio, text)
      else { continue }
      var end = index
      while end < tokens.count, tokens[end].span.start < last.span.end { end += 1 }
      var joined: [Token] = []
      for part in ratio.parts {
        if !joined.isEmpty {
          joined.append(Token(kind: .pause, span: ByteSpan(part.span.start, part.span.start)))
        }
        joined.append(Token(kind: .quantity, span: part.span, index: quantities.count))
        var quantity = Quantity(span: part.span, numeral: part.numeral, kind: .ratio, value: part.value)
        (quantity.unit, quantity.rules) = ("%", ["ArabicLiteral"])
        quantities.append(quantity)
      }
      tokens.replaceSubrange(index..<end, with: joined)
      index += joined.count - 1
    }
  }

  /// 12.4—47.1—40.5 begins as a stretch of numbers.
  private static func endOfLow(_ text: Bytes, _ start: Int) -> Int {
    var offset = start
    while offset < text.count, text[offset] == UInt8(ascii: ".") || (0x30...0x39).contains(text[offset]) {
      offset += 1
    }
    return offset
  }

  /// Whether the words say that it is a ratio, where the mark between the parts stands between other numbers too: 比例, 结构 before 12.4、47.1、40.5.
  private static func isOfRatio(_ tokens: [Token], _ index: Int, _ ratio: PrintedRatio, _ text: Bytes) -> Bool
  {
    let behind = ratio.parts[0].span.end
    let isPlain =
      text.has("、", at: behind) || text[behind] == UInt8(ascii: "/") || text[behind] == UInt8(ascii: "-")
      || text.has("—", at: behind) || text.has("–", at: behind) || text.has("－", at: behind)
      || text.has("／", at: behind)
    guard isPlain else { return true }
    var start = index
    while start > 0, !tokens[start - 1].kind.endsClause { start -= 1 }
    guard start < index else { return false }
    let words = ByteSpan(tokens[start].span.start, tokens[index].span.start)
    // 分别为 deals the numbers out to what is named before.
    if tokens[start..<index].contains(where: { $0.kind == .word(.respectively) }) { return false }
    return ["比例", "结构", "比为", "之比", "产业比"].contains { (word: StaticString) in text.holds(word, in: words) }
  }

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
