internal import Load
internal import Records
internal import Vocabulary

/// What a line must hold to be a row of a table, and what holds between lines of observations and documents: ids are
/// unique, and documents that are named are there.
struct LoadCheck {
  private let hasDocuments: Bool
  private var documents: Set<String> = []
  /// Ids by their hashes: there may be millions, and two with one hash are less likely than a fault of the memory.
  private var observations: Set<UInt64> = []

  /// Documents are only looked for where there are any.
  init(hasDocuments: Bool) { self.hasDocuments = hasDocuments }

  mutating func add(_ document: Document) { documents.insert(document.id) }

  /// - Throws: a `Fault` that names the line.
  mutating func add(_ row: ObservationRow, _ line: WireLine) throws(Fault) {
    let observation = row.observation
    try Self.check(observation, line)
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in observation.id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    guard observations.insert(hash).inserted else {
      throw line.fault("observation_id", "\(observation.id) stands in a line before")
    }
    guard !hasDocuments || documents.contains(observation.documentID) else {
      throw line.fault("document_id", "\(observation.documentID) is none of the documents")
    }
  }

  /// What the tables cannot do without: whoever wrote the line may be another program.
  private static func check(_ observation: Observation, _ line: WireLine) throws(Fault) {
    for (text, column) in [
      (observation.id, "observation_id"), (observation.documentID, "document_id"),
      (observation.indicator, "indicator"), (observation.surface, "text"),
    ] where text.isEmpty { throw line.fault(column, "is empty") }
    if let code = observation.regionCode, !Configuration.isRegionCode(code) {
      throw line.fault("region_code", "expected six digits, found \"\(code)\"")
    }
    if let id = observation.indicatorID, !Indicator.isColumnName(id) {
      throw line.fault(
        "indicator_id",
        "\"\(id)\" is no name of a column: at most 32 ASCII letters, digits and _, no digit first")
    }
  }
}
