public import Records

extension Document {
  /// Whether documents with the same title and fitting names are parts of one article: none differs from the first in
  /// its date, and each has a text of its own.
  public static func areParts(_ parts: [Document]) -> Bool {
    guard let first = parts.first, first.kind == .article, first.title != nil else { return false }
    var texts: Set<String> = []
    return parts.count > 1
      && parts.allSatisfy { part in
        part.kind == .article && part.title == first.title
          && (part.published == nil || part.published == first.published) && texts.insert(part.text).inserted
      }
  }

  /// One document of the parts of an article, in their order; nothing where they are not of one article.
  ///
  /// It has the source and the fields of the first part and is called `id`; spans count in the joined text.
  ///
  /// - Complexity: O(n) in the texts.
  public static func joined(_ parts: [Document], id: String) -> Document? {
    guard areParts(parts), var whole = parts.first else { return nil }
    whole.id = id
    for part in parts.dropFirst() {
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
    whole.nextPage = parts[parts.count - 1].nextPage
    whole.rules["text"] = "JoinedPages"
    return whole
  }
}
