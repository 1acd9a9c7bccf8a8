internal import Records

/// The rows below a numbered one whose heading has a unit are parts of it, and counted in that unit: 一、固定资产投资（亿元）, below it 第一产业;
/// 二、到位资金（亿元）. Only a table that numbers several rows, each with its unit, is built so.
struct TableGroup {
  /// The unit of the group that the row is in.
  private(set) var unit: String?
  private let isOfGroups: Bool

  /// - Parameter rows: the headings of the table's rows, as printed.
  init(_ rows: some Sequence<[String]>, unit: (String) -> String?) {
    let numbered = Set(rows.compactMap(\.first).filter(Self.isNumbered))
    isOfGroups = numbered.count > 1 && numbered.allSatisfy { unit($0) != nil }
  }

  /// A row begins; `path` is its heading as printed.
  mutating func begin(row: TableHeading, of path: [String]) {
    guard isOfGroups, let first = path.first, Self.isNumbered(first) else { return }
    unit = row.unit
  }

  private static func isNumbered(_ heading: String) -> Bool {
    heading.bytes { HeadingLine.level($0, $0.trimmed(ByteSpan(0, $0.count))) != nil }
  }
}
