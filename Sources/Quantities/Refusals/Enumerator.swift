import Records

/// Reads: the mark of a list's item at the start of a clause: 一是, 二要, 一、, （三）, 1., 2、, (1), 第三，, 其一.
/// Yields: nothing; it gives the place behind the number.
/// Refuses: the number in it.
enum Enumerator {
  /// The end of the enumerator whose numeral is `numeral`.
  static func end(_ text: Prose, _ numeral: Numeral) -> Int? {
    let (start, end) = (numeral.start, numeral.end)
    let isSmall = numeral.high == nil && numeral.value.exponent >= 0 && end - start <= 9
    guard isSmall else { return nil }
    if isBracketed(text, start, end) { return text.next(end) }
    if text.isAny("其", before: start), numeral.style != .arabic { return end }
    if isCaption(text, start, end) { return end }
    if numeral.style != .arabic {
      guard
        text.isAny("是要、则曰来.．", at: end) || text.has("方面", at: end) || text.has("个是", at: end)
      else { return nil }
      return text.isClauseStart(start) ? end : nil
    }
    guard text.isAny("、.．)）", at: end), text.isClauseStart(start), text.characters(start, end) <= 3 else {
      return nil
    }
    if text.isAny("、", at: end) { return text.isCellStart(start) || !listFollows(text, end) ? end : nil }
    if text.isAny(".．", at: end) { return text.glyph(at: text.next(end)).arabicDigit == nil ? end : nil }
    return end
  }

  /// （三） and (1), with nothing else between the brackets.
  private static func isBracketed(_ text: Prose, _ start: Int, _ end: Int) -> Bool {
    text.isAny("）)〕]】", at: end) && text.isAny("（(〔[【", before: start)
  }

  /// 表1, 图 2, 注3, 附件4, 专栏5: at the start of a clause, behind 见 and the like, or with no unit behind.
  private static func isCaption(_ text: Prose, _ start: Int, _ end: Int) -> Bool {
    let at = text.skippingSpaces(before: start)
    guard text.isAny("表图注例件栏", before: at), let word = text.start(ofAny: captions, before: at) else {
      return false
    }
    if text.isClauseStart(word) || text.isAny("见如附", before: word) { return true }
    if at - word > 3 { return !text.isAny("份个张页项种条幅", at: text.skippingSpaces(end)) }
    guard text.characters(start, end) <= 2, text.isClauseEnd(end) || text.isPlainChinese(at: end) else {
      return false
    }
    // 代表, 蓝图, 投注, 病例 are other words.
    return !text.isAny("例", before: at) && !text.isAny("代发列报手仪电钟水地蓝意企版绘构试力关备投倾", before: word)
  }

  private static let captions: WordList = ["附表", "附件", "附图", "专栏", "表", "图", "注", "例"]

  /// Whether 1、 goes on as a list of numbers: 1、2、3号.
  private static func listFollows(_ text: Prose, _ end: Int) -> Bool {
    text.glyph(at: text.next(end)).beginsNumeral
  }

  /// 第三，and 第三、 at the start of a clause.
  static func isOrdinal(_ text: Prose, _ start: Int, _ end: Int) -> Bool {
    text.isClauseStart(start) && text.isAny("，,、：:是", at: text.skippingSpaces(end))
  }
}
