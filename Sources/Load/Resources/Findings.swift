public import Records

/// A finding with the page that it was made on, as a row of `findings.csv`.
public struct FindingRow: Hashable, Sendable {
  /// The document; nothing for a file that could not be read.
  public var documentID: String?
  /// The file or URL.
  public var source: String
  /// What sort of doubt it is.
  public var code: Finding.Code
  /// What exactly.
  public var message: String
  /// Where in the document's text, where there is such a place.
  public var span: ScalarSpan?
  /// The characters there.
  public var surface: String?

  /// Makes the row of a finding that has no place in a text.
  public init(documentID: String? = nil, source: String, code: Finding.Code, message: String) {
    self.documentID = documentID
    self.source = source
    self.code = code
    self.message = message
  }

  /// The rows of a document: its own findings, and those that later stages made on it.
  ///
  /// In the order of their places, those without one first. Complexity: linear in the text, and
  /// sorting the findings.
  public static func rows(of document: Document, and later: [Finding] = []) -> [FindingRow] {
    var counter = ScalarCounter(document.text)
    let findings = (document.findings + later).sorted { place($0) < place($1) }
    // Offsets are asked for in rising order of starts, and apart from them of ends.
    let starts = findings.map { $0.span.map { counter.scalars(before: $0.start) } }
    return zip(findings, starts).map { finding, start in
      var row = FindingRow(
        documentID: document.id, source: document.source, code: finding.code, message: finding.message)
      guard let span = finding.span, let start else { return row }
      let text = document.text.utf8
      let first = text.index(text.startIndex, offsetBy: span.start)
      let surface = document.text[first..<text.index(first, offsetBy: span.count)]
      row.span = ScalarSpan(start, start + surface.unicodeScalars.count)
      row.surface = String(surface)
      return row
    }
  }

  private static func place(_ finding: Finding) -> (Int, Int) {
    (finding.span?.start ?? -1, finding.span?.end ?? -1)
  }
}

extension Resource where Row == FindingRow {
  /// One row for each thing that was doubtful or refused.
  public static let findings = Resource(
    name: "findings", title: "Findings", chineseTitle: "存疑记录",
    description: """
      One row for each thing that was doubtful or refused, and is therefore no observation or one with an \
      empty field. Sorted by source, document_id, start, end, code and message, bytewise.
      """,
    columns: columns, foreignKeys: [.document]
  ) { row, key in
    key.add(row.source)
    key.add(row.documentID)
    // Those without a place come first.
    key.add(row.span.map { $0.start + 1 } ?? 0)
    key.add(row.span.map { $0.end + 1 } ?? 0)
    key.add(row.code.rawValue)
    key.add(row.message)
  }

  private static var columns: [Column<FindingRow>] {
    [
      Column(
        Field(
          "document_id", "Document", "文档编号", .string,
          "The document that it was made on; missing for a file that could not be read.")
      ) { .text($0.documentID) },
      Column(
        Field("source", "Source", "来源地址", .string, where: .required, "The file or URL that it was made on.")
      ) { .text($0.source) },
      Column(
        Field(
          "code", "Code", "代码", .string, where: .one(of: Finding.Code.self, required: true),
          "What sort of doubt it is.")
      ) { .code($0.code) },
      Column(
        Field(
          "message", "Message", "说明", .string, where: .required, "What exactly, with the words of the page.")
      ) { .text($0.message) },
      Column(
        Field("text", "Text", "原文", .string, "The characters of the document that it is about.")
      ) { .text($0.surface) },
      Column(
        Field(
          "start", "Start", "起始位置", .integer, where: .offset,
          "Where text starts in the document's text: Unicode scalars before it.")
      ) { .integer($0.span?.start) },
      Column(
        Field(
          "end", "End", "结束位置", .integer, where: .offset,
          "Where text ends in the document's text: Unicode scalars before its end.")
      ) { .integer($0.span?.end) },
    ]
  }
}
