internal import Records

/// The sentences of a stretch: up to 。 ！ ？ or the end of a line.
struct Sentences {
  private let text: Bytes
  private let end: Int
  private var offset: Int

  init(_ text: Bytes, _ span: ByteSpan) {
    (self.text, offset, end) = (text, span.start, span.end)
  }

  /// The next sentence with its closing mark; nothing at the end.
  mutating func next() -> ByteSpan? {
    while offset < end {
      let start = offset
      while offset < end {
        let byte = text[offset]
        if byte == 0x0A {
          offset += 1
          break
        }
        // No mark begins as most characters do.
        if byte >= 0xE4, byte < 0xEF {
          offset += 3
          continue
        }
        let count = stop(byte)
        if count > 0 {
          offset += count
          while offset < end, let (next, width) = Mark.read(text, at: offset),
            next == .quote || next == .close
          {
            offset += width
          }
          break
        }
        offset += text.width(at: offset)
      }
      let span = text.trimmed(ByteSpan(start, min(offset, end)))
      if !span.isEmpty { return span }
    }
    return nil
  }

  /// How many bytes the mark has that ends a sentence and begins at `offset` with `byte`: 。 ！ ？ ! ?; 0 where there is none.
  @inline(__always)
  private func stop(_ byte: UInt8) -> Int {
    if byte == UInt8(ascii: "!") { return 1 }
    if byte == UInt8(ascii: "?") {
      // 增加值?8.95亿元: what a program put in the place of a character that it could not read.
      let isSpoilt = offset + 1 < end && (0x30...0x39).contains(text[offset + 1])
      return isSpoilt ? 0 : 1
    }
    guard byte == 0xE3 || byte == 0xEF else { return 0 }
    return text.has("。", at: offset) || text.has("！", at: offset) || text.has("？", at: offset) ? 3 : 0
  }
}
