internal import Records

/// The sentences of a stretch: up to 。 ！ ？ or the end of a line.
struct Sentences {
  private let text: Bytes
  private let end: Int
  private var offset: Int

  init(_ text: Bytes, _ span: ByteSpan) {
    (self.text, offset, end) = (text, span.start, span.end)
  }

  /// Whether the byte begins a mark that ends a sentence: 。 ！ ？ ! ?
  private func mayStop(_ byte: UInt8) -> Bool {
    byte == 0xE3 || byte == 0xEF || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
  }

  /// The next sentence with its closing mark; nothing at the end.
  mutating func next() -> ByteSpan? {
    while offset < end {
      let start = offset
      while offset < end {
        if text[offset] == 0x0A {
          offset += 1
          break
        }
        if mayStop(text[offset]), let (mark, count) = Mark.read(text, at: offset) {
          offset += count
          if mark == .stop {
            while offset < end, let (next, width) = Mark.read(text, at: offset),
              next == .quote || next == .close
            {
              offset += width
            }
            break
          }
        } else {
          offset += text.width(at: offset)
        }
      }
      let span = text.trimmed(ByteSpan(start, min(offset, end)))
      if !span.isEmpty { return span }
    }
    return nil
  }
}
