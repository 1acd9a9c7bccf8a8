/// Applies `CharacterRules` to the bytes of a text node.
enum PieceNormalizer {
  /// A stretch of characters that stay as they are.
  struct Run {
    var start = 0
    var end = 0
    var characters: Int32 = 0
    var digits: Int32 = 0
    var marks: Int32 = 0
    var stops: Int32 = 0
    /// Whether it ends with a stop; nothing where it has closing marks only.
    var endsSentence: Bool?
    /// Whether its first and its last character are set solid with their like.
    var beginsWide = false
    var endsWide = false

    init(from start: Int) {
      self.start = start
      end = start
    }
  }

  /// Appends what becomes of `bytes`, which are UTF-8, to the builder's line.
  ///
  /// - Complexity: O(n).
  static func append(
    _ bytes: UnsafeBufferPointer<UInt8>, row: Int, isPreformatted: Bool, to builder: inout LineBuilder
  ) {
    var index = 0
    while index < bytes.count {
      let run = run(bytes, from: index)
      if run.end > run.start {
        builder.append(run, of: bytes, row: row)
        index = run.end
        continue
      }
      var value = scalar(bytes, &index)
      if value == 0x26 { value = reference(bytes, &index) ?? value }
      switch CharacterRules.action(value) {
      case .keep: builder.append(value, row: row)
      case .drop: break
      case .windows1252:
        let mapped = CharacterRules.windows1252[Int(value) - 0x80]
        if mapped != 0 { builder.append(mapped, row: row) }
      case .space:
        if isPreformatted, builder.gap != .none || value == 0x09 {
          builder.gap = .column
        } else {
          builder.gap = max(builder.gap, value < 0x80 ? .space : .hardSpace)
        }
      case .lineEnd:
        if isPreformatted {
          builder.endLine()
        } else {
          builder.gap = max(builder.gap, .lineEnd)
        }
      }
    }
  }

  /// The characters from `start` on that stay as they are, up to the first that does not.
  private static func run(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Run {
    var run = Run(from: start)
    var index = start
    while index < bytes.count {
      let first = bytes[index]
      // Hanzi from U+4000 to U+9FFF: nearly all of a text.
      if first >= 0xE4, first <= 0xE9, index + 2 < bytes.count {
        if index == start { run.beginsWide = true }
        index += 3
        run.characters += 1
        run.endsSentence = false
        run.endsWide = true
        continue
      }
      var next = index
      let value = scalar(bytes, &next)
      guard value != 0x26, value != 0xFFFD || next - index == 3, CharacterRules.action(value) == .keep else {
        break
      }
      run.endsWide = CharacterRules.isWide(value)
      if index == start { run.beginsWide = run.endsWide }
      run.count(value)
      index = next
    }
    run.end = index
    return run
  }

  /// The scalar at `index`, which is moved behind it.
  @inline(__always)
  private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> UInt32 {
    let first = UInt32(bytes[index])
    let rest = bytes.count - index
    if first < 0x80 {
      index += 1
      return first
    }
    func tail(_ step: Int) -> UInt32 { UInt32(bytes[index + step] & 0x3F) }
    if first >= 0xE0, first < 0xF0, rest >= 3 {
      defer { index += 3 }
      return (first & 0x0F) << 12 | tail(1) << 6 | tail(2)
    }
    if first >= 0xC2, first < 0xE0, rest >= 2 {
      defer { index += 2 }
      return (first & 0x1F) << 6 | tail(1)
    }
    if first >= 0xF0, rest >= 4 {
      defer { index += 4 }
      return (first & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3)
    }
    index += 1
    return 0xFFFD
  }

  /// The value of a named reference whose `&` was just read; `index` is moved behind it.
  private static func reference(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> UInt32? {
    for (name, value) in CharacterRules.references where bytes.hasLowercase(name, at: index) {
      index += name.utf8CodeUnitCount
      if index < bytes.count, bytes[index] == UInt8(ascii: ";") { index += 1 }
      return value
    }
    return nil
  }
}

extension PieceNormalizer.Run {
  /// Counts a character of its own; a closing mark leaves a sentence as it is.
  mutating func count(_ value: UInt32) {
    characters += 1
    switch value {
    case 0x201D, 0x2019, 0xFF09, 0x300D, 0x300F, 0x29: return
    case 0x3002, 0xFF01, 0xFF1F, 0xFF1B:
      endsSentence = true
      marks += 1
      stops += 1
      return
    case 0x2026: endsSentence = true
    case 0x30...0x39:
      digits += 1
      endsSentence = false
    case 0xFF0C, 0x3001, 0xFF1A, 0x2C:
      marks += 1
      endsSentence = false
    default: endsSentence = false
    }
  }
}
