internal import Load

/// A row of the observations that is not the same in two runs.
struct RowChange {
  /// What became of it.
  enum Kind: String, CaseIterable {
    case new, gone, changed
  }

  /// Why, as far as the two sets tell.
  enum Cause: String, CaseIterable {
    /// A page that the other run did not read.
    case pageAdded = "page added"
    case pageRemoved = "page removed"
    /// The page has other bytes.
    case pageChanged = "page changed"
    /// A correction was made, changed or taken back.
    case correction
    /// The program reads otherwise.
    case ruleChanged = "rule changed"
    /// A table of the vocabulary is another.
    case tableChanged = "table changed"
    /// Other documents state the figure now: only `preferred` differs.
    case otherSources = "other sources"
    case unknown
  }

  let kind: Kind
  let cause: Cause
  /// The page.
  let source: String
  let old: CSVCells?
  let new: CSVCells?
  /// The columns that differ, by their places; for a row that is new or gone none.
  let columns: [Int]
}
