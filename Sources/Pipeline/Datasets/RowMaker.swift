internal import Load
internal import Normalize
internal import Records
internal import Vocabulary

/// Makes rows of observations: what the document, the vocabulary and the findings say of them joins them.
struct RowMaker: Sendable {
  private let vocabulary: Vocabulary
  private let units: UnitLookup
  private let corrections: Corrections?
  /// What corrected rows are held against anew.
  private let ranges: RangeCheck?

  init(_ vocabulary: Vocabulary, corrections: Corrections? = nil) {
    (self.vocabulary, self.corrections) = (vocabulary, corrections)
    units = UnitLookup(vocabulary)
    ranges = corrections.map { _ in RangeCheck(vocabulary) }
  }

  /// The rows of a document.
  struct Rows {
    var observations: [ObservationRow] = []
    var quarantined: [QuarantineRow] = []
    /// What corrections did.
    var findings: [Finding] = []
    /// Where the corrections stand in the table that meant a row.
    var usedCorrections: [Int] = []
  }

  /// The rows of a document's statements, in their order. A row that is kept apart and is changed by a correction joins the
  /// observations.
  func rows(of statements: Statements, in document: Document) -> Rows {
    let flags = Self.flags(document.findings + statements.findings)
    var rows = Rows()
    for observation in statements.observations {
      let outcome = correct(row(of: observation, in: document, flags), document, &rows)
      if let row = outcome.row { rows.observations.append(row) }
    }
    for kept in statements.quarantined {
      let outcome = correct(row(of: kept.observation, in: document, flags), document, &rows)
      guard let row = outcome.row else { continue }
      if outcome.isChanged {
        rows.observations.append(row)
      } else {
        rows.quarantined.append(QuarantineRow(row, reason: kept.reason))
      }
    }
    return rows
  }

  private func correct(_ row: ObservationRow, _ document: Document, _ rows: inout Rows) -> Corrections.Outcome
  {
    guard let corrections else { return Corrections.Outcome(row: row) }
    var outcome = corrections.apply(to: row, source: document.source)
    rows.usedCorrections += outcome.used
    for (code, message) in outcome.findings {
      rows.findings.append(Finding(code, message, at: row.observation.quantity.span))
    }
    if outcome.isChanged, let changed = outcome.row { outcome.row = checkedAnew(changed, &rows) }
    return outcome
  }

  /// A corrected row without what was doubted of its old reading, held against the range of its indicator.
  private func checkedAnew(_ row: ObservationRow, _ rows: inout Rows) -> ObservationRow {
    var row = row
    for code in Self.ofOldReading { row.removeFlag(code.rawValue) }
    if let doubt = ranges?.doubt(of: row.observation) {
      row.addFlag(Finding.Code.outOfRange.rawValue)
      let value = row.observation.quantity.standardValue?.description ?? ""
      rows.findings.append(
        Finding(.outOfRange, "corrected to \(value): \(doubt)", at: row.observation.quantity.span))
    }
    if let doubt = dimensionDoubt(of: row.observation) {
      row.addFlag(Finding.Code.unitDimensionMismatch.rawValue)
      rows.findings.append(Finding(.unitDimensionMismatch, doubt, at: row.observation.quantity.span))
    }
    return row
  }

  /// A level that was put to an indicator of another dimension: 吨 are no money.
  private func dimensionDoubt(of observation: Observation) -> String? {
    guard observation.measure == .level, let id = observation.indicatorID,
      let indicator = vocabulary.indicators.first(where: { $0.id == id })
    else { return nil }
    let dimensions = Set(vocabulary.units(written: observation.quantity.unit).map(\.dimension))
    guard !dimensions.isEmpty, !dimensions.contains(indicator.dimension),
      !dimensions.contains(where: { indicator.dimension.hasPrefix($0 + "_per_") })
    else { return nil }
    return "corrected to \(id), which is a matter of \(indicator.dimension), but the unit is "
      + "\"\(observation.quantity.unit)\""
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

  /// What a number was doubted for as it was read: by its size, and beside others of its document.
  private static let ofOldReading: [Finding.Code] = [.outOfRange, .identityViolation, .conflictingValues]

  private static let doubting: Set<Finding.Code> = [
    .outOfRange, .unitDimensionMismatch, .identityViolation, .conflictingValues, .unknownUnit,
    .conversionOverflow,
  ]
}
