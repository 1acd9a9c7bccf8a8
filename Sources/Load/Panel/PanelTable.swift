import Records
public import Vocabulary

/// A wide table: one row a region and period, one column an indicator.
public struct PanelTable {
  /// What the table and its columns are.
  public let schema: TableSchema
  /// Where it lies in the folder of the data: `panel.csv`, `panel/agriculture.csv`.
  public let path: String
  private let columns: [String: Int]
  private var cells: [ArraySlice<UInt8>]
  private var group: ResourceRow?

  /// More columns than this are too many for one table.
  public static let columnLimit = 500

  /// The columns of `observations.csv` that every row begins with.
  static let leadFields = [
    "region_code", "region_name", "region_level", "period", "period_start", "period_end", "freq",
  ].map { Resource.observations.schema.fields[StatedFigure.Column.index($0)] }

  /// Makes the tables for the indicators that have a cell: one, or by category where that had more than `limit` columns.
  public static func tables(
    isGrowth: Bool, indicators: Set<String>, vocabulary: Vocabulary, limit: Int = columnLimit
  ) -> [PanelTable] {
    let name = isGrowth ? "growth" : "panel"
    let ids = indicators.sorted()
    if ids.count + leadFields.count <= limit {
      return [PanelTable(name: name, path: "\(name).csv", isGrowth, ids, vocabulary)]
    }
    let categories = Dictionary(grouping: ids) { vocabulary.indicator(id: $0)?.category ?? "other" }
    return categories.sorted { $0.key < $1.key }.map { category, ids in
      PanelTable(name: "\(name)_\(category)", path: "\(name)/\(category).csv", isGrowth, ids, vocabulary)
    }
  }

  private init(name: String, path: String, _ isGrowth: Bool, _ ids: [String], _ vocabulary: Vocabulary) {
    self.path = path
    columns = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
    cells = Array(repeating: [], count: ids.count)
    schema = TableSchema(
      name: name, title: isGrowth ? "Growth" : "Panel", chineseTitle: isGrowth ? "增长率面板" : "面板数据",
      description: """
        One row for each region and period, one column for each indicator: \
        \(isGrowth ? "preferred rates of change, as fractions of one (0.085 is 8.5 %)" : "preferred levels in the standard unit") \
        that came about, of the whole region. Sorted by region_code, period_start and period_end.
        """,
      fields: Self.leadFields.map(Self.required) + ids.map { Self.field($0, isGrowth, vocabulary) },
      primaryKey: ["region_code", "period"], foreignKeys: [.region])
  }

  private static func required(_ field: Field) -> Field {
    guard ["region_code", "period"].contains(field.name) else { return field }
    return Field(
      field.name, field.title, field.chineseTitle, field.type,
      where: Constraints(required: true, pattern: field.constraints.pattern), concept: field.concept,
      field.description)
  }

  private static func field(_ id: String, _ isGrowth: Bool, _ vocabulary: Vocabulary) -> Field {
    let indicator = vocabulary.indicator(id: id)
    let unit = PanelUnits(vocabulary).standardUnit(of: id)
    let title = indicator?.englishName ?? id
    return Field(
      id, title.isEmpty ? id : title, indicator?.name ?? id, .number,
      isGrowth ? "Its rate of change." : unit.map { "In \($0)." } ?? "In the standard unit of its rows.")
  }

  /// The header record of the CSV, with its line feed.
  public var header: [UInt8] {
    var csv = CSVWriter()
    for field in schema.fields { csv.text(field.name) }
    csv.endRecord()
    return csv.finish()
  }

  /// Takes the next cell of `PanelCell.row`, and gives the record that is whole by then.
  public mutating func take(_ row: ResourceRow) -> [UInt8]? {
    let parts = CSVCells(row.json)
    guard let column = columns[parts[0]] else { return nil }
    let isNew = group.map { !row.isGrouped(with: $0) } ?? true
    let finished = isNew ? finish() : nil
    if isNew { group = row }
    // Of several units the one that is ranked first; see `PanelUnits`.
    if cells[column].isEmpty { cells[column] = parts.bytes(of: 2...2) }
    return finished
  }

  /// Gives the last record; nothing where there is none.
  public mutating func finish() -> [UInt8]? {
    guard let group else { return nil }
    var record = group.csv
    for index in cells.indices {
      record.append(UInt8(ascii: ","))
      record += cells[index]
      cells[index] = []
    }
    record.append(UInt8(ascii: "\n"))
    self.group = nil
    return record
  }
}
