import Records

// How a quantity is put together: sign, number and unit, the other end of a range, marks on both sides.
extension Scanner {
  var operands: OperandReader { OperandReader(text: text, tables: tables) }

  /// Reads the quantity whose number stands at `at`; `start` lies before it where a sign of money does.
  /// Notes it, and gives the place to go on from.
  mutating func quantity(_ at: Int, from start: Int) -> Int {
    let sign = Sign.read(text, at: at, from: context.taken)
    guard let first = operands.numeral(at: sign.numeral) ?? halfNumeral(sign.numeral) else {
      return text.next(at)
    }
    if first.isTooLong {
      annotation.findings.append(
        Finding(.numberTooLong, "a number of more than 38 digits", at: ByteSpan(first.start, first.end)))
      return first.end
    }
    if let end = Truncation.end(text, first, tables) {
      annotation.findings.append(
        Finding(.truncatedNumber, "a digit is missing behind the point", at: ByteSpan(first.start, end)))
      return end
    }
    if let end = Refusal.afterNumeral(text, first, context) { return end }
    if let end = ratio(first) { return end }
    guard var draft = operands.read(at: sign.numeral) else { return text.next(sign.numeral) }
    draft.start = min(sign.start, start)
    if sign.isNegative {
      draft.negate()
      draft.rules.add(.sign)
    }
    let isRange = RangeOf.read(operands, &draft)
    CurrencyMark.read(operands, &draft, from: context.taken)
    PerUnit.read(operands, &draft, from: context.taken)
    marks(&draft, isRange: isRange)
    guard Evidence.suffices(text, draft, context) else { return max(draft.numeral.end, text.next(at)) }
    note(draft)
    return draft.end
  }

  private func halfNumeral(_ at: Int) -> Numeral? {
    guard text.glyph(at: at) == .half, let half = try? ExactDecimal(significand: 5, exponent: -1) else {
      return nil
    }
    return Numeral(start: at, end: text.next(at), value: half, coefficient: half)
  }

  /// The words of approximation and bound on both sides.
  private func marks(_ draft: inout Draft, isRange: Bool) {
    if let (mark, end) = BoundAfter.read(text, at: draft.end) {
      draft.mark = mark
      draft.end = end
      draft.rules.add(.boundAfter)
    }
    if let (mark, start) = BoundBefore.read(text, before: draft.start, isBare: draft.style == .bare),
      start >= context.taken
    {
      // 达8万元以上, 约5万元以上: the word behind says more than an approximation before.
      if draft.mark == nil || mark != .approximate { draft.mark = mark }
      draft.start = start
      draft.rules.add(.boundBefore)
    }
  }

  /// Appends the quantity, joined with the one before where the two are the bounds of one interval.
  mutating func note(_ draft: Draft) {
    let quantity = draft.quantity()
    if let last = annotation.quantities.last, let joined = TwoBounds.join(last, quantity, text) {
      annotation.quantities[annotation.quantities.count - 1] = joined
    } else {
      annotation.quantities.append(quantity)
    }
    context.taken = draft.end
  }
}
