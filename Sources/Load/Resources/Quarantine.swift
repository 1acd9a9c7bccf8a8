/// An observation that is kept apart, as a row of `quarantine.csv`.
public struct QuarantineRow: Sendable {
  /// The observation as it was read.
  public var row: ObservationRow
  /// Why it is kept apart.
  public var reason: String

  /// Makes the row.
  public init(_ row: ObservationRow, reason: String) { (self.row, self.reason) = (row, reason) }
}

extension Resource where Row == QuarantineRow {
  /// One row for each statement of a number that cannot be.
  public static let quarantine = Resource(
    name: "quarantine", title: "Quarantine", chineseTitle: "隔离观测值",
    description: """
      One row for each statement of a number whose value lies beyond what the vocabulary holds possible. It has the columns \
      of observations, where it does not stand, but for preferred, and the reason. Sorted as observations.
      """,
    columns: [reason]
      + Resource<ObservationRow>.columns.map { column in Column(column.field) { column.cell($0.row) } },
    primaryKey: ["observation_id"], foreignKeys: [.document, .region, .indicator, .unit]
  ) { row, key in
    _ = Resource<ObservationRow>.addGroupKey(row.row, &key)
    Resource<ObservationRow>.addRankKey(row.row, &key)
  }

  private static var reason: Column<QuarantineRow> {
    Column(
      Field("reason", "Reason", "隔离原因", .string, where: .required, "Why the statement is kept apart.")
    ) { .text($0.reason) }
  }
}
