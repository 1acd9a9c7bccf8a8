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
  /// The document's text for the search of reprints; nothing where there is no article.
  var sketch: SketchedDocument?
  /// What the rows name of the dictionaries.
  var use = DictionaryUse()
  /// Where the corrections stand in their table that meant a row.
  var usedCorrections: [Int] = []
  /// Whether the page had a main text.
  var isArticle = false
  /// How many findings of each code it has.
  var findingCounts: [Finding.Code: Int] = [:]

  /// The rows of a page that was read through.
  init(_ document: Document, _ statements: Statements, _ maker: RowMaker, withText: Bool) {
    documents = [Resource.documents.encode(document)]
    if withText {
      var line: [UInt8] = []
      DocumentLine.append(document, to: &line)
      texts = [ResourceRow(key: documents[0].key, csv: [], json: line)]
    }
    let rows = maker.rows(of: statements, in: document)
    use.note(document)
    for row in rows.observations + rows.quarantined.map(\.row) { use.note(row) }
    observations = rows.observations.map(Resource.observations.encode)
    quarantined = rows.quarantined.map(Resource.quarantine.encode)
    usedCorrections = rows.usedCorrections
    citations = statements.citations.map(Resource.citations.encode)
    isArticle = document.kind == .article
    if isArticle { sketch = SketchedDocument(document) }
    add(FindingRow.rows(of: document, and: statements.findings + rows.findings))
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
