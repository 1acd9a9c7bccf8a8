internal import Records

extension DocumentLine {
  /// Reads a document back.
  ///
  /// Keys that are not known are passed over.
  ///
  /// - Throws: a `Fault` naming file, line and column, or the field, where the line is no such object,
  ///   lacks its id, source or text, or has a span that does not lie in its text.
  static func read(_ line: WireLine) throws(Fault) -> Document {
    var fields = DocumentFields()
    try line.readObject { (key, cursor) throws(JSONFault) in try fields.read(key, &cursor) }
    return try fields.document(line)
  }
}

/// The fields of a document while they are read; spans are turned when the text is known, whatever the
/// order of the keys.
private struct DocumentFields {
  private var id: String?
  private var source: String?
  private var text: String?
  private var metadata = Document(id: "", source: "")
  private var blocks: [(kind: BlockKind, level: Int, span: WireSpan)] = []
  private var tables: [TableFields] = []
  private var findings: [FindingFields] = []

  mutating func read(_ key: String, _ cursor: inout JSONCursor) throws(JSONFault) {
    switch key {
    case "document_id": id = try cursor.string()
    case "source": source = try cursor.string()
    case "kind": metadata.kind = try cursor.code(PageKind.self)
    case "charset": metadata.charset = try cursor.string()
    case "title": metadata.title = try cursor.optionalString()
    case "published": metadata.published = try cursor.optionalDay()
    case "author": metadata.author = try cursor.optionalString()
    case "publisher": metadata.publisher = try cursor.optionalString()
    case "site": metadata.site = try cursor.optionalString()
    case "original_url": metadata.originalURL = try cursor.optionalString()
    case "region_code": metadata.regionCode = try cursor.optionalString()
    case "tier": metadata.tier = try cursor.optionalCode(Tier.self)
    case "next_page": metadata.nextPage = try cursor.optionalString()
    case "issuer": metadata.issuer = try cursor.optionalString()
    case "index_number": metadata.indexNumber = try cursor.optionalString()
    case "document_number": metadata.documentNumber = try cursor.optionalString()
    case "rules": try readRules(&cursor)
    case "text": text = try cursor.string()
    case "blocks": try readBlocks(&cursor)
    case "tables": try readTables(&cursor)
    case "findings": try readFindings(&cursor)
    default: try cursor.skip()
    }
  }

  private mutating func readRules(_ cursor: inout JSONCursor) throws(JSONFault) {
    var keys = try cursor.beginObject()
    while let field = try cursor.nextKey(&keys) { metadata.rules[field] = try cursor.string() }
  }

  private mutating func readBlocks(_ cursor: inout JSONCursor) throws(JSONFault) {
    try cursor.beginArray()
    while try cursor.nextElement(isFirst: blocks.isEmpty) {
      var (kind, level, span) = (BlockKind.paragraph, 0, WireSpan())
      var keys = try cursor.beginObject()
      while let key = try cursor.nextKey(&keys) {
        switch key {
        case "kind": kind = try cursor.code(BlockKind.self)
        case "level": level = try cursor.integer()
        case "start": span.start = try cursor.integer()
        case "end": span.end = try cursor.integer()
        default: try cursor.skip()
        }
      }
      blocks.append((kind, level, span))
    }
  }

  private mutating func readTables(_ cursor: inout JSONCursor) throws(JSONFault) {
    try cursor.beginArray()
    while try cursor.nextElement(isFirst: tables.isEmpty) { tables.append(try TableFields(&cursor)) }
  }

  private mutating func readFindings(_ cursor: inout JSONCursor) throws(JSONFault) {
    try cursor.beginArray()
    while try cursor.nextElement(isFirst: findings.isEmpty) { findings.append(try FindingFields(&cursor)) }
  }

  func document(_ line: WireLine) throws(Fault) -> Document {
    var document = metadata
    document.id = try line.required(id, "document_id")
    document.source = try line.required(source, "source")
    document.text = try line.required(text, "text")
    let map = OffsetMap(document.text)
    for (index, block) in blocks.enumerated() {
      let span = try block.span.bytes(in: map, "blocks[\(index)]", of: line)
      document.blocks.append(Block(block.kind, level: block.level, span: span))
    }
    for (index, table) in tables.enumerated() {
      document.tables.append(try table.table(map, "tables[\(index)]", line))
    }
    for (index, finding) in findings.enumerated() {
      document.findings.append(try finding.finding(map, "findings[\(index)]", line))
    }
    return document
  }
}

private struct FindingFields {
  private var code: Finding.Code?
  private var message = ""
  private var start: Int?
  private var end: Int?

  init(_ cursor: inout JSONCursor) throws(JSONFault) {
    var keys = try cursor.beginObject()
    while let key = try cursor.nextKey(&keys) {
      switch key {
      case "code": code = try cursor.code(Finding.Code.self)
      case "message": message = try cursor.string()
      case "start": start = try cursor.integer()
      case "end": end = try cursor.integer()
      default: try cursor.skip()
      }
    }
  }

  func finding(_ map: OffsetMap, _ path: String, _ line: WireLine) throws(Fault) -> Finding {
    let code = try line.required(code, "\(path).code")
    guard let start, let end else { return Finding(code, message) }
    return Finding(code, message, at: try WireSpan(start: start, end: end).bytes(in: map, path, of: line))
  }
}
