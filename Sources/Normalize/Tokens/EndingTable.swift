internal import Records
internal import Vocabulary

/// What names end with, found from a name's end backwards. Most names end with none of them.
struct EndingTable: Sendable {
  private struct Row {
    /// Where its bytes lie.
    var start: Int
    var count: Int
    /// A bit for each class that it has.
    var classes: UInt64
  }

  private var bytes: [UInt8] = []
  /// Those that share a last character lie beside each other.
  private var endings: [Row] = []
  /// By a hash of the last character, where such endings begin; one more marks where the last ends.
  private var starts: [Int32] = []
  private static let slots = 512

  init(_ source: [Ending]) {
    let sorted = source.sorted { Self.slot(of: $0.text) < Self.slot(of: $1.text) }
    starts = Array(repeating: 0, count: Self.slots + 1)
    for ending in sorted {
      let classes = ending.classes.reduce(UInt64(0)) { $0 | Self.bit($1) }
      endings.append(Row(start: bytes.count, count: ending.text.utf8.count, classes: classes))
      bytes += ending.text.utf8
      starts[Self.slot(of: ending.text) + 1] += 1
    }
    for slot in 0..<Self.slots { starts[slot + 1] += starts[slot] }
  }

  /// Whether an ending of the class stands right before `offset`.
  func has(_ endingClass: EndingClass, in text: Bytes, at offset: Int) -> Bool {
    length(endingClass, in: text, at: offset) != nil
  }

  /// How many bytes an ending of the class has that stands right before `offset`.
  func length(_ endingClass: EndingClass, in text: Bytes, at offset: Int) -> Int? {
    let slot = Self.slot(text, offset)
    let (first, last) = (Int(starts[slot]), Int(starts[slot + 1]))
    if first == last { return nil }
    let bit = Self.bit(endingClass)
    for index in first..<last where endings[index].classes & bit != 0 {
      if stands(endings[index], text, offset) { return endings[index].count }
    }
    return nil
  }

  private func stands(_ ending: Row, _ text: Bytes, _ offset: Int) -> Bool {
    guard ending.count <= offset else { return false }
    for index in 0..<ending.count where text[offset - ending.count + index] != bytes[ending.start + index] {
      return false
    }
    return true
  }

  private static func bit(_ endingClass: EndingClass) -> UInt64 {
    switch endingClass {
    case .duration: 1
    case .figure: 2
    case .norm: 4
    case .capacity: 8
    case .planned: 16
    case .institution: 32
    case .division: 64
    case .flow: 128
    case .kind: 256
    case .office: 512
    case .press: 1024
    case .nobody: 2048
    }
  }

  private static func slot(of text: String) -> Int { text.bytes { slot($0, $0.count) } }

  /// By the last three bytes before `offset`: a character of Chinese.
  private static func slot(_ text: Bytes, _ offset: Int) -> Int {
    guard offset >= 3 else { return 0 }
    let last = UInt32(text[offset - 3]) << 16 | UInt32(text[offset - 2]) << 8 | UInt32(text[offset - 1])
    return Int((last &* 0x9E37_79B1) >> 23)
  }
}
