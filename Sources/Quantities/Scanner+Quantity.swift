import Records

// How a quantity is put together: sign, number and unit, the other end of a range, marks on both sides.
extension Scanner {
  var operands: OperandReader { OperandReader(text: text, tables: tables) }

  /// Reads the quantity whose number stands at `at`; `start` lies before it where a sign of money does.
  /// Notes it, and gives the place to go on from.
  mutating func quantity(_ at: Int, from start: Int) -> Int {
    let sign = Sign.read(text, at: at, from: context.taken)
    guard
      var draft = text.glyph(at: sign.numeral) == .half
        ? HalfUnit.leading(operands, at: sign.numeral) : counted(sign.numeral)
    else { return max(passed, text.next(sign.numeral)) }
    draft.start = min(sign.start, start)
    if sign.isNegative {
      draft.negate()
      draft.rules.add(.sign)
    }
    let isRange = RangeOf.read(operands, &draft)
    CurrencyMark.read(operands, &draft, from: context.taken)
    marks(&draft, isRange: isRange)
    PerUnit.read(operands, &draft, from: context.taken)
    guard Evidence.suffices(text, draft, context) else { return max(draft.numeral.end, text.next(at)) }
    note(draft)
    return draft.end
  }

  /// The number at `start` with its unit, or nothing where it is none of a quantity: `passed` is then
  /// the place behind it.
  private mutating func counted(_ start: Int) -> Draft? {
    passed = 0
    guard let numeral = operands.numeral(at: start) else { return nil }
    if numeral.isTooLong {
      refuse(.numberTooLong, "a number of more than 38 digits", numeral.start, numeral.end)
    } else if let end = Truncation.end(text, numeral, tables) {
      refuse(.truncatedNumber, "a digit is missing behind the point", numeral.start, end)
    } else if let end = BrokenNumber.end(text, numeral, tables) {
      refuse(.truncatedNumber, "a space breaks it: one number or two", numeral.start, end)
    } else if let end = Refusal.afterNumeral(text, numeral, context) ?? ratio(numeral) {
      passed = end
    } else {
      let draft = operands.read(numeral)
      guard let end = SideBySide.end(text, draft) else { return draft }
      refuse(.truncatedNumber, "digits side by side that are no range", numeral.start, end)
    }
    return nil
  }

  private mutating func refuse(_ code: Finding.Code, _ message: String, _ start: Int, _ end: Int) {
    annotation.findings.append(Finding(code, message, at: ByteSpan(start, end)))
    passed = end
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
    let last = annotation.quantities.count - 1
    if last >= 0, TwoBounds.mayJoin(annotation.quantities[last].relation, quantity.relation),
      let joined = TwoBounds.join(annotation.quantities[last], quantity, text)
    {
      annotation.quantities[last] = joined
    } else {
      annotation.quantities.append(quantity)
    }
    context.taken = draft.end
  }
}
