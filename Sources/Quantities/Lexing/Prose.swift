/// A text in UTF-8 with the glyph of each of its characters.
///
/// Offsets are bytes. It borrows both buffers: it must not outlive the call that made it.
struct Prose {
  let bytes: UnsafeBufferPointer<UInt8>
  let glyphs: UnsafeBufferPointer<UInt8>
  /// A bit for each scalar up to U+FFFF: whether it has a glyph. Small enough for the nearest cache.
  let marks: UnsafeBufferPointer<UInt64>

  @inline(__always) var count: Int { bytes.count }

  /// How many bytes the character has that begins with `first`.
  @inline(__always) static func length(_ first: UInt8) -> Int {
    first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
  }

  /// How many bytes the character at `offset` has.
  @inline(__always) func length(at offset: Int) -> Int { Self.length(bytes[offset]) }

  /// The scalar at `offset`; 0 at the end of the text and beyond.
  @inline(__always) func scalar(at offset: Int) -> UInt32 {
    guard offset < bytes.count else { return 0 }
    let first = UInt32(bytes[offset])
    if first < 0x80 { return first }
    if first < 0xE0 {
      guard offset + 1 < bytes.count else { return 0 }
      return (first & 0x1F) << 6 | UInt32(bytes[offset + 1] & 0x3F)
    }
    guard offset + 2 < bytes.count else { return 0 }
    let three = UInt32(bytes[offset + 1] & 0x3F) << 6 | UInt32(bytes[offset + 2] & 0x3F)
    if first < 0xF0 { return (first & 0x0F) << 12 | three }
    guard offset + 3 < bytes.count else { return 0 }
    return ((first & 0x07) << 12 | three) << 6 | UInt32(bytes[offset + 3] & 0x3F)
  }

  /// The glyph at `offset`.
  @inline(__always) func glyph(at offset: Int) -> Glyph {
    let value = scalar(at: offset)
    return value < 65_536 ? Glyph(rawValue: glyphs[Int(value)] & Glyph.mask) : .other
  }

  /// The first place from `start` on where a character with a glyph stands; the end where none does.
  ///
  /// Nearly all of a text is passed here.
  @inline(__always) func firstGlyph(from start: Int) -> Int {
    var at = start
    while at < bytes.count {
      let first = bytes[at]
      if first < 0x80 {
        if isMarked(UInt32(first)) { return at }
        at += 1
      } else if first >= 0xE0, first < 0xF0, at + 2 < bytes.count {
        let row = UInt32(first & 0x0F) << 6 | UInt32(bytes[at + 1] & 0x3F)
        if marks[Int(row)] &>> UInt64(bytes[at + 2] & 0x3F) & 1 != 0 { return at }
        at += 3
      } else {
        if glyph(at: at) != .other { return at }
        at = next(at)
      }
    }
    return bytes.count
  }

  @inline(__always) private func isMarked(_ scalar: UInt32) -> Bool {
    marks[Int(scalar >> 6)] &>> UInt64(scalar & 0x3F) & 1 != 0
  }

  /// Whether the character at `offset` is Chinese and neither a glyph nor the first one of a unit.
  @inline(__always) func isPlainChinese(at offset: Int) -> Bool {
    let value = scalar(at: offset)
    return value >= 0x3400 && value < 0xA000 && glyphs[Int(value)] == 0
  }

  /// Whether the name of a unit may begin at `offset`.
  @inline(__always) func beginsUnit(at offset: Int) -> Bool {
    let value = scalar(at: offset)
    return value < 65_536 && glyphs[Int(value)] & Glyph.unitBit != 0
  }

  /// Where the character behind the one at `offset` begins.
  @inline(__always) func next(_ offset: Int) -> Int {
    offset < bytes.count ? min(offset + length(at: offset), bytes.count) : bytes.count
  }

  /// Where the character that ends at `offset` begins; 0 at the front.
  @inline(__always) func previous(_ offset: Int) -> Int {
    var at = offset - 1
    while at > 0, bytes[at] & 0xC0 == 0x80 { at -= 1 }
    return max(at, 0)
  }

  /// The scalar that ends at `offset`; 0 at the front.
  @inline(__always) func scalar(before offset: Int) -> UInt32 {
    offset > 0 ? scalar(at: previous(offset)) : 0
  }

  /// The glyph that ends at `offset`.
  @inline(__always) func glyph(before offset: Int) -> Glyph {
    offset > 0 ? glyph(at: previous(offset)) : .other
  }

  /// Whether `word` stands at `offset`.
  @inline(__always) func has(_ word: StaticString, at offset: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    guard offset >= 0, offset + length <= bytes.count else { return false }
    let start = word.utf8Start
    for index in 0..<length where bytes[offset + index] != start[index] { return false }
    return true
  }

  /// Whether `word` ends at `offset`.
  @inline(__always) func has(_ word: StaticString, before offset: Int) -> Bool {
    has(word, at: offset - word.utf8CodeUnitCount)
  }

  /// The end of the first of `words` that stands at `offset`: give the longer ones first.
  func end(ofAny words: [StaticString], at offset: Int) -> Int? {
    for word in words where has(word, at: offset) { return offset + word.utf8CodeUnitCount }
    return nil
  }

  /// The start of the first of `words` that ends at `offset`: give the longer ones first.
  func start(ofAny words: [StaticString], before offset: Int) -> Int? {
    for word in words where has(word, before: offset) { return offset - word.utf8CodeUnitCount }
    return nil
  }

  /// `offset`, or the place behind the spaces that stand there. A line's end and a tab are no spaces.
  @inline(__always) func skippingSpaces(_ offset: Int) -> Int {
    var at = offset
    while at < bytes.count {
      if bytes[at] == 0x20 {
        at += 1
      } else if bytes[at] >= 0xC2, isWideSpace(scalar(at: at)) {
        at = next(at)
      } else {
        break
      }
    }
    return at
  }

  /// `offset`, or the place before the spaces that end there.
  @inline(__always) func skippingSpaces(before offset: Int) -> Int {
    var at = offset
    while at > 0 {
      let start = previous(at)
      guard bytes[start] == 0x20 || isWideSpace(scalar(at: start)) else { break }
      at = start
    }
    return at
  }

  /// No-break, ideographic and thin spaces; soft hyphens and other marks that are not seen.
  @inline(__always) private func isWideSpace(_ scalar: UInt32) -> Bool {
    scalar == 0xA0 || scalar == 0xAD || scalar == 0x200B || scalar == 0xFEFF || scalar == 0x3000
      || (scalar >= 0x2002 && scalar <= 0x200A) || scalar == 0x202F
  }

  /// How many characters lie between two offsets.
  @inline(__always) func characters(_ start: Int, _ end: Int) -> Int {
    var count = 0
    for at in start..<end where bytes[at] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// Whether the character is one of `characters`.
  @inline(__always) func isAny(_ characters: StaticString, at offset: Int) -> Bool {
    guard offset < bytes.count else { return false }
    let wanted = scalar(at: offset)
    let (set, total) = (characters.utf8Start, characters.utf8CodeUnitCount)
    var at = 0
    while at < total {
      let lead = UInt32(set[at])
      if lead < 0x80 {
        if lead == wanted { return true }
        at += 1
      } else if lead < 0xE0 {
        if (lead & 0x1F) << 6 | UInt32(set[at + 1] & 0x3F) == wanted { return true }
        at += 2
      } else {
        precondition(lead < 0xF0, "characters beyond U+FFFF are in no rule")
        if (lead & 0x0F) << 12 | UInt32(set[at + 1] & 0x3F) << 6 | UInt32(set[at + 2] & 0x3F) == wanted {
          return true
        }
        at += 3
      }
    }
    return false
  }

  /// Whether the character that ends at `offset` is one of `characters`.
  @inline(__always) func isAny(_ characters: StaticString, before offset: Int) -> Bool {
    offset > 0 && isAny(characters, at: previous(offset))
  }
}

extension Prose {
  /// Whether the character is a Latin letter, ASCII or full width.
  @inline(__always) func isLatin(at offset: Int) -> Bool { glyph(at: offset) == .latin }

  /// Whether the character that ends at `offset` is a Latin letter.
  @inline(__always) func isLatin(before offset: Int) -> Bool { glyph(before: offset) == .latin }

  /// Whether a clause begins at `offset`: at the front of the text or behind a line's end, a tab or a
  /// mark that parts clauses, spaces left out.
  func isClauseStart(_ offset: Int) -> Bool {
    let at = skippingSpaces(before: offset)
    return at == 0 || isAny("\n\r\t。，,；;：:！!？?、“「『（(【[》\"—…•·*#●■◆-", before: at)
  }

  /// Whether a clause ends at `offset`.
  func isClauseEnd(_ offset: Int) -> Bool {
    let at = skippingSpaces(offset)
    return at >= count || isAny("\n\r\t。，,；;：:！!？?、”」』）)】]\"…", at: at)
  }

  /// Whether `offset` lies at the front of a line or of a table's cell.
  func isCellStart(_ offset: Int) -> Bool {
    let at = skippingSpaces(before: offset)
    return at == 0 || isAny("\n\r\t", before: at)
  }

  /// Whether `offset` lies at the end of a line or of a table's cell.
  func isCellEnd(_ offset: Int) -> Bool {
    let at = skippingSpaces(offset)
    return at >= count || isAny("\n\r\t", at: at)
  }
}
