/// A cell's text and what it looks like.
struct CellText {
  /// The text of its lines, joined by a space where two of them do not close up.
  let bytes: [UInt8]
  /// Whether it is more link than text.
  let isLink: Bool
  /// Whether it has a line of several sentences, or a very long one: it is prose.
  let isLong: Bool

  /// A text by itself.
  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = Array(bytes)
    (isLink, isLong) = (false, false)
  }

  init(_ node: Int, lines: LineTable, nodes: NodeTable) {
    var bytes: [UInt8] = []
    var links = 0
    var characters = 0
    var isLong = false
    for index in lines.lines(of: node, in: nodes) {
      let line = lines.lines[index]
      links += Int(line.linkCharacters)
      characters += Int(line.characters)
      if line.stops >= 2 && line.characters > 120 || line.characters > 400 { isLong = true }
      let next = lines.bytes(of: index)
      if let last = bytes.last, let first = next.first, last < 0x80 || first < 0x80 { bytes.append(0x20) }
      bytes.append(contentsOf: next)
    }
    self.bytes = bytes
    self.isLong = isLong
    isLink = links * 2 > characters
  }

  var string: String { String(decoding: bytes, as: UTF8.self) }
  var isEmpty: Bool { bytes.isEmpty }

  /// Whether it is a value: digits with marks, signs and little else, but no year and nothing of one (2025年目标).
  var isValue: Bool {
    var digits = 0
    var others = 0
    for byte in bytes {
      if byte.isDigit {
        digits += 1
      } else if byte & 0xC0 != 0x80, ![0x2E, 0x2C, 0x2D, 0x2B, 0x25, 0x20, 0x28, 0x29].contains(byte) {
        others += 1
      }
    }
    return digits > 0 && others <= min(digits, 3) && !isYear && !beginsWithYear
  }

  private var beginsWithYear: Bool {
    bytes.count > 7 && bytes[..<4].allSatisfy(\.isDigit) && bytes[4...].starts(with: "年".utf8)
  }

  /// Whether it says that there is no value: -, —, …, /.
  var isMissingValue: Bool {
    !isEmpty && bytes.count <= 6
      && ["-", "--", "—", "——", "－", "…", "……", "/", "\\", "*", "·"].contains(string)
  }

  /// Whether it names a period: 2021, 2021年, 2021年1-6月, 1—3月, 上半年, 一季度.
  var isYear: Bool {
    var index = 0
    var digits = 0
    var hasUnit = false
    while index < bytes.count {
      if bytes[index].isDigit {
        digits += 1
        index += 1
      } else if let mark = Self.periodMarks.first(where: { bytes[index...].starts(with: $0) }) {
        index += mark.count
      } else if let unit = Self.periodUnits.first(where: { bytes[index...].starts(with: $0) }) {
        hasUnit = true
        index += unit.count
      } else {
        return false
      }
    }
    if hasUnit { return true }
    return digits == 4 && bytes.count == 4 && (bytes.starts(with: "19".utf8) || bytes.starts(with: "20".utf8))
  }

  private static let periodMarks: [[UInt8]] = [
    "-", "—", "–", "－", "~", "～", "至", " ", "第", "一", "二", "三", "四", "上", "下",
  ].map {
    Array($0.utf8)
  }
  private static let periodUnits: [[UInt8]] = ["年末", "年底", "半年", "年", "季度", "月末", "月份", "月"].map {
    Array($0.utf8)
  }
}
