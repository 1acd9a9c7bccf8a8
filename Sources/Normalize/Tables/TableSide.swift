internal import Records

/// What the rows of one group of columns say of those below them.
struct TableSide {
  private(set) var parts = TableParts()
  private(set) var group: TableGroup
  private(set) var times = TableMonths()
  private var lastRow = -1

  init(group: TableGroup) { self.group = group }

  /// A cell of the row `row` comes; `path` is the row's heading as printed.
  mutating func begin(_ row: Int, _ heading: TableHeading, of path: [String]) {
    guard row != lastRow else { return }
    lastRow = row
    parts.begin(row: heading)
    group.begin(row: heading, of: path)
    times.begin(row: heading)
  }
}
