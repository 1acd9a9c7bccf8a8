import Records

/// Tells headings, notes and captions among the lines of a text.
///
/// Reads: `h1` to `h6`; lines that are bold as a whole; numbering by the custom of official writing
///   (GB/T 9704: 一、 then （一） then 1. then （1）; 第一章 above all).
/// Yields: the kind of the block and a heading's level: 1 for 第一章, 2 for 一、 and bold lines, 3 for （一）,
///   4 for 1. where it is bold.
/// Refuses: lines of more than 50 characters, and lines that end as a sentence does.
enum HeadingRules {
  /// What a line is.
  static func kind(_ line: LineTable.Line, _ bytes: ArraySlice<UInt8>) -> (kind: BlockKind, level: Int) {
    if line.headingLevel > 0 { return (.heading, Int(line.headingLevel)) }
    if line.place.contains(.caption) { return (.caption, 0) }
    if noteStarts.contains(where: { bytes.starts(with: $0) }) || startsFootnote(bytes) { return (.note, 0) }
    if line.characters <= 50, let level = headingLevel(line, Array(bytes)) { return (.heading, level) }
    return (line.place.contains(.item) ? .item : .paragraph, 0)
  }

  private static let noteStarts = [
    "注：", "注:", "注 ：", "备注：", "附注：", "资料来源：", "数据来源：", "注释：", "说明：",
  ].map { Array($0.utf8) }

  private static func headingLevel(_ line: LineTable.Line, _ text: [UInt8]) -> Int? {
    if endsSentence(text) { return nil }
    let isBold = line.boldCharacters == line.characters
    if let level = numbering(text) { return level < 4 || isBold ? level : nil }
    let isTitle = isBold && line.marks == 0 && line.characters > line.digits + 1
    return isTitle && !line.place.contains(.cell) ? 2 : nil
  }

  private static let sentenceEnds = ["。", "；", "，", "、", "：", "！", ";", ","].map { Array($0.utf8) }

  private static func endsSentence(_ text: [UInt8]) -> Bool {
    sentenceEnds.contains { text.count >= $0.count && text[(text.count - $0.count)...].elementsEqual($0) }
  }

  /// `[1]`, `［1］`, as the mark of a footnote in front of its text.
  private static func startsFootnote(_ text: ArraySlice<UInt8>) -> Bool {
    for (open, close) in footnoteBrackets where text.starts(with: open) {
      let digits = text.dropFirst(open.count).prefix { $0.isDigit }
      let rest = text[digits.endIndex...]
      return (1...2).contains(digits.count) && rest.starts(with: close) && rest.count > close.count
    }
    return false
  }

  private static let footnoteBrackets = [("[", "]"), ("［", "］"), ("〔", "〕")].map {
    (Array($0.utf8), Array($1.utf8))
  }

  /// Whether a line is as short as a title and no sentence.
  static func canTitle(_ line: LineTable.Line) -> Bool {
    line.characters <= 40 && line.stops == 0 && line.marks == 0
  }

  /// Whether a line can be what a table is called: `表1 …`, `专栏2 …`, a unit note, or a short line in the
  /// middle.
  static func canCaption(_ line: LineTable.Line, _ bytes: ArraySlice<UInt8>) -> Bool {
    guard line.characters <= 60, line.stops == 0 else { return false }
    if UnitNote.afterLabel(bytes) != nil || line.place.contains(.centred) { return true }
    for word in ["表", "附表", "专栏", "图"] where bytes.starts(with: word.utf8) {
      let rest = bytes.dropFirst(word.utf8.count)
      guard let next = rest.first else { return false }
      return next.isDigit || next == 0x20 || rest.starts(with: "：".utf8)
        || ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"].contains { rest.starts(with: $0.utf8) }
    }
    return bytes.suffix(3).elementsEqual("表".utf8)
  }

  /// The level that a line's number gives it.
  static func numbering(_ text: [UInt8]) -> Int? {
    var index = 0
    if text.starts(with: "第".utf8) {
      index = 3
      guard skipNumeral(text, &index) else { return nil }
      for word in ["章", "编", "部分", "篇"] where text[index...].starts(with: word.utf8) { return 1 }
      return text[index...].starts(with: "节".utf8) ? 2 : nil
    }
    for (open, close) in [("（", "）"), ("(", ")")] where text.starts(with: open.utf8) {
      index = open.utf8.count
      guard skipNumeral(text, &index), text[index...].starts(with: close.utf8) else { return nil }
      return 3
    }
    if skipNumeral(text, &index) {
      return text[index...].starts(with: "、".utf8) ? 2 : nil
    }
    while index < text.count, text[index].isDigit { index += 1 }
    guard (1...2).contains(index) else { return nil }
    for mark in [".", "．", "、"] where text[index...].starts(with: mark.utf8) {
      let behind = index + mark.utf8.count
      return behind < text.count && !text[behind].isDigit ? 4 : nil
    }
    return nil
  }

  private static func skipNumeral(_ text: [UInt8], _ index: inout Int) -> Bool {
    let start = index
    let digits = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
    while index - start < 12, digits.contains(where: { text[index...].starts(with: $0.utf8) }) { index += 3 }
    return index > start
  }
}

extension [UInt8] {
  /// Whether the bytes end with a text's.
  func ends(with text: String) -> Bool {
    count >= text.utf8.count && self[(count - text.utf8.count)...].elementsEqual(text.utf8)
  }
}
