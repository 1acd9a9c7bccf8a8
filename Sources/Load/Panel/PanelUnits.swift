public import Vocabulary

/// Which standard units the levels of an indicator may have in one column of a wide table.
public struct PanelUnits: Sendable {
  private let vocabulary: Vocabulary

  /// Makes the look-up.
  public init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// The standard unit of the indicator's usual unit; nothing where the vocabulary has none.
  public func standardUnit(of indicator: String) -> String? {
    vocabulary.indicator(id: indicator)?.units.first.flatMap(vocabulary.unit(id:))?.standardUnit
  }

  /// Whether a cell is kept. Measure words (个 家 所) count the same things and may stand in one column; units of other
  /// dimensions may not.
  public func accepts(_ cell: PanelCell) -> Bool {
    let parts = CSVCells(cell.row.json)
    guard !cell.isGrowth, let indicator = vocabulary.indicator(id: parts[0]), indicator.dimension != "count",
      let unit = standardUnit(of: parts[0])
    else { return true }
    return parts[1] == unit
  }
}
