import Records

/// A figure on its way into a wide table: the level or the growth of an indicator in one region and period.
public struct PanelCell: Sendable {
  /// Whether it belongs into `growth.csv` rather than `panel.csv`.
  public let isGrowth: Bool
  /// The indicator that it is of.
  public let indicatorID: String
  /// The unit that its value is in.
  let standardUnit: String
  private let figure: StatedFigure

  /// Makes the cell of a record of `observations.csv`; nothing where the row is not preferred or is no figure of a panel.
  public init?(published record: CSVCells) {
    guard record[record.count - 1] == "true" else { return nil }
    self.init(StatedFigure(record))
  }

  /// Makes the cell of a preferred row; nothing where the row is no such figure: it came about, is a number of the whole
  /// region, and has a value in a standard unit.
  init?(_ figure: StatedFigure) {
    typealias Column = StatedFigure.Column
    let cells = figure.cells
    isGrowth = cells.holds(Column.measure, "change_rate")
    guard isGrowth || cells.holds(Column.measure, "level"), cells.holds(Column.status, "actual"),
      cells.holds(Column.relation, "eq") || cells.holds(Column.relation, "approx"),
      !cells.holds(Column.statusNote, "capacity"), !cells.holds(Column.statusNote, "norm"),
      cells.isEmpty(Column.place), cells.isEmpty(Column.breakdown)
    else { return nil }
    for column in [
      Column.regionCode, Column.indicatorID, Column.periodStart, Column.standardValue, Column.standardUnit,
    ] where cells.isEmpty(column) { return nil }
    self.figure = figure
    indicatorID = cells[Column.indicatorID]
    standardUnit = cells[Column.standardUnit]
  }

  /// The cell as sorters take it: the CSV is the beginning of its record (`PanelTable.leadFields`), the JSON a record of
  /// indicator, standard unit and value. Of the cells of one place in the table the first by `unitRank`, tier and date is
  /// to be kept.
  func row(unitRank: Int) -> ResourceRow {
    typealias Column = StatedFigure.Column
    let cells = figure.cells
    var key = SortKey()
    key.add(cells[Column.regionCode])
    key.add(cells[Column.periodStart])
    key.add(cells[Column.periodEnd])
    let groupLength = key.bytes.count
    key.add(indicatorID)
    key.add(unitRank)
    key.add(bestFirst: Tier(rawValue: figure.tier))
    key.add(latestFirst: Day(iso: figure.published))
    key.add(standardUnit)
    return ResourceRow(
      key: key.bytes, csv: Self.record(cells, Self.lead),
      json: Self.record(cells, [Column.indicatorID, Column.standardUnit, Column.standardValue]),
      groupLength: groupLength)
  }

  private static let lead = PanelTable.leadFields.map { StatedFigure.Column.index($0.name) }

  private static func record(_ cells: CSVCells, _ columns: [Int]) -> [UInt8] {
    var bytes: [UInt8] = []
    for column in columns {
      if !bytes.isEmpty { bytes.append(UInt8(ascii: ",")) }
      bytes += cells.bytes(of: column...column)
    }
    return bytes
  }
}
