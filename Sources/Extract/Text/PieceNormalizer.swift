/// Applies `CharacterRules` to the bytes of a text node.
enum PieceNormalizer {
  /// Appends what becomes of `bytes`, which are UTF-8, to the builder's line.
  ///
  /// - Complexity: O(n).
  static func append(
    _ bytes: UnsafeBufferPointer<UInt8>, row: Int, isPreformatted: Bool, to builder: inout LineBuilder
  ) {
    var index = 0
    while index < bytes.count {
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
