import Records

/// Reads: a short name in quotation marks that begins with its number or holds one: “五个划转”, “三支队伍”, “5个100工程”, “1123”.
/// Yields: nothing; it gives the place behind the number.
/// Refuses: its numbers, but for a quotation that is nothing but a Chinese number and one with a unit
/// of measure (“8.5%”).
enum QuotedName {
  /// The most bytes that such a name has.
  private static let limit = 48

  static func end(_ text: Prose, _ numeral: Numeral, _ context: Scanner.Context) -> Int? {
    guard let open = context.quote, numeral.start - open < limit else { return nil }
    // A set phrase may have been passed together with the mark that closes it.
    guard let close = closing(text, open), numeral.start < close else { return nil }
    if numeral.start == open, numeral.end == close {
      return numeral.glyphs > 1 || numeral.style == .arabic ? close : nil
    }
    let behind = text.skippingSpaces(numeral.end)
    if text.isAny("%％‰", at: behind) { return nil }
    return numeral.style == .arabic && measures(text, behind) ? nil : numeral.end
  }

  private static func measures(_ text: Prose, _ at: Int) -> Bool {
    text.end(ofAny: ["元", "亩", "米", "公里", "吨", "公斤", "度", "小时", "分钟", "天"], at: at) != nil
  }

  /// Where the quotation ends, if it is short and has no clause in it.
  private static func closing(_ text: Prose, _ open: Int) -> Int? {
    var at = open
    while at < text.count, at - open < limit {
      let glyph = text.glyph(at: at)
      if glyph == .closeQuote { return at }
      if glyph == .newline || text.isAny("。；;，,！？", at: at) { return nil }
      at = text.next(at)
    }
    return nil
  }
}
