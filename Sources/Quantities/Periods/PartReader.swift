import Records

/// Reads: what is said of a year: 上半年, 第一季度, 前三季度, 首季度, 3月, 1—9月份, 前七个月, 首月, 最后4个月, 第8个月, 6月30日, 6月1日—3日,
/// 6月底, 上旬, 年初, 年末, 全年, 以来.
/// Yields: the moment with its months and days.
/// Refuses: months beyond 12 and days beyond 31.
struct PartReader {
  let text: Prose

  /// `moment` with what follows it, or itself.
  func extend(_ moment: Moment) -> Moment {
    var result = moment
    if moment.months == nil, moment.stretch == nil {
      let at = text.skippingSpaces(moment.end)
      let behind = text.isAny("的", at: at) ? text.skippingSpaces(text.next(at)) : at
      let lunar = LunarDate(text: text, year: moment.year, isStated: moment.basis == .stated)
      if moment.year != nil, let date = lunar.read(at: behind, nil) ?? lunar.feast(at: behind) {
        result = date
        result.rules = moment.rules + date.rules
      } else if let found = read(moment, at: behind) {
        result = found
        result.start = moment.start
      } else if let end = edge(&result, at: moment.end) {
        result.end = end
      }
    } else if moment.months != nil, moment.days == nil {
      result = day(of: moment, at: text.skippingSpaces(moment.end)) ?? firstDays(moment) ?? moment
      if result.days == nil, let end = monthEdge(&result, at: moment.end) { result.end = end }
    }
    result.start = moment.start
    return result
  }

  /// The part at `offset`, of the year of `moment`.
  func read(_ moment: Moment, at offset: Int) -> Moment? {
    var result = moment
    if moment.end == moment.start { result.start = offset }
    if let (months, end) = half(at: offset) ?? quarter(at: offset) ?? counted(at: offset) {
      result.months = months
      result.end = end
      result.rules.append(months.count == 6 ? "HalfYear" : "Quarter")
      return result
    }
    guard let (months, end) = self.months(at: offset) else { return nil }
    result.months = months
    result.end = end
    result.rules.append("Month")
    if months.count == 1 {
      if let day = day(of: result, at: text.skippingSpaces(end)) { return day }
      if let end = monthEdge(&result, at: end) { result.end = end }
    }
    return result
  }

  private func half(at offset: Int) -> (ClosedRange<Int>, Int)? {
    if text.has("上半年", at: offset) { return (1...6, offset + 9) }
    if text.has("下半年", at: offset) { return (7...12, offset + 9) }
    return nil
  }

  /// 第一季度, 1季度, 首季度, 前三季度, 一至三季度.
  private func quarter(at offset: Int) -> (ClosedRange<Int>, Int)? {
    if let end = text.end(ofAny: ["首季度", "首季"], at: offset) { return (1...3, end) }
    let isFirst = text.isAny("前", at: offset)
    var at = isFirst || text.isAny("第", at: offset) ? text.next(offset) : offset
    guard let number = SmallNumber(text, at: at), (1...4).contains(number.value) else { return nil }
    var last = number.value
    at = text.skippingSpaces(number.end)
    if let (next, _) = RangeJoiner.read(text, at: at), let second = SmallNumber(text, at: next),
      (1...4).contains(second.value), second.value > last
    {
      (last, at) = (second.value, text.skippingSpaces(second.end))
    }
    if isFirst, text.isAny("个", at: at) { at = text.next(at) }
    guard let end = text.end(ofAny: ["季度"], at: at) else { return nil }
    let first = isFirst ? 1 : number.value
    return (first * 3 - 2...last * 3, end)
  }

  /// 前七个月, 前两月, 首月, 第8个月, 最后4个月.
  private func counted(at offset: Int) -> (ClosedRange<Int>, Int)? {
    if text.has("首月", at: offset) { return (1...1, offset + 6) }
    guard let start = text.end(ofAny: ["最后", "最後", "前", "第", "头"], at: offset),
      let number = SmallNumber(text, at: text.skippingSpaces(start)), (1...12).contains(number.value)
    else { return nil }
    let at = text.skippingSpaces(number.end)
    let isFront = text.isAny("前头", at: offset)
    guard let end = text.end(ofAny: ["个月", "個月"], at: at) ?? (isFront ? text.end(ofAny: ["月"], at: at) : nil)
    else {
      return nil
    }
    if isFront { return (1...number.value, end) }
    if text.isAny("第", at: offset) { return (number.value...number.value, end) }
    return (13 - number.value...12, end)
  }

  /// 3月, 三月份, 1—9月, 1-五月, 1月—9月 as far as its first end.
  private func months(at offset: Int) -> (ClosedRange<Int>, Int)? {
    guard let first = SmallNumber(text, at: offset), (1...12).contains(first.value), first.count <= 2 else {
      return nil
    }
    var last = first.value
    var at = text.skippingSpaces(first.end)
    if let (next, _) = RangeJoiner.read(text, at: at) {
      guard let second = SmallNumber(text, at: next), (1...12).contains(second.value), second.value > last
      else { return nil }
      (last, at) = (second.value, text.skippingSpaces(second.end))
    }
    guard let end = text.end(ofAny: ["月份", "月"], at: at), !text.isAny("球饼亮嫂薪租供息利均", at: end) else {
      return nil
    }
    return (first.value...last, end)
  }

  /// 30日, 三号, 1—3日 of the month of `moment`.
  func day(of moment: Moment, at offset: Int) -> Moment? {
    guard let months = moment.months, months.count == 1, let first = SmallNumber(text, at: offset),
      (1...31).contains(first.value),
      first.count <= 3
    else { return nil }
    var last = first.value
    var at = text.skippingSpaces(first.end)
    if let (next, _) = RangeJoiner.read(text, at: at), let second = SmallNumber(text, at: next),
      second.count <= 3, second.value > last,
      second.value <= 31, text.isAny("日号號", at: text.skippingSpaces(second.end))
    {
      (last, at) = (second.value, text.skippingSpaces(second.end))
    }
    var result = moment
    result.days = first.value...last
    result.rules.append("DayOfMonth")
    if text.isAny("日号號", at: at) {
      result.end = text.next(at)
      return result
    }
    // 八月十五: written out, with nothing behind that it would count.
    guard !first.isArabic, moment.year != nil, moment.basis == .stated, text.isClauseEnd(first.end) else {
      return nil
    }
    result.end = first.end
    return result
  }

  /// 底 末 初 and the three tens of days.
  private func monthEdge(_ moment: inout Moment, at offset: Int) -> Int? {
    guard let months = moment.months, months.count == 1 else { return nil }
    let at = text.skippingSpaces(offset)
    if text.isAny("底末", at: at) {
      let last = moment.year.map { Day.lastDay($0, months.lowerBound) } ?? 31
      moment.days = last...31
      if moment.year == nil {
        moment.days = (months.lowerBound == 2 ? 28 : Day.lastDay(2001, months.lowerBound))...31
      }
      moment.isInstant = true
      moment.rules.append("PeriodEdge")
      return text.next(at)
    }
    if text.isAny("初", at: at), !text.isAny("步期", at: text.next(at)) {
      moment.days = 1...1
      moment.isInstant = true
      moment.rules.append("PeriodEdge")
      return text.next(at)
    }
    for (word, days) in [("上旬", 1...10), ("中旬", 11...20), ("下旬", 21...31)]
      as [(StaticString, ClosedRange<Int>)]
    where text.has(word, at: at) {
      moment.days = days
      moment.rules.append("TenDays")
      return at + 6
    }
    return nil
  }

  /// 年底 年末 年初 behind a year, 度, 全年.
  private func edge(_ moment: inout Moment, at offset: Int) -> Int? {
    guard moment.year != nil else { return nil }
    if text.isAny("度", at: offset) { return text.next(offset) }
    if text.has("全年", at: offset) { return offset + 6 }
    guard text.isAny("年", before: offset) else { return nil }
    let offset = text.end(ofAny: ["年"], at: offset) ?? offset
    if text.isAny("底末", at: offset), !text.has("末位", at: offset) {
      moment.months = 12...12
      moment.days = 31...31
    } else if text.isAny("初", at: offset), !text.isAny("中步期级", at: text.next(offset)) {
      moment.months = 1...1
      moment.days = 1...1
    } else {
      return nil
    }
    moment.isInstant = true
    moment.rules.append("PeriodEdge")
    return text.next(offset)
  }

  /// 前两天 and 前十日 of a month.
  private func firstDays(_ moment: Moment) -> Moment? {
    guard text.isAny("前", at: moment.end), let number = SmallNumber(text, at: text.next(moment.end)),
      (1...31).contains(number.value),
      text.isAny("天日", at: number.end)
    else { return nil }
    var result = moment
    result.days = 1...number.value
    result.end = text.next(number.end)
    result.rules.append("DayOfMonth")
    return result
  }
}
