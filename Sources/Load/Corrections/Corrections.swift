public import Records
public import Vocabulary

/// The corrections of a table, ready to be applied to rows.
public struct Corrections: Sendable {
  /// The table's name, as findings print it.
  public let file: String
  /// The corrections, in the order of their lines.
  public let all: [Correction]
  private let vocabulary: Vocabulary
  /// Where those stand in `all` whose first condition it is.
  private let byCondition: [Correction.Condition: [Int]]
  /// The columns of first conditions.
  private let columns: [String]

  /// Makes them ready.
  public init(_ corrections: [Correction], file: String, vocabulary: Vocabulary) {
    (all, self.file, self.vocabulary) = (corrections, file, vocabulary)
    var byCondition: [Correction.Condition: [Int]] = [:]
    for (index, correction) in corrections.enumerated() {
      if let first = correction.locator.first { byCondition[first, default: []].append(index) }
    }
    self.byCondition = byCondition
    columns = Set(byCondition.keys.map(\.column)).sorted()
  }

  /// What became of a row.
  public struct Outcome: Sendable {
    /// The row; nothing where it was dropped.
    public var row: ObservationRow?
    /// Where the corrections stand in `all` that meant the row.
    public var used: [Int] = []
    /// Whether a number, a place or a time of it was changed.
    public var isChanged = false
    /// What was done, and what was not because the source has changed.
    public var findings: [(code: Finding.Code, message: String)] = []

    /// Nothing was done with the row.
    public init(row: ObservationRow) { self.row = row }
  }

  /// Applies to a row of the document from `source` what means it.
  public func apply(to row: ObservationRow, source: String) -> Outcome {
    var outcome = Outcome(row: row)
    let meant = columns.flatMap { column in
      byCondition[Correction.Condition(column: column, value: Self.cell(column, of: row, source))] ?? []
    }
    for index in meant.sorted() {
      guard let current = outcome.row else { break }
      apply(index, to: current, source, &outcome)
    }
    return outcome
  }

  private func apply(_ index: Int, to row: ObservationRow, _ source: String, _ outcome: inout Outcome) {
    let correction = all[index]
    guard correction.locator.allSatisfy({ Self.cell($0.column, of: row, source) == $0.value }) else { return }
    outcome.used.append(index)
    let place = "line \(correction.line) of \(file)"
    for condition in correction.expected {
      let found = Self.cell(condition.column, of: row, source)
      guard found != condition.value else { continue }
      outcome.findings.append(
        (
          .correctionOutdated,
          "\(place) expects \(condition.text) and finds \(found): the source has changed, look whether the correction is still needed"
        ))
      return
    }
    switch correction.action {
    case .drop: outcome.row = nil
    case .flag(let flag): outcome.row?.addFlag(flag)
    case .scale(let factor):
      guard let scaled = row.scaled(by: factor, unit: row.unitID.flatMap(vocabulary.unit(id:))) else {
        outcome.findings.append(Self.overflow(place, "scale"))
        return
      }
      outcome.row = scaled
      outcome.row?.addFlag("corrected")
      outcome.isChanged = true
    case .override(let changes):
      guard let changed = row.overridden(by: changes, vocabulary) else {
        outcome.findings.append(Self.overflow(place, "override"))
        return
      }
      outcome.row = changed
      outcome.row?.addFlag("corrected")
      outcome.isChanged = true
    }
    outcome.findings.append(
      (.corrected, "\(place), \(correction.action.name): \(correction.reason) (\(correction.who))"))
  }

  private static func overflow(_ place: String, _ action: String) -> (Finding.Code, String) {
    (
      .conversionOverflow,
      "\(place), \(action): a number would have more than 38 digits; the row stays as it is"
    )
  }

  /// A cell of the row as text; empty where it is missing.
  private static func cell(_ column: String, of row: ObservationRow, _ source: String) -> String {
    if column == "source" { return source }
    return Resource.observations.text(of: column, in: row)
  }
}
