internal import Load
internal import Normalize
internal import Records
internal import Vocabulary

/// Makes rows of observations: what the document, the vocabulary and the findings say of them joins them.
struct RowMaker: Sendable {
  private let vocabulary: Vocabulary
  private let units: UnitLookup

  init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    units = UnitLookup(vocabulary)
  }

  /// The rows of a document's observations, in their order.
  func rows(of statements: Statements, in document: Document) -> [ObservationRow] {
    let flags = Self.flags(document.findings + statements.findings)
    return statements.observations.map { row(of: $0, in: document, flags) }
  }

  /// The rows of a document's observations that are kept apart.
  func quarantine(of statements: Statements, in document: Document) -> [QuarantineRow] {
    let flags = Self.flags(document.findings + statements.findings)
    return statements.quarantined.map {
      QuarantineRow(row(of: $0.observation, in: document, flags), reason: $0.reason)
    }
  }

  private func row(
    of observation: Observation, in document: Document, _ flags: [ByteSpan: Set<String>]
  ) -> ObservationRow {
    var row = ObservationRow(observation)
    row.regionLevel = regionLevel(observation)
    row.rule = Normalizer.subjectRule(of: observation)
    row.unitID = units.id(of: observation.quantity)
    row.published = document.published
    row.tier = document.tier
    row.flags = flags[observation.quantity.span].map { $0.sorted() } ?? []
    return row
  }

  private func regionLevel(_ observation: Observation) -> RegionLevel? {
    guard let code = observation.regionCode, let place = vocabulary.gazetteer.history(of: code).last else {
      return nil
    }
    return RegionLevel(rawValue: place.level.rawValue)
  }

  /// The codes of findings that doubt a number, by its place.
  private static func flags(_ findings: [Finding]) -> [ByteSpan: Set<String>] {
    var flags: [ByteSpan: Set<String>] = [:]
    for finding in findings where doubting.contains(finding.code) {
      if let span = finding.span { flags[span, default: []].insert(finding.code.rawValue) }
    }
    return flags
  }

  private static let doubting: Set<Finding.Code> = [
    .outOfRange, .unitDimensionMismatch, .identityViolation, .conflictingValues, .unknownUnit,
    .conversionOverflow,
  ]
}
