internal import Load
internal import Records
internal import Report

extension DocumentNote {
  /// What is known of a document wherever its figures stand.
  init(_ document: Document) {
    self.init(
      title: document.title, source: document.source, published: document.published?.description,
      tier: document.tier?.rawValue)
  }

  /// A row of a figure that carries the note with it, in the place that it has in its table.
  func lend(to row: DocumentRows.Observation) -> ResourceRow {
    var key = SortKey()
    key.add(row.number)
    var csv = CSVWriter()
    for cell in [title, source, published, tier] { csv.text(cell ?? "") }
    return ResourceRow(key: key.bytes, csv: row.record, json: csv.finish())
  }

  /// The note that such a row carries.
  init(lent record: [UInt8]) {
    let cells = TableRow.cells(of: record).map { $0.isEmpty ? nil : $0 }
    precondition(cells.count == 4, "a note is lent as four cells")
    self.init(title: cells[0], source: cells[1] ?? "", published: cells[2], tier: cells[3])
  }
}
