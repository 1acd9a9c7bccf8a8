internal import Load

/// What a set of datasets is to consist of.
struct DatasetOptions: Sendable {
  /// The formats of the observations; most tables beside them come with CSV.
  var formats: Set<DataFormat> = Set(DataFormat.allCases)
  /// The tables beside the observations that there are rows for.
  var tables: Set<Table> = Set(Table.allCases)
  /// Whether the documents are written with their texts.
  var hasTexts = false
  /// The copies for other tools.
  var copies = TableCopies()
  /// What its makers say of it.
  var about = DatasetDescription()

  /// A table beside the observations.
  enum Table: CaseIterable {
    case documents, citations, findings, quarantine
  }
}
