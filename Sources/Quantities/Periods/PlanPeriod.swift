import Records

/// Reads: the five-year plans, 一五 to 十九五, in quotation marks or before 期间 规划 末 时期: “十四五”期间; 第十四个五年规划.
/// Yields: their years: 2021 to 2025 for 十四五; the last day behind 末.
/// Refuses: 三五 to 十五 without marks and such words: they are numbers too; the numbered plans of other countries.
enum PlanPeriod {
  private static let words: WordList = [
    "期间", "时期", "規劃", "规划", "计划", "末", "初", "以来", "开局", "收官", "中期", "目标", "建设", "发展",
  ]

  private static let otherCountries: WordList = [
    "苏联", "前苏联", "印度", "印度的", "越南", "韩国", "老挝", "尼泊尔", "不丹", "马来西亚", "巴基斯坦", "土耳其", "蒙古国", "埃塞俄比亚",
  ]

  static func read(_ text: Prose, at start: Int) -> Moment? {
    var at = start
    var number = 0
    while at < text.count, at - start < 9 {
      let glyph = text.glyph(at: at)
      if glyph == .ten, number == 0 {
        number = 10
      } else if let digit = glyph.chineseDigit, digit > 0, number == 0 || number == 10, glyph.rawValue < 21 {
        if digit == 5, ends(text, text.next(at)) { break }
        number += digit
      } else {
        break
      }
      at = text.next(at)
    }
    guard number > 0, text.glyph(at: at).chineseDigit == 5 else { return nil }
    let end = text.next(at)
    let isQuoted = text.glyph(before: start) == .openQuote && text.glyph(at: end) == .closeQuote
    let behind = isQuoted ? text.next(end) : end
    guard
      isQuoted || (11...19).contains(number) && !text.glyph(at: end).isNumeral
        || text.end(ofAny: words, at: behind) != nil
    else { return nil }
    return plan(text, number, start, end, behind)
  }

  /// 第十四个五年规划, 第七个五年计划期间.
  static func numbered(_ text: Prose, at start: Int) -> Moment? {
    guard let number = SmallNumber(text, at: text.skippingSpaces(text.next(start))),
      let end = text.end(ofAny: ["个五年规划", "个五年计划"], at: number.end)
    else { return nil }
    // 印度第十二个五年计划: the plans of other countries run over other years.
    if text.start(ofAny: otherCountries, before: start) != nil { return nil }
    return plan(text, number.value, start, end, end)
  }

  /// The plan whose name ends at `end`; what says more of the time stands at `behind`.
  private static func plan(_ text: Prose, _ number: Int, _ start: Int, _ end: Int, _ behind: Int) -> Moment? {
    guard let years = years(number) else { return nil }
    var end = end
    var moment = Moment(start: start, end: end)
    moment.stretch = Period(years: years)
    moment.rules = ["PlanPeriod"]
    if text.isAny("末", at: behind), let last = Day(years.upperBound, 12, 31) {
      moment.stretch = Period(last)
      moment.isInstant = true
      end = text.next(behind)
    } else if let stop = text.end(ofAny: ["期间", "时期"], at: behind) {
      end = stop
    }
    moment.end = end
    return moment
  }

  /// Whether the 五 before `offset` closes the plan's name: 五五 and 十五 have it twice or first.
  private static func ends(_ text: Prose, _ offset: Int) -> Bool { text.glyph(at: offset).chineseDigit != 5 }

  private static func years(_ number: Int) -> ClosedRange<Int>? {
    switch number {
    case 1: 1953...1957
    case 2: 1958...1962
    case 3...19: (1966 + 5 * (number - 3))...(1970 + 5 * (number - 3))
    default: nil
    }
  }
}
