import Records
import Vocabulary

/// The labelled values of a line: 发布时间 2021-03-05, 来源 县统计局, 浏览次数 12.
struct InfoLine {
  /// A label and the bytes of the text that it introduces.
  struct Field {
    var label: PageLabel
    /// The bytes of the label itself.
    var name: Range<Int>
    var value: Range<Int>
    /// Whether a colon stood between the two.
    var hasColon: Bool
  }

  var fields: [Field] = []

  /// Finds the labels of the line `index`.
  ///
  /// A label begins the line or stands behind a space, a mark or the border of an element, and is followed by
  /// a colon, or by the border of the element that holds it, or, where it stands for a date, by a digit. Its value ends where the next label begins, and,
  /// where it has begun, at a gap in the text that the page makes between two elements.
  init(_ index: Int, in lines: LineTable, _ text: UnsafeBufferPointer<UInt8>, labels: Lexicon) {
    let line = lines.lines[index]
    let bytes = UnsafeBufferPointer(rebasing: text[..<Int(line.end)])
    let pieces = lines.pieces[lines.pieces(of: index)]
    // Labels stand in front of a colon, a digit or a border: most lines have none of them.
    guard line.marks > 0 || line.digits > 0 || pieces.count > 1 || line.characters <= 8 else { return }
    let borders = pieces.map { Int($0.start) }
    var cursor = Int(line.start)
    var nextBorder = 0
    while cursor < bytes.count {
      defer { cursor = Self.next(bytes, cursor) }
      while nextBorder < borders.count, borders[nextBorder] < cursor { nextBorder += 1 }
      let isBorder = nextBorder < borders.count && borders[nextBorder] == cursor
      guard isBorder || Self.isSeparated(bytes, cursor, Int(line.start)),
        let match = labels.longestMatch(in: bytes, at: cursor)
      else { continue }
      var value = cursor + match.count
      var hasColon = false
      while value < bytes.count, bytes[value] == 0x20 { value += 1 }
      if let length = Self.colon(bytes, value) {
        hasColon = true
        value += length
      } else if !borders.contains(value), value < bytes.count,
        !(bytes[value].isDigit && PageLabel.allCases[match.payload] == .published)
      {
        continue
      }
      while value < bytes.count, bytes[value] == 0x20 { value += 1 }
      if let last = fields.indices.last { fields[last].value = fields[last].value.lowerBound..<cursor }
      fields.append(
        Field(
          label: PageLabel.allCases[match.payload], name: cursor..<(cursor + match.count),
          value: value..<bytes.count, hasColon: hasColon))
      cursor = max(value - 1, cursor)
    }
    for field in fields.indices {
      let value = fields[field].value
      let limit = borders.first { $0 > value.lowerBound && Self.hasGap(bytes, before: $0) }
      if let limit, limit < value.upperBound { fields[field].value = value.lowerBound..<limit }
      fields[field].value = Self.trimmed(bytes, fields[field].value)
    }
  }

  private static func next(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    var index = index + 1
    while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
    return index
  }

  private static func hasGap(_ bytes: UnsafeBufferPointer<UInt8>, before index: Int) -> Bool {
    index > 0 && (bytes[index - 1] == 0x20 || index < bytes.count && bytes[index] == 0x20)
  }

  /// Whether what stands before `index` is no letter: the start, a space, a mark, a digit.
  private static func isSeparated(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ start: Int
  ) -> Bool {
    guard index > start else { return true }
    if bytes[index - 1] < 0x80 { return !bytes[index - 1].isLetter }
    guard index - 3 >= start else { return false }
    switch (bytes[index - 3], bytes[index - 2], bytes[index - 1]) {
    // 【 】 （ ） ｜ ， 。 ； ：
    case (0xE3, 0x80, 0x90), (0xE3, 0x80, 0x91), (0xEF, 0xBC, 0x88), (0xEF, 0xBC, 0x89), (0xEF, 0xBD, 0x9C),
      (0xEF, 0xBC, 0x8C), (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x9B), (0xEF, 0xBC, 0x9A):
      return true
    default: return false
    }
  }

  static func colon(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
    guard index < bytes.count else { return nil }
    if bytes[index] == 0x3A { return 1 }
    // ： ﹕ ∶
    guard index + 2 < bytes.count else { return nil }
    switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
    case (0xEF, 0xBC, 0x9A), (0xEF, 0xB9, 0x95), (0xE2, 0x88, 0xB6): return 3
    default: return nil
    }
  }

  /// Without spaces, brackets, bars and marks at its ends.
  static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    func isTrimmed(_ at: Int) -> Int? {
      switch bytes[at] {
      case 0x20, 0x28, 0x29, 0x2C, 0x3A, 0x3B, 0x5B, 0x5D, 0x7C: return 1
      case 0xE3, 0xEF:
        guard at + 2 < bytes.count else { return nil }
        switch (bytes[at], bytes[at + 1], bytes[at + 2]) {
        case (0xE3, 0x80, 0x90), (0xE3, 0x80, 0x91), (0xEF, 0xBC, 0x88), (0xEF, 0xBC, 0x89),
          (0xEF, 0xBD, 0x9C),
          (0xEF, 0xBC, 0x8C), (0xEF, 0xBC, 0x9B), (0xEF, 0xBC, 0x9A):
          return 3
        default: return nil
        }
      default: return nil
      }
    }
    while start < end, let length = isTrimmed(start) { start += length }
    while end > start {
      var last = end - 1
      while last > start, bytes[last] & 0xC0 == 0x80 { last -= 1 }
      guard isTrimmed(last) != nil else { break }
      end = last
    }
    return start..<max(start, end)
  }
}
