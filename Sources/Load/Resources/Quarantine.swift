public import Records

extension Resource where Row == QuarantinedObservation {
  /// One row for each statement of a number that cannot be.
  public static let quarantine = Resource(
    name: "quarantine", title: "Quarantine", chineseTitle: "隔离观测值",
    description: """
      One row for each statement of a number whose value lies beyond what the vocabulary holds possible. It has the columns \
      of observations, where it does not stand, and the reason. Sorted as observations.
      """,
    columns: [reason]
      + Resource<Observation>.columns.map { column in Column(column.field) { column.cell($0.observation) } },
    primaryKey: ["observation_id"], foreignKeys: [.document]
  ) { row, key in Resource<Observation>.addSortKey(row.observation, &key) }

  private static var reason: Column<QuarantinedObservation> {
    Column(
      Field("reason", "Reason", "隔离原因", .string, where: .required, "Why the statement is kept apart.")
    ) { .text($0.reason) }
  }
}
