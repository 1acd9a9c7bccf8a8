import Records

extension Resource where Row == ObservationRow {
  /// Adds what rows of one figure share.
  ///
  /// - Returns: whether the row can be compared with others at all: it has a region, an indicator of the vocabulary and a
  ///   period.
  static func addGroupKey(_ row: ObservationRow, _ key: inout SortKey) -> Bool {
    let observation = row.observation
    key.add(observation.regionCode)
    key.add(observation.place)
    key.add(observation.indicatorID ?? observation.indicator)
    key.add(observation.measure.rawValue)
    key.add(observation.breakdown)
    key.add(observation.status.rawValue)
    key.add(observation.quantity.standardUnit)
    // What something can do and what is set are other figures than what came about.
    key.add(observation.statusNote.flatMap { [.capacity, .norm].contains($0) ? $0.rawValue : nil })
    key.add(observation.period?.start)
    key.add(observation.period?.end)
    return observation.regionCode != nil && observation.indicatorID != nil && observation.period != nil
  }

  /// Adds what orders the rows of one figure: the one to be preferred comes first.
  static func addRankKey(_ row: ObservationRow, _ key: inout SortKey) {
    let observation = row.observation
    key.add(isNumber(observation.quantity) ? 0 : 1)
    key.add(bestFirst: row.tier)
    key.add(latestFirst: row.published)
    key.add(ExactDecimal.maximumDigits - PrintedNumber(observation).digitCount)
    key.add(observation.documentID)
    key.add(observation.span.start)
    // Beyond what a reader looks for: so that no two rows are equal.
    key.add(observation.span.end)
    key.add(observation.id)
  }

  private static func isNumber(_ quantity: Quantity) -> Bool {
    quantity.value != nil && (quantity.relation == .equal || quantity.relation == .approximate)
  }
}
