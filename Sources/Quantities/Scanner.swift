import Records

/// One pass over one text: stops where a number or a time may begin, reads it, and goes on behind it.
struct Scanner {
  let text: Prose
  let tables: Tables
  let published: Day?
  var annotation: Annotation
  var context = Context()
  /// The place behind a number that was refused.
  var passed = 0

  /// What lies around the place that is read.
  struct Context {
    /// Behind the last opening quotation mark that was not closed.
    var quote: Int?
    /// Whether the place lies between 《 and 》.
    var isInTitle = false
    /// Behind the last quantity or period.
    var taken = 0
  }

  /// Reads the whole text.
  mutating func run() {
    var at = text.firstGlyph(from: 0)
    while at < text.count { at = text.firstGlyph(from: read(text.glyph(at: at), at)) }
  }

  /// Reads what begins at `at` and gives the place to go on from.
  private mutating func read(_ glyph: Glyph, _ at: Int) -> Int {
    if glyph.beginsNumeral { return numeral(at) }
    switch glyph {
    case .ordinal: return ordinal(at)
    case .currency: return currency(at)
    case .era: return period(at) ?? text.next(at)
    case .decimalPoint: return leadingPoint(at)
    case .openQuote: context.quote = text.next(at)
    case .closeQuote: context.quote = nil
    case .openTitle: context.isInTitle = true
    case .closeTitle: context.isInTitle = false
    case .newline:
      context.quote = nil
      context.isInTitle = false
    case .latin: return latin(at)
    case .discount: return halfPrice(at)
    default: break
    }
    return text.next(at)
  }

  private mutating func numeral(_ at: Int) -> Int {
    if let end = period(at) { return end }
    if let end = refused(at) { return end }
    if isWord(at) { return text.next(at) }
    return quantity(at, from: at)
  }

  /// Whether the lone Chinese digit at `at` is a part of a word, by the character behind it: one that
  /// begins no unit and joins nothing to a number. Most 一 of prose are.
  private func isWord(_ at: Int) -> Bool {
    guard text.glyph(at: at).chineseDigit != nil else { return false }
    let next = text.next(at)
    return text.isPlainChinese(at: next) && !text.isAny("又至到比月季世号號而却那这", at: next)
  }

  /// A point with digits behind it and none before: .77.
  private mutating func leadingPoint(_ at: Int) -> Int {
    let next = text.next(at)
    guard text.glyph(at: next).arabicDigit != nil, text.scalar(at: at) == 0x2E,
      !text.isLatin(before: at), text.glyph(before: at) != .decimalPoint,
      text.glyph(before: at).arabicDigit == nil
    else { return next }
    return quantity(at, from: at)
  }

  /// A run of Latin letters: with its digits it is a name (G56, COVID19); a web address is passed whole.
  private mutating func latin(_ at: Int) -> Int {
    var end = at
    var digits = at
    while end < text.count {
      let glyph = text.glyph(at: end)
      guard glyph == .latin || glyph.arabicDigit != nil else { break }
      end = text.next(end)
      if glyph == .latin { digits = end }
    }
    if digits < end {
      // GDP123.4亿元 and GDP8.5%: an amount behind a name. PM2.5 is a name.
      let amount = ArabicLiteral(text, at: digits).end
      let glyph = text.glyph(at: amount)
      if glyph.power ?? 0 >= 3 || text.isAny("%％", at: amount) || BrokenNumber.isAmount(text, amount) {
        return digits
      }
      end = amount
    }
    if text.glyph(before: at).chineseDigit != nil, DigitString.isZeroLetter(text.scalar(at: at)) {
      // 二OO八: what is left of a year that could not be read is no number.
      while text.glyph(at: end).isNumeral { end = text.next(end) }
      return end
    }
    if let money = currencyCode(at) { return money }
    if text.has("://", at: end) || (text.has("www.", at: at)) { return WebAddress.end(text, at) }
    if text.scalar(at: end) == 0x40 { return WebAddress.end(text, at) }
    if end < text.count, text.bytes[end] == 0x2D, text.glyph(at: end + 1).arabicDigit != nil {
      // A hyphen between letters and digits: a code such as GB-2312.
      end += 1
      while text.glyph(at: end).arabicDigit != nil { end = text.next(end) }
    }
    return end
  }

  /// Reads a period and notes it.
  mutating func period(_ at: Int) -> Int? {
    guard PeriodGate.opens(text, at: at, text.glyph(at: at)),
      let found = PeriodReader(text: text, published: published).read(
        at: at, after: annotation.periods)
    else { return nil }
    if let mention = found.mention { annotation.periods.append(mention) }
    context.taken = found.end
    return found.end
  }
}
