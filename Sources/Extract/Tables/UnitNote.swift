/// Finds the unit that a caption, a heading or a line beside a table states.
enum UnitNote {
  /// What stands behind 单位： in a line, up to its end, a bracket or a time; `万元、%` as it is.
  static func afterLabel(_ text: ArraySlice<UInt8>) -> String? {
    find(text).map { String(decoding: text[$0.unit], as: UTF8.self) }
  }

  static func afterLabel(_ text: String) -> String? { afterLabel(Array(text.utf8)[...]) }

  /// A line without the unit that it states: `表3 2002年产量` of `表3 2002年产量（单位：吨）`, nothing of `单位：吨`.
  static func rest(_ text: ArraySlice<UInt8>) -> String {
    guard let found = find(text) else { return String(decoding: text, as: UTF8.self) }
    var before = trimmed(text[..<found.label])
    var after = trimmed(text[found.unit.upperBound...])
    for word in ["计量", "金额", "数量"] where Array(before).ends(with: word) { before.removeLast(word.utf8.count) }
    for (open, close) in brackets where Array(before).ends(with: open) {
      before.removeLast(open.utf8.count)
      if after.starts(with: close.utf8) { after.removeFirst(close.utf8.count) }
    }
    return [before, after].map { String(decoding: trimmed($0), as: UTF8.self) }
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  static func rest(_ text: String) -> String { rest(Array(text.utf8)[...]) }

  private static let brackets = [("（", "）"), ("(", ")"), ("（", ")"), ("(", "）"), ("[", "]"), ("【", "】")]

  /// Where the label and the unit behind it stand.
  private static func find(_ text: ArraySlice<UInt8>) -> (label: Int, unit: Range<Int>)? {
    var start = text.startIndex
    while start + 6 < text.endIndex {
      defer { start += 1 }
      guard text[start] == 0xE5, let behind = label(text, start) else { continue }
      var index = behind
      while index < text.endIndex, text[index] == 0x20 { index += 1 }
      guard let colon = text.withUnsafeBufferPointer({ InfoLine.colon($0, index - text.startIndex) }) else {
        continue
      }
      index += colon
      while index < text.endIndex, text[index] == 0x20 { index += 1 }
      var end = index
      while end < text.endIndex, end - index <= 62, !closes(text, end), !beginsTime(text, end) { end += 1 }
      let unit = trimmed(text[index..<end])
      if !unit.isEmpty, unit.count <= 60 { return (start, unit.startIndex..<unit.endIndex) }
    }
    return nil
  }

  /// Whether a blank or a bracket stands there with a number behind it: 单位：万元 2002年, 单位：万元（2002年）.
  private static func beginsTime(_ text: ArraySlice<UInt8>, _ index: Int) -> Bool {
    var behind = index
    while behind < text.endIndex, text[behind] == 0x20 { behind += 1 }
    for open in ["（", "("] where text[behind...].starts(with: open.utf8) { behind += open.utf8.count }
    return behind > index && behind < text.endIndex && text[behind].isDigit
  }

  private static let labels = ["单位", "单 位"].map { Array($0.utf8) }

  /// The place behind 单位, where it stands at `start`.
  private static func label(_ text: ArraySlice<UInt8>, _ start: Int) -> Int? {
    for word in labels where text[start...].starts(with: word) { return start + word.count }
    return nil
  }

  /// The bracketed end of a heading, `亿元` of `绝对数（亿元）`, if `isUnit` knows it; or the sign that it ends
  /// with, `%` of `同比±%`.
  static func ofHeading(_ bytes: [UInt8], isUnit: (String) -> Bool) -> String? {
    inBrackets(bytes, isUnit: isUnit) ?? ["%", "％", "‰"].first { bytes.ends(with: $0) }
  }

  /// The bracketed end of a heading or caption alone.
  static func inBrackets(_ bytes: [UInt8], isUnit: (String) -> Bool) -> String? {
    for (open, close) in brackets[..<4] where bytes.ends(with: close) {
      let end = bytes.count - close.utf8.count
      var start = end
      let mark = Array(open.utf8)
      while start >= 0, !bytes[start...].starts(with: mark) { start -= 1 }
      guard start >= 0 else { continue }
      let unit = String(decoding: trimmed(bytes[(start + mark.count)..<end]), as: UTF8.self)
      if isUnit(unit) { return unit }
    }
    return nil
  }

  private static func closes(_ text: ArraySlice<UInt8>, _ index: Int) -> Bool {
    text[index] == 0x29 || text[index] == 0x5D || text[index...].starts(with: "）".utf8)
      || text[index...].starts(with: "】".utf8)
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text
    while text.first == 0x20 { text.removeFirst() }
    while text.last == 0x20 { text.removeLast() }
    return text
  }
}
