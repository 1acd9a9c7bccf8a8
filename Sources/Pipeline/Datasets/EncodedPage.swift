internal import Load
internal import Records

/// The rows that one page gives, in the form in which they are sorted and written.
///
/// Encoding is done by the workers, so that the loader only has to put rows in order.
struct EncodedPage: Sendable {
  var documents: [ResourceRow] = []
  var observations: [ResourceRow] = []
  var citations: [ResourceRow] = []
  var quarantined: [ResourceRow] = []
  /// The document as a line of JSON with its text, where it is asked for.
  var texts: [ResourceRow] = []
  var findings: [ResourceRow] = []
  /// Whether the page had a main text.
  var isArticle = false
  /// How many findings of each code it has.
  var findingCounts: [Finding.Code: Int] = [:]

  /// The rows of a page that was read through.
  init(_ document: Document, _ statements: Statements, withText: Bool) {
    documents = [Resource.documents.encode(document)]
    if withText {
      var line: [UInt8] = []
      DocumentLine.append(document, to: &line)
      texts = [ResourceRow(key: documents[0].key, csv: [], json: line)]
    }
    observations = statements.observations.map(Resource.observations.encode)
    citations = statements.citations.map(Resource.citations.encode)
    quarantined = statements.quarantined.map(Resource.quarantine.encode)
    isArticle = document.kind == .article
    add(FindingRow.rows(of: document, and: statements.findings))
  }

  /// The row of a page that could not be read at all.
  init(refused row: FindingRow) {
    add([row])
  }

  private mutating func add(_ rows: [FindingRow]) {
    for row in rows {
      findings.append(Resource.findings.encode(row))
      findingCounts[row.code, default: 0] += 1
    }
  }
}
