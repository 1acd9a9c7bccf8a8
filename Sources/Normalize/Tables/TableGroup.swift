internal import Records

/// The rows below a numbered one whose heading has a unit are parts of it, and counted in that unit: 一、固定资产投资（亿元）, below it 第一产业.
struct TableGroup {
  /// The unit of the group that the row is in.
  private(set) var unit: String?

  /// A row begins; `path` is its heading as printed.
  mutating func begin(row: TableHeading, of path: [String]) {
    let isNumbered =
      path.first?.bytes { bytes in
        HeadingLine.level(bytes, bytes.trimmed(ByteSpan(0, bytes.count))) != nil
      } ?? false
    if isNumbered { unit = row.unit }
  }
}
