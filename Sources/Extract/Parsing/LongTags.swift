import Glibc

/// Finds the attributes of tags of more than 32 kB, which are left out before a page is parsed.
///
/// They are images in data URLs, or an attack: libxml2 takes time that grows with the square of the number of
/// attributes.
struct LongTags {
  static let limit = 32_768
  private let bytes: UnsafeBufferPointer<UInt8>
  /// The next `>` at or behind the last place that was asked for.
  private var nextEnd = -1
  /// Whether a long tag without an end was seen: there is no use in looking again.
  private var isOpen = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The attributes of the tag that begins at `index`, if it is that long. `index` must not fall.
  ///
  /// - Complexity: O(n) over all calls together.
  mutating func attributes(at index: Int) -> Range<Int>? {
    if nextEnd < index { nextEnd = end(from: index) }
    guard nextEnd - index > Self.limit, !isOpen, bytes[index + 1].isLetter else { return nil }
    var start = index + 1
    while start < bytes.count, bytes[start].isLetterOrDigit { start += 1 }
    var quote: UInt8 = 0
    for cursor in start..<bytes.count {
      switch bytes[cursor] {
      case 0x22, 0x27:
        if quote == 0 { quote = bytes[cursor] } else if quote == bytes[cursor] { quote = 0 }
      case 0x3E where quote == 0: return start..<cursor
      default: break
      }
    }
    isOpen = true
    return nil
  }

  private func end(from index: Int) -> Int {
    guard let base = bytes.baseAddress, let hit = memchr(base + index, 0x3E, bytes.count - index) else {
      return bytes.count
    }
    return base.distance(to: hit.assumingMemoryBound(to: UInt8.self))
  }
}
