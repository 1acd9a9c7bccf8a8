public import Records

extension Document {
  /// One document of the parts of an article, in their order; nothing where they are not of one article.
  ///
  /// Parts of one article have the same title, do not differ in their dates, and each has a text of its own. The
  /// document has the id, the source and the fields of the first; spans count in the joined text.
  ///
  /// - Complexity: O(n) in the texts.
  public static func joined(_ parts: [Document]) -> Document? {
    guard var whole = parts.first, parts.count > 1, whole.kind == .article, whole.title != nil else {
      return nil
    }
    var texts: Set<String> = [whole.text]
    for part in parts.dropFirst() {
      guard part.kind == .article, part.title == whole.title,
        part.published == nil || part.published == whole.published, texts.insert(part.text).inserted
      else { return nil }
      let offset = whole.text.utf8.count + 1
      func moved(_ span: ByteSpan) -> ByteSpan { ByteSpan(span.start + offset, span.end + offset) }
      whole.text += "\n" + part.text
      whole.blocks += part.blocks.map { Block($0.kind, level: $0.level, span: moved($0.span)) }
      for var table in part.tables {
        table.span = moved(table.span)
        for index in table.cells.indices { table.cells[index].span = moved(table.cells[index].span) }
        whole.tables.append(table)
      }
      whole.findings += part.findings.map { Finding($0.code, $0.message, at: $0.span.map(moved)) }
    }
    whole.rules["text"] = "JoinedPages"
    return whole
  }
}
