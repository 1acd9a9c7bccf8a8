import Records

/// Reads: numbers with colons between: 3.9：59.5：36.6, 1:6.8985, with every colon that occurs (: ： ∶ ︰).
/// Yields: a quantity of kind `ratio` for each number.
/// Refuses: clocks: two whole numbers, the second of two digits, unless 比 stands before or three of them make a hundred
/// (三次产业结构由10:50:40…).
extension Scanner {
  mutating func ratio(_ first: Numeral) -> Int? {
    guard first.style == .arabic, text.isAny(":：∶︰", at: text.skippingSpaces(first.end)) else { return nil }
    var parts = [first]
    var at = first.end
    while parts.count < 8, text.isAny(":：∶︰", at: text.skippingSpaces(at)) {
      let next = text.skippingSpaces(text.next(text.skippingSpaces(at)))
      guard text.glyph(at: next).arabicDigit != nil else { break }
      let literal = ArabicLiteral(text, at: next)
      guard !literal.isTooLong else { break }
      var numeral = Numeral(start: next, end: literal.end, value: literal.value)
      numeral.style = .arabic
      parts.append(numeral)
      at = literal.end
    }
    guard parts.count > 1, !text.isAny("年月号", at: text.skippingSpaces(at)) else { return nil }
    let isClock =
      !parts.contains { $0.value.exponent != 0 } && parts[1].end - parts[1].start == 2
      && first.value < ExactDecimal(25)
    let isNamed = text.isAny("比为例按是达", before: text.skippingSpaces(before: first.start))
    if parts.count < 4, isClock, !isNamed, !makesHundred(parts) { return at }
    for part in parts {
      var draft = Draft(part)
      draft.kind = .ratio
      draft.rules.add(.ratio)
      annotation.quantities.append(draft.quantity())
    }
    context.taken = at
    return at
  }

  /// Whether three parts are those of a whole in percent.
  private func makesHundred(_ parts: [Numeral]) -> Bool {
    guard parts.count == 3, isOfParts(before: parts[0].start) else { return false }
    let sum = try? parts.dropFirst().reduce(parts[0].value) { try $0.adding($1.value) }
    return sum == ExactDecimal(100)
  }

  /// Whether 结构 or 比 stands a few words before: of parts, and not of hours.
  private func isOfParts(before start: Int) -> Bool {
    var (at, steps) = (start, 0)
    while at > 0, steps < 16, !text.isClauseStart(at) {
      at = text.previous(at)
      steps += 1
      if text.has("结构", at: at) || text.isAny("比重", at: at) { return true }
    }
    return false
  }
}
