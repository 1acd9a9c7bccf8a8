/// ASCII, as HTML means it.
extension UInt8 {
  /// Space, tab, line feed, form feed, carriage return.
  var isSpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D && self != 0x0B) }
  var isDigit: Bool { self &- 0x30 < 10 }
  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  var isLetterOrDigit: Bool { isDigit || isLetter }
  /// The small letter of a capital one, everything else as it is.
  var lowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether `word`, in small ASCII letters, stands at `offset` in either case.
  func hasLowercase(_ word: StaticString, at offset: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    guard offset >= 0, offset + length <= count else { return false }
    for index in 0..<length where self[offset + index].lowercased != word.utf8Start[index] {
      return false
    }
    return true
  }

  /// Where `word`, in small ASCII letters, stands first at or after `offset`, in either case.
  ///
  /// - Complexity: O(n · length of the word).
  func firstRange(ofLowercase word: StaticString, from offset: Int) -> Range<Int>? {
    var index = offset
    let first = word.utf8Start[0]
    while index + word.utf8CodeUnitCount <= count {
      if self[index].lowercased == first, hasLowercase(word, at: index) {
        return index..<(index + word.utf8CodeUnitCount)
      }
      index += 1
    }
    return nil
  }
}

extension [UInt8] {
  /// Appends the UTF-8 of a scalar value; the value must be one.
  @inline(__always)
  mutating func append(scalar value: UInt32) {
    if value < 0x80 {
      append(UInt8(truncatingIfNeeded: value))
    } else if value < 0x800 {
      append(UInt8(truncatingIfNeeded: 0xC0 | value >> 6))
      append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
    } else if value < 0x10000 {
      append(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
      append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
      append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
    } else {
      append(UInt8(truncatingIfNeeded: 0xF0 | value >> 18))
      append(UInt8(truncatingIfNeeded: 0x80 | value >> 12 & 0x3F))
      append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
      append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
    }
  }
}
