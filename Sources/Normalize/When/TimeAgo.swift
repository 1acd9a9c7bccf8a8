internal import Records
internal import Vocabulary

/// A stretch of years with 前 behind it is a time: 由十年前的不足百个发展到1735个.
///
/// Reads: a number of years with 前 right behind it.
/// Yields: the year so many years before the one that the text speaks of.
/// Refuses: numbers that are no whole years, and texts that name no year and no date of publication.
enum TimeAgo {
  static func join(
    _ tokens: inout [Token], _ quantities: [Quantity], _ periods: inout [PeriodMention],
    year: Int?, _ text: Bytes
  ) {
    guard let year else { return }
    for index in tokens.indices where tokens[index].kind == .quantity {
      let quantity = quantities[tokens[index].index]
      guard quantity.kind == .duration, quantity.unit == "年", let value = quantity.value,
        let count = Int(exactly: value.normalized.significand), value.normalized.exponent >= 0,
        value.normalized.exponent < 3, quantity.relation == .equal,
        text.has("前", at: quantity.span.end)
      else { continue }
      var years = count
      for _ in 0..<value.normalized.exponent { years *= 10 }
      guard let period = Period(year: year - years) else { continue }
      let span = ByteSpan(quantity.span.start, quantity.span.end + 3)
      tokens[index] = Token(kind: .period, span: span, index: periods.count)
      periods.append(PeriodMention(span: span, period: period, basis: .relative, rules: ["TimeAgo"]))
      guard index + 1 < tokens.count, tokens[index + 1].span.start < span.end else { continue }
      tokens[index + 1].span = ByteSpan(span.end, max(span.end, tokens[index + 1].span.end))
      if tokens[index + 1].span.isEmpty { tokens[index + 1].kind = .aside }
    }
  }
}
