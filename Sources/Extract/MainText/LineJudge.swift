import Vocabulary

/// Judges lines by themselves: how much each speaks for or against being main text.
struct LineJudge: Sendable {
  private let words: PageWords
  private let wholeLines: HashedNames<Boilerplate>

  init(_ words: PageWords) {
    self.words = words
    wholeLines = HashedNames(words.wholeLines.map { (NameHash(of: $0.key).value, $0.value) })
  }

  /// What boilerplate a line is, if any.
  ///
  /// A phrase at the start or by itself counts in lines of up to 200 characters only, and one for a part of
  /// a line in lines of up to 400: an article about 登录 or 版权 is not boilerplate.
  func boilerplate(_ line: LineTable.Line, _ text: UnsafeBufferPointer<UInt8>) -> Boilerplate? {
    guard line.characters <= 400 else { return nil }
    let bytes = UnsafeBufferPointer(rebasing: text[Int(line.start)..<Int(line.end)])
    if PagerLine.matches(bytes) || ControlLine.matches(bytes, words.labels) { return .line }
    let start = Self.skipMarks(bytes)
    if line.characters <= 200, let match = words.lineStarts.longestMatch(in: bytes, at: start) {
      return Boilerplate.allCases[match.payload]
    }
    if line.characters <= 200, start > 0, let match = words.lineStarts.longestMatch(in: bytes, at: 0) {
      return Boilerplate.allCases[match.payload]
    }
    if line.characters <= 14 {
      let end = Self.skipMarksBackwards(bytes, from: start)
      if start < end, let whole = wholeLines[NameHash(of: bytes[start..<end]).value] { return whole }
    }
    var index = 0
    while index < bytes.count {
      if bytes[index] & 0xC0 != 0x80, let match = words.lineParts.longestMatch(in: bytes, at: index) {
        return Boilerplate.allCases[match.payload]
      }
      index += 1
    }
    return nil
  }

  /// Whether a line names the office that answers a letter: 答复单位.
  func beginsAnswer(_ line: LineTable.Line, _ text: [UInt8]) -> Bool {
    guard line.characters <= 80, line.stops == 0 else { return false }
    return text.withUnsafeBufferPointer { text in
      let match = words.labels.longestMatch(in: text, at: Int(line.start))
      return match.map { PageLabel.allCases[$0.payload] == .respondent } ?? false
    }
  }

  /// Whether a title says that something went wrong.
  func isError(_ title: String) -> Bool {
    var title = title
    return title.withUTF8 { bytes in
      if let match = words.lineStarts.longestMatch(in: bytes, at: 0) {
        return Boilerplate.allCases[match.payload] == .error
      }
      return wholeLines[NameHash(of: bytes).value] == .error
    }
  }

  /// How much a line speaks for main text, roughly in characters; below 0 against it.
  ///
  /// - Parameter isData: whether it stands in a cell of a data table.
  func score(_ line: LineTable.Line, _ boilerplate: Boilerplate?, isData: Bool) -> Int {
    if boilerplate != nil { return -20 }
    let characters = Int(line.characters)
    let links = Int(line.linkCharacters)
    if links * 2 > characters { return line.stops > 0 && links > 40 ? -5 : -min(characters + 3, 30) }
    if line.headingLevel > 0 { return 0 }
    let own = characters - links
    // A line that begins with a link and does not end as a sentence does is one of a list.
    if links * 5 > characters, !line.endsSentence { return -5 }
    if line.stops > 0 || line.marks > 1, own >= 12 { return own - links }
    if isData { return links == 0 ? (characters + 1) / 2 : 0 }
    if line.marks > 0, own >= 8 { return own / 2 }
    if own >= 24 { return own / 2 }
    if line.place.contains(.paragraph) { return 1 }
    return -2
  }

  /// Where the first character that is no bracket, arrow or dot stands.
  private static func skipMarks(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var index = 0
    while index < bytes.count {
      let length = markLength(bytes, index)
      if length == 0 { return index }
      index += length
    }
    return 0
  }

  private static func skipMarksBackwards(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var end = bytes.count
    while end > start {
      var index = end - 1
      while index > start, bytes[index] & 0xC0 == 0x80 { index -= 1 }
      if markLength(bytes, index) == 0 { return end }
      end = index
    }
    return end
  }

  /// The length of the mark at `index` that stands around phrases and is no part of them, or 0.
  static func markLength(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    switch bytes[index] {
    case 0x20, 0x23, 0x28, 0x29, 0x2A, 0x2D, 0x3A, 0x3C, 0x3E, 0x5B, 0x5D, 0x7C: return 1
    case 0xC2 where index + 1 < bytes.count:
      return bytes[index + 1] == 0xB7 || bytes[index + 1] == 0xBB ? 2 : 0
    case 0xE2, 0xE3, 0xEF:
      guard index + 2 < bytes.count else { return 0 }
      let value =
        UInt32(bytes[index] & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6
        | UInt32(bytes[index + 2] & 0x3F)
      switch value {
      // Dots, arrows, geometric shapes, corner and lenticular brackets, full width brackets and colons.
      case 0x2014, 0x2022, 0x203A, 0x2190...0x21FF, 0x2500...0x27BF, 0x300A...0x300B, 0x3010...0x3011,
        0xFF08...0xFF09,
        0xFF1A, 0xFF5C, 0xFF1E:
        return 3
      default: return 0
      }
    default: return 0
    }
  }
}
