import Records

/// Reads: what stands around a numeral.
/// Yields: nothing; it gives the place to go on from where the numeral is no quantity.
/// Refuses: numbers of documents, telephones, codes, clocks, roads and rooms; enumerators; names in
/// quotation marks and titles.
enum Refusal {
  static func afterNumeral(_ text: Prose, _ numeral: Numeral, _ context: Scanner.Context) -> Int? {
    if let end = Enumerator.end(text, numeral) { return end }
    if numeral.style == .arabic {
      if let end = CodeNumber.end(text, numeral) { return end }
      if let end = TelephoneNumber.end(text, numeral) { return end }
    }
    if text.isAny("乘", before: numeral.start), text.glyph(before: numeral.start - 3).isNumeral { return numeral.end }
    if let end = DocumentNumber.end(text, numeral) { return end }
    if let end = ClockTime.end(text, numeral) { return end }
    if context.isInTitle { return numeral.end }
    return QuotedName.end(text, numeral, context)
  }
}

/// Reads: a number that is a part of a code: G56, 5A级, 4K, 2.2.1, 1+2+6, 7×24, a number behind a Latin
/// letter or a stroke of a code.
/// Yields: nothing; it gives the place behind the code.
/// Refuses: the number.
enum CodeNumber {
  static func end(_ text: Prose, _ numeral: Numeral) -> Int? {
    let (start, end) = (numeral.start, numeral.end)
    // The number goes on from a code or a number before a point.
    if text.isLatin(before: start), numeral.sharedPower == 0, !text.isAny("%％", at: end) { return end }
    if text.isAny(".．", before: start), text.glyph(before: text.previous(start)).arabicDigit != nil { return end }
    // 1+2+6, “1+N”, 林+2, 7×24: patterns and not sums.
    if text.isAny("+＋×*＊", at: end) || text.isAny("+＋×*＊", before: start) { return end }
    // 2.2.1 and 10..1: an outline's number, an address.
    if text.isAny(".．", at: end), text.isAny(".．", at: text.next(end)) || text.glyph(at: text.next(end)).arabicDigit != nil {
      return runEnd(text, end)
    }
    if text.isAny("AaＡ", at: end), text.isAny("级級A景", at: text.next(end)) { return text.next(end) }
    if text.isAny("GKDgＧＫＤ", at: end), !text.isLatin(at: text.next(end)),
      !text.isAny("GKDgＧＫＤ", at: end) || text.scalar(at: end) != 0x67
    {
      return text.next(end)
    }
    return nil
  }

  /// Behind digits and points that follow each other.
  private static func runEnd(_ text: Prose, _ start: Int) -> Int {
    var at = start
    while text.glyph(at: at).arabicDigit != nil || text.isAny(".．", at: at) { at = text.next(at) }
    return at
  }
}

/// Reads: a telephone number (0856-6621234, 13800138000, 400-810-1234) or an identity number.
/// Yields: nothing; it gives the place behind it.
/// Refuses: its digits.
enum TelephoneNumber {
  static func end(_ text: Prose, _ numeral: Numeral) -> Int? {
    let (start, end) = (numeral.start, numeral.end)
    let digits = text.characters(start, run(text, start))
    if text.isAny("-－—", at: end) {
      let next = text.next(end)
      let behind = run(text, next)
      let count = text.characters(next, behind)
      if (digits == 3 || digits == 4) && (count == 7 || count == 8) { return behind }
      if digits == 3, count == 3 || count == 4, text.isAny("-－", at: behind) { return run(text, text.next(behind)) }
      if isNamed(text, start) { return behind }
    }
    if text.bytes[start] == 0x31, digits == 11, numeral.value.exponent == 0, text.glyph(at: end) != .myriad { return end }
    if digits >= 15, numeral.value.exponent == 0 { return end }
    if isNamed(text, start) { return end }
    return text.bytes[start] == 0x30 && digits >= 3 && numeral.value.exponent == 0 ? end : nil
  }

  private static func run(_ text: Prose, _ start: Int) -> Int {
    var at = start
    while text.glyph(at: at).arabicDigit != nil { at = text.next(at) }
    return at
  }

  private static let names: [StaticString] = [
    "电话：", "电话:", "电话", "热线：", "热线:", "热线", "传真：", "传真:", "手机：", "手机:", "手机号", "邮编：", "邮编:",
    "邮政编码：", "邮政编码:", "编号：", "编号:", "证号：", "证号:", "账号：", "账号:", "QQ：", "QQ:", "号码：", "号码:", "号码",
    "代码：", "代码:", "拨打", "备案号：", "备案号:", "订单号", "序号", "标识码：", "标识码:",
    "浏览次数：", "浏览次数:", "点击数：", "点击数:", "浏览量：", "浏览量:", "阅读：", "阅读:", "浏览：", "浏览:", "点击：", "点击:", "字号：",
  ]

  private static func isNamed(_ text: Prose, _ start: Int) -> Bool {
    text.start(ofAny: names, before: text.skippingSpaces(before: start)) != nil
  }
}

/// Reads: the number of a document, a road, a building, a room, a section: 〔2021〕12号, 12号, 303国道, 3栋, 501室.
/// Yields: nothing; it gives the place behind it.
/// Refuses: the number.
enum DocumentNumber {
  private static let names: [StaticString] = [
    "号", "號", "国道", "省道", "县道", "乡道", "高速", "弄", "巷", "路公交", "路车", "强", "级甲等", "级乙等",
    "等奖", "等功", "等级", "号线", "版", "大道",
  ]

  static func end(_ text: Prose, _ numeral: Numeral) -> Int? {
    if text.isAny("〔﹝", before: numeral.start) { return numeral.end }
    // 3栋2单元 is a place, 186栋 a count.
    if let end = text.end(ofAny: ["栋", "幢", "单元"], at: numeral.end), text.glyph(at: end).isNumeral || text.isAny("号单", at: end) {
      var at = end
      while text.glyph(at: at).isNumeral { at = text.next(at) }
      return text.end(ofAny: ["单元", "号", "室"], at: at) ?? at
    }
    return text.end(ofAny: names, at: numeral.end) ?? room(text, numeral)
  }

  /// 501室 behind 号 or 单元.
  private static func room(_ text: Prose, _ numeral: Numeral) -> Int? {
    guard text.isAny("室", at: numeral.end), numeral.style == .arabic, numeral.end - numeral.start >= 3 else { return nil }
    return text.next(numeral.end)
  }
}

/// Reads: a time of day: 8:30, 8时30分, 十点半, 上午9点, 2时许.
/// Yields: nothing; it gives the place behind it.
/// Refuses: its numbers.
enum ClockTime {
  private static let parts: [StaticString] = [
    "上午", "下午", "凌晨", "早上", "晚上", "中午", "傍晚", "夜间", "清晨", "当晚", "晨", "晚", "早", "时间", "北京时间",
  ]

  static func end(_ text: Prose, _ numeral: Numeral) -> Int? {
    guard numeral.value < ExactDecimal(25), numeral.high == nil else { return nil }
    let end = numeral.end
    let named = text.start(ofAny: parts, before: text.skippingSpaces(before: numeral.start)) != nil
    if text.isAny("时時", at: end), !text.has("时速", at: end) { return minutes(text, text.next(end)) }
    guard text.glyph(at: end) == .point else { return nil }
    let behind = text.next(end)
    if named || text.glyph(at: behind) == .half || text.end(ofAny: ["钟", "整", "许", "左右"], at: behind) != nil
      || text.glyph(at: behind).arabicDigit != nil || isMinutes(text, behind)
    {
      return minutes(text, behind)
    }
    return nil
  }

  private static func isMinutes(_ text: Prose, _ start: Int) -> Bool {
    let end = run(text, start)
    return end != start && text.isAny("分", at: end) && !text.has("分之", at: end)
  }

  private static func minutes(_ text: Prose, _ start: Int) -> Int {
    let end = run(text, start)
    if text.isAny("分", at: end), end != start { return text.next(end) }
    if text.isAny("半", at: start) { return text.next(start) }
    return start
  }

  private static func run(_ text: Prose, _ start: Int) -> Int {
    var at = start
    while text.glyph(at: at).isNumeral, text.glyph(at: at).power ?? 1 == 1 { at = text.next(at) }
    return at
  }
}

/// Reads: a short name in quotation marks that begins with its number or holds one: “五个划转”, “三支队伍”, “5个100工程”, “1123”.
/// Yields: nothing; it gives the place behind the number.
/// Refuses: its numbers, but for a quotation that is nothing but a Chinese number and one with a unit
/// of measure (“8.5%”).
enum QuotedName {
  /// The most bytes that such a name has.
  private static let limit = 48

  static func end(_ text: Prose, _ numeral: Numeral, _ context: Scanner.Context) -> Int? {
    guard let open = context.quote, numeral.start - open < limit else { return nil }
    guard let close = closing(text, open) else { return nil }
    if numeral.start == open, numeral.end == close { return numeral.glyphs > 1 || numeral.style == .arabic ? close : nil }
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

extension Scanner {
  /// The place behind a name with the numeral at `at` in it.
  ///
  /// A quantity that begins where the name does and is longer wins: 三公里 over 三公, 十分之一 over 十分.
  func refused(_ at: Int) -> Int? {
    guard let name = tables.names.match(text, at: at) else { return nil }
    guard name.start == at, let draft = operands.read(at: at) else { return name.end }
    let isLonger = draft.unit != nil ? draft.end > name.end : draft.numeral.end > name.end
    return isLonger || (draft.isComplete && draft.end == name.end) ? nil : name.end
  }
}
