internal import Records

/// The titles that a text cites between 《 and 》, in order; titles inside a title belong to it.
enum Citations {
  static func read(_ titles: [ByteSpan], in text: Bytes, of document: Document) -> [Citation] {
    if titles.isEmpty { return [] }
    var counter = ScalarCounter(document.text)
    return titles.map { span in
      Citation(
        documentID: document.id, title: text.string(ByteSpan(span.start + 3, span.end - 3)),
        span: counter.span(span))
    }
  }
}
