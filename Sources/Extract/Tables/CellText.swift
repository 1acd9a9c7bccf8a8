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

  /// Whether it is a value: digits with marks, signs and little else, but no year and nothing of one (2025年目标), and
  /// no class of values (15—59岁, 3000元以下).
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
    return digits > 0 && others <= min(digits, 3) && !isTime && !beginsWithYear && !isClass
  }

  /// Whether it says what the values are of: 0—14岁, 1000元以下, 比1—4月.
  private var isClass: Bool {
    ["岁", "以上", "以下", "以内", "月"].contains { bytes.ends(with: $0) } || bytes.starts(with: "比".utf8)
  }

  private var beginsWithYear: Bool {
    bytes.count > 7 && bytes[..<4].allSatisfy(\.isDigit) && bytes[4...].starts(with: "年".utf8)
  }

  /// Whether it says that there is no value: -, —, …, /.
  var isMissingValue: Bool {
    !isEmpty && bytes.count <= 6
      && ["-", "--", "—", "——", "－", "…", "……", "/", "\\", "*", "·"].contains(string)
  }

  /// Whether it names a period and nothing else, in brackets or not: （2002年）.
  var isTime: Bool {
    guard bytes.first == 0x28 || bytes.starts(with: "（".utf8) else { return isYear }
    var inner = bytes[...]
    for open in ["（", "("] where inner.starts(with: open.utf8) { inner.removeFirst(open.utf8.count) }
    for close in ["）", ")"] where inner.suffix(close.utf8.count).elementsEqual(close.utf8) {
      inner.removeLast(close.utf8.count)
    }
    return !inner.isEmpty && CellText(inner).isYear
  }

  /// Its text where it is a piece of a heading: without the blanks that spread its characters.
  var closed: String {
    var result: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      let joins =
        byte == 0x20 && index + 1 < bytes.count && (result.last ?? 0 >= 0x80 || result.last == 0x23)
        && bytes[index + 1] >= 0x80
      if !joins { result.append(byte) }
    }
    return String(decoding: result, as: UTF8.self)
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
