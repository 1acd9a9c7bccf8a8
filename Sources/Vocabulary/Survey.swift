public import Records

/// A census or survey of the whole country and the day that it counted at, as `surveys.tsv` has it.
public struct Survey: Sendable {
  /// Its name: 第七次全国人口普查.
  public let name: String
  /// The day for which it asked.
  public let day: Day

  /// The columns of the table.
  static let columns = ["survey", "day", "note"]

  init(_ row: Table.Row, in table: Table) throws(Fault) {
    guard let day = Day(iso: table.text(row, "day")) else {
      throw table.fault(row, "day", "\"\(table.text(row, "day"))\" is no day such as 2020-11-01")
    }
    self.day = day
    name = table.text(row, "survey")
  }
}
