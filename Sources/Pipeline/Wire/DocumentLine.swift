internal import Load
internal import Records

/// A document as a line of JSON: what `extract` writes and `normalize` reads.
///
/// Offsets count in the document's `text`, in Unicode scalars.
enum DocumentLine {
  /// Appends the document with its line feed.
  static func append(_ document: Document, to bytes: inout [UInt8]) {
    let map = OffsetMap(document.text)
    var json = JSONWriter(appendingTo: consume bytes)
    json.beginObject()
    appendMetadata(document, to: &json)
    json.key("text")
    json.string(document.text)
    json.key("blocks")
    json.beginArray()
    for block in document.blocks { append(block, map, to: &json) }
    json.endArray()
    json.key("tables")
    json.beginArray()
    for table in document.tables { append(table, map, to: &json) }
    json.endArray()
    json.key("findings")
    json.beginArray()
    for finding in document.findings { append(finding, map, to: &json) }
    json.endArray()
    json.endObject()
    bytes = json.finish()
    bytes.append(UInt8(ascii: "\n"))
  }

  private static func appendMetadata(_ document: Document, to json: inout JSONWriter) {
    json.key("document_id")
    json.string(document.id)
    json.key("source")
    json.string(document.source)
    json.key("kind")
    json.string(document.kind.rawValue)
    json.key("charset")
    json.string(document.charset)
    json.key("title")
    json.string(document.title)
    json.key("published")
    json.string(document.published?.description)
    json.key("author")
    json.string(document.author)
    json.key("publisher")
    json.string(document.publisher)
    json.key("original_url")
    json.string(document.originalURL)
    json.key("region_code")
    json.string(document.regionCode)
    json.key("tier")
    json.string(document.tier?.rawValue)
    appendPolicy(document, to: &json)
  }

  /// What only some pages have; the keys are left out where there is nothing.
  private static func appendPolicy(_ document: Document, to json: inout JSONWriter) {
    if let site = document.site {
      json.key("site")
      json.string(site)
    }
    if let page = document.nextPage {
      json.key("next_page")
      json.string(page)
    }
    if let issuer = document.issuer {
      json.key("issuer")
      json.string(issuer)
    }
    if let number = document.indexNumber {
      json.key("index_number")
      json.string(number)
    }
    if let number = document.documentNumber {
      json.key("document_number")
      json.string(number)
    }
    guard !document.rules.isEmpty else { return }
    json.key("rules")
    json.beginObject()
    for (field, rule) in document.rules.sorted(by: { $0.key < $1.key }) {
      json.key(escaping: field)
      json.string(rule)
    }
    json.endObject()
  }

  private static func append(_ block: Block, _ map: OffsetMap, to json: inout JSONWriter) {
    json.beginObject()
    json.key("kind")
    json.string(block.kind.rawValue)
    json.key("level")
    json.integer(block.level)
    json.span(map.scalars(block.span))
    json.endObject()
  }

  private static func append(_ table: DataTable, _ map: OffsetMap, to json: inout JSONWriter) {
    json.beginObject()
    json.key("caption")
    json.string(table.caption)
    json.key("unit")
    json.string(table.unit)
    json.key("column_count")
    json.integer(table.columnCount)
    json.span(map.scalars(table.span))
    json.key("cells")
    json.beginArray()
    for cell in table.cells { append(cell, map, to: &json) }
    json.endArray()
    json.endObject()
  }

  private static func append(_ cell: DataTable.Cell, _ map: OffsetMap, to json: inout JSONWriter) {
    json.beginObject()
    json.key("row")
    json.integer(cell.row)
    json.key("column")
    json.integer(cell.column)
    json.key("row_span")
    json.integer(cell.rowSpan)
    json.key("column_span")
    json.integer(cell.columnSpan)
    json.key("is_header")
    json.boolean(cell.isHeader)
    json.key("row_path")
    json.strings(cell.rowPath)
    json.key("column_path")
    json.strings(cell.columnPath)
    json.key("unit")
    json.string(cell.unit)
    json.span(map.scalars(cell.span))
    json.endObject()
  }

  private static func append(_ finding: Finding, _ map: OffsetMap, to json: inout JSONWriter) {
    json.beginObject()
    json.key("code")
    json.string(finding.code.rawValue)
    json.key("message")
    json.string(finding.message)
    if let span = finding.span { json.span(map.scalars(span)) }
    json.endObject()
  }
}
