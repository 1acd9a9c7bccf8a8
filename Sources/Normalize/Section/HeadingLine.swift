internal import Records
internal import Vocabulary

/// Tells headings by how they are written, whatever the page marked them as.
///
/// Official prose numbers its headings: 一、 above （一） above 1. above （1）. A line without a number is
/// a heading where it is short and ends without a mark.
enum HeadingLine {
  /// The level of a numbered heading, from 2; 1 stands for one without a number.
  static func level(_ text: Bytes, _ span: ByteSpan) -> Int? {
    var offset = span.start
    let isBracketed = text.has("（", at: offset) || text.has("(", at: offset)
    if isBracketed { offset += text.width(at: offset) }
    let start = offset
    while offset < span.end, isChineseDigit(text, offset) { offset += 3 }
    if offset > start {
      if isBracketed { return text.has("）", at: offset) || text.has(")", at: offset) ? 3 : nil }
      if text.has("、", at: offset) || text.has("．", at: offset) || text.has(".", at: offset) { return 2 }
      return nil
    }
    while offset < span.end, text[offset] >= 0x30, text[offset] <= 0x39 { offset += 1 }
    guard offset > start, offset - start <= 2, offset < span.end else { return nil }
    if isBracketed { return text.has("）", at: offset) || text.has(")", at: offset) ? 5 : nil }
    if text.has("、", at: offset) || text.has("．", at: offset) { return 4 }
    if text[offset] == UInt8(ascii: "."), offset + 1 < span.end, !(0x30...0x39).contains(text[offset + 1]) {
      return 4
    }
    return nil
  }

  /// The stretch behind the number of a heading: 耕地63941公顷 of 一、耕地63941公顷.
  static func unnumbered(_ text: Bytes, _ span: ByteSpan) -> ByteSpan {
    guard level(text, span) != nil else { return span }
    var offset = span.start
    while offset < span.end {
      let mark = ["、", "）", ")", "．", "."].first { (mark: StaticString) in text.has(mark, at: offset) }
      offset += text.width(at: offset)
      if mark != nil { return ByteSpan(offset, span.end) }
    }
    return span
  }

  private static func isChineseDigit(_ text: Bytes, _ offset: Int) -> Bool {
    // All of them begin with one of these bytes.
    guard text[offset] == 0xE4 || text[offset] == 0xE5 else { return false }
    guard offset + 2 < text.count else { return false }
    switch (text[offset], text[offset + 1], text[offset + 2]) {
    // 一 七 三 九 二 五 八 六 十 四 by their bytes.
    case (0xE4, 0xB8, 0x80), (0xE4, 0xB8, 0x83), (0xE4, 0xB8, 0x89), (0xE4, 0xB9, 0x9D), (0xE4, 0xBA, 0x8C),
      (0xE4, 0xBA, 0x94), (0xE5, 0x85, 0xAB), (0xE5, 0x85, 0xAD), (0xE5, 0x8D, 0x81), (0xE5, 0x9B, 0x9B):
      return true
    default: return false
    }
  }

  /// Whether a line without a number reads as a heading: 4 to 30 characters and no mark at its end or
  /// a comma inside.
  static func isTitle(_ text: Bytes, _ span: ByteSpan) -> Bool {
    guard span.count >= 12, span.count <= 90 else { return false }
    var offset = span.start
    while offset < span.end {
      if let (mark, count) = Mark.read(text, at: offset) {
        switch mark {
        case .stop, .comma, .semicolon, .colon: return false
        default: offset += count
        }
      } else {
        offset += text.width(at: offset)
      }
    }
    return true
  }

  /// Whether a line says at which meeting the text was given: ——2014年1月8日在县第十六届人民代表大会第三次会议上. Its day
  /// is that of no figure.
  static func isOccasion(_ text: Bytes, _ span: ByteSpan) -> Bool {
    guard span.count <= 240, untilMark(text, span).end == span.end else { return false }
    return ["会议上", "会议上)", "会议上）", "会上", "会上)", "会上）"].contains { (end: StaticString) in
      text.has(end, endingAt: span.end)
    }
  }

  /// Whether a line names a figure or table: 图1：2004—2008年生产总值及增长速度. Its time is that of no sentence.
  static func isFigureCaption(_ text: Bytes, _ span: ByteSpan) -> Bool {
    var offset = span.start
    if text.has("附", at: offset) { offset += 3 }
    guard text.has("图", at: offset) || text.has("表", at: offset), span.count <= 180 else { return false }
    offset += 3
    let start = offset
    while offset < span.end, (0x30...0x39).contains(text[offset]) || isChineseDigit(text, offset) {
      offset += text.width(at: offset)
    }
    guard offset > start, offset < span.end, let (mark, _) = Mark.read(text, at: offset) else { return false }
    return mark != .stop && !text.has("。", endingAt: span.end)
  }

  /// Whether a heading says that goals have been met: “十五”计划主要目标提前一年实现, 各项任务圆满完成, 基本实现了年初目标; but not 圆满完成2014年各项任务,
  /// nor 为提前实现目标而奋斗.
  static func isMet(_ text: Bytes, _ span: ByteSpan) -> Bool {
    let span = text.trimmed(span)
    guard ["实现", "完成", "达到"].contains(where: { (word: StaticString) in text.holds(word, in: span) }) else {
      return false
    }
    for word in ["确保", "力争", "努力", "为", "推动", "全力", "奋力", "坚决", "奋斗", "措施", "保障"] as [StaticString]
    where text.holds(word, in: span) {
      return false
    }
    // 基本实现了年初确定的目标, 各项任务全面完成
    let done: [StaticString] = ["实现了", "完成了", "达到了"]
    if done.contains(where: { text.holds($0, in: span) }) { return true }
    let ends: [StaticString] = ["全面实现", "全面完成", "基本实现", "基本完成", "如期实现", "如期完成", "较好完成"]
    if ends.contains(where: { text.has($0, endingAt: span.end) }) { return true }
    if text.holds("提前", in: span) || text.holds("如期", in: span) {
      return text.holds("实现", in: span) || text.holds("完成", in: span)
    }
    guard ["圆满", "超额", "胜利", "顺利"].contains(where: { (word: StaticString) in text.holds(word, in: span) })
    else { return false }
    return text.has("完成", endingAt: span.end) || text.has("实现", endingAt: span.end)
  }

  /// The measure that a sentence begins: 一是把服务站办到田埂上, up to its first mark.
  static func measure(_ text: Bytes, _ sentence: ByteSpan) -> ByteSpan? {
    item(text, at: sentence.start) == nil ? nil : untilMark(text, sentence)
  }

  /// Where the number of a measure ends that begins at `start`: 一是, 二要.
  @inline(__always)
  static func item(_ text: Bytes, at start: Int) -> Int? {
    guard start < text.count, isChineseDigit(text, start) else { return nil }
    return endOfItem(text, at: start)
  }

  private static func endOfItem(_ text: Bytes, at start: Int) -> Int? {
    var offset = start + 3
    while offset < text.count, isChineseDigit(text, offset) { offset += 3 }
    guard text.has("是", at: offset) || text.has("要", at: offset) else { return nil }
    return offset + 3
  }

  /// The stretch up to the first comma, stop, semicolon or colon.
  static func untilMark(_ text: Bytes, _ span: ByteSpan) -> ByteSpan {
    var offset = span.start
    while offset < span.end {
      if let (mark, count) = Mark.read(text, at: offset) {
        switch mark {
        case .stop, .comma, .semicolon, .colon: return ByteSpan(span.start, offset)
        default: offset += count
        }
      } else {
        offset += text.width(at: offset)
      }
    }
    return ByteSpan(span.start, offset)
  }
}
