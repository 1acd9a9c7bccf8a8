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

  /// The row of a cell that is kept, ranked by its unit; nothing where its unit does not belong into the column.
  ///
  /// Growth has no unit, and of an indicator that the vocabulary does not know nobody can tell.
  public func row(of cell: PanelCell) -> ResourceRow? {
    let units = cell.isGrowth ? [] : standardUnits(of: cell.indicatorID)
    if units.isEmpty { return cell.row(unitRank: 0) }
    return units.firstIndex(of: cell.standardUnit).map(cell.row(unitRank:))
  }

  /// The standard units that a column may hold, the indicator's own first. Measure words that the indicator lists (家 个)
  /// count the same things and may stand in one column; of persons, households and visits only the first does.
  private func standardUnits(of id: String) -> [String] {
    guard let indicator = vocabulary.indicator(id: id), let own = standardUnit(of: id) else { return [] }
    guard indicator.dimension == "count" else { return [own] }
    var units: [String] = []
    for unit in indicator.units.compactMap(vocabulary.unit(id:)) where unit.dimension == "count" {
      let isOther = Self.bodies.contains(unit.standardUnit) && units.contains(where: Self.bodies.contains)
      if !isOther { units.append(unit.standardUnit) }
    }
    return units
  }

  /// What counts something of its own: 524 households are not 524 persons.
  private static let bodies: Set<String> = ["person", "household", "person_time"]
}
