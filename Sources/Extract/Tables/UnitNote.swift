/// Finds the unit that a caption, a heading or a line beside a table states.
enum UnitNote {
  /// What stands behind 单位： in a line, up to its end or a bracket; `万元、%` as it is.
  static func afterLabel(_ text: ArraySlice<UInt8>) -> String? {
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
      var end = index
      while end < text.endIndex, !closes(text, end) { end += 1 }
      let unit = trimmed(text[index..<end])
      if !unit.isEmpty, unit.count <= 60 { return String(decoding: unit, as: UTF8.self) }
    }
    return nil
  }

  static func afterLabel(_ text: String) -> String? { afterLabel(Array(text.utf8)[...]) }

  private static let labels = ["单位", "单 位"].map { Array($0.utf8) }

  /// The place behind 单位, where it stands at `start`.
  private static func label(_ text: ArraySlice<UInt8>, _ start: Int) -> Int? {
    for word in labels where text[start...].starts(with: word) { return start + word.count }
    return nil
  }

  /// The bracketed end of a heading, `亿元` of `绝对数（亿元）`, if `isUnit` knows it; or the sign that it ends
  /// with, `%` of `同比±%`.
  static func ofHeading(_ bytes: [UInt8], isUnit: (String) -> Bool) -> String? {
    for (open, close) in [("（", "）"), ("(", ")"), ("（", ")"), ("(", "）")] where bytes.ends(with: close) {
      let end = bytes.count - close.utf8.count
      var start = end
      let mark = Array(open.utf8)
      while start >= 0, !bytes[start...].starts(with: mark) { start -= 1 }
      guard start >= 0 else { continue }
      let unit = String(decoding: trimmed(bytes[(start + mark.count)..<end]), as: UTF8.self)
      if isUnit(unit) { return unit }
    }
    return ["%", "％", "‰"].first { bytes.ends(with: $0) }
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
