import Records

/// A document as lines of text, for golden files: what it says and where each part is.
enum DocumentRendering {
  static func text(of document: Document) -> String {
    let bytes = Array(document.text.utf8)
    func part(_ span: ByteSpan) -> String { String(decoding: bytes[span.start..<span.end], as: UTF8.self) }
    var lines: [String] = []
    func field(_ name: String, _ value: String?) {
      guard let value else { return }
      let rule = document.rules[name].map { "  (\($0))" } ?? ""
      lines.append("\(name): \(value)\(rule)")
    }
    field("kind", document.kind.rawValue)
    field("charset", document.charset)
    field("title", document.title)
    field("published", document.published?.description)
    field("author", document.author)
    field("publisher", document.publisher)
    field("site", document.site)
    field("original_url", document.originalURL)
    field("issuer", document.issuer)
    field("index_number", document.indexNumber)
    field("document_number", document.documentNumber)
    for finding in document.findings { lines.append("finding: \(finding.code.rawValue): \(finding.message)") }
    for block in document.blocks {
      let level = block.level > 0 ? " \(block.level)" : ""
      lines.append("[\(block.kind.rawValue)\(level)] \(part(block.span))")
    }
    for table in document.tables {
      lines.append(
        "table: \(table.caption ?? "–") | unit \(table.unit ?? "–") | \(table.columnCount) columns")
      for cell in table.cells where !cell.isHeader {
        let row = cell.rowPath.joined(separator: " > ")
        let column = cell.columnPath.joined(separator: " > ")
        lines.append("  \(row) | \(column) | \(part(cell.span)) | \(cell.unit ?? "–")")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
