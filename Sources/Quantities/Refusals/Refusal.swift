import Records

/// Reads: what stands around a numeral.
/// Yields: nothing; it gives the place to go on from where the numeral is no quantity.
/// Refuses: numbers of documents, telephones, codes, clocks, roads, rooms and pages; enumerators; names of
/// policies and services; names in quotation marks and titles.
enum Refusal {
  static func afterNumeral(_ text: Prose, _ numeral: Numeral, _ context: Scanner.Context) -> Int? {
    if let end = Enumerator.end(text, numeral) { return end }
    if numeral.style == .arabic {
      if let end = CodeNumber.end(text, numeral) { return end }
      if let end = TelephoneNumber.end(text, numeral) { return end }
    }
    if text.isAny("乘", before: numeral.start), text.glyph(before: numeral.start - 3).isNumeral {
      return numeral.end
    }
    if let end = DocumentNumber.end(text, numeral) { return end }
    if let end = ClockTime.end(text, numeral) { return end }
    if let end = Pagination.end(text, numeral) ?? RoundTheClock.end(text, numeral)
      ?? PolicyArticles.end(text, numeral)
    {
      return end
    }
    if context.isInTitle { return numeral.end }
    return QuotedName.end(text, numeral, context)
  }
}
