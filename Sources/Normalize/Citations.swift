internal import Records

/// The titles that a text cites between 《 and 》, in order; titles inside a title belong to it.
enum Citations {
  static func read(_ text: Bytes, of document: Document) -> [Citation] {
    var citations: [Citation] = []
    var counter = ScalarCounter(document.text)
    var offset = 0
    while offset < text.count {
      guard text[offset] == 0xE3, text.has("《", at: offset) else {
        offset += 1
        continue
      }
      guard let end = end(text, from: offset) else {
        offset += 3
        continue
      }
      citations.append(
        Citation(
          documentID: document.id, title: text.string(ByteSpan(offset + 3, end - 3)),
          span: counter.span(ByteSpan(offset, end))))
      offset = end
    }
    return citations
  }

  /// Where the title that opens at `start` ends; nothing where the line ends before it.
  private static func end(_ text: Bytes, from start: Int) -> Int? {
    var (offset, depth) = (start, 0)
    while offset < text.count, text[offset] != 0x0A {
      if text.has("《", at: offset) { depth += 1 }
      if text.has("》", at: offset) {
        depth -= 1
        if depth == 0 { return offset + 3 }
      }
      offset += text.width(at: offset)
    }
    return nil
  }
}
