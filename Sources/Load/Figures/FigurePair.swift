/// Two rows of one figure that contradict each other.
public struct FigurePair: Sendable {
  let first: CSVCells
  let second: CSVCells

  init(_ first: StatedFigure, _ second: StatedFigure) {
    (self.first, self.second) = (first.cells, second.cells)
  }

  /// What both rows share, as columns of a table.
  fileprivate static func shared() -> [Column<FigurePair>] {
    [
      "region_code", "region_name", "place", "indicator_id", "indicator", "measure", "breakdown", "status",
      "period",
      "standard_unit",
    ].map { name in copy(name, as: name, \.first) }
  }

  /// What tells the rows apart, as columns whose names begin with `prefix`.
  fileprivate static func own(
    _ prefix: String, _ title: String, _ chineseTitle: String,
    _ side: @escaping @Sendable (FigurePair) -> CSVCells
  ) -> [Column<FigurePair>] {
    [
      "observation_id", "document_id", "published", "tier", "value", "unit", "standard_value", "text",
      "sentence",
    ].map {
      name in copy(name, as: prefix + name, title: title, chineseTitle: chineseTitle, side)
    }
  }

  /// A column that holds what another holds in `observations.csv`.
  private static func copy(
    _ name: String, as newName: String, title: String = "", chineseTitle: String = "",
    _ side: @escaping @Sendable (FigurePair) -> CSVCells
  ) -> Column<FigurePair> {
    let index = StatedFigure.Column.index(name)
    let field = Resource.observations.schema.fields[index]
    let isKept = field.constraints.isRequired
    let constraints = Constraints(
      required: isKept, values: field.constraints.values, pattern: field.constraints.pattern)
    return Column(
      Field(
        newName, title.isEmpty ? field.title : "\(title): \(field.title)",
        chineseTitle.isEmpty ? field.chineseTitle : "\(chineseTitle)：\(field.chineseTitle)", field.type,
        where: constraints, concept: field.concept, field.description)
    ) { pair in
      let cells = side(pair)
      return cells.isEmpty(index) ? .missing : .text(cells[index])
    }
  }

  fileprivate static func addKey(_ pair: FigurePair, _ key: inout SortKey) {
    for name in [
      "region_code", "place", "indicator_id", "measure", "breakdown", "status", "period", "observation_id",
    ] {
      key.add(pair.first[StatedFigure.Column.index(name)])
    }
    key.add(pair.second[StatedFigure.Column.index("observation_id")])
  }
}

extension Resource where Row == FigurePair {
  /// One row for each row that contradicts the one to be preferred, or what it prints again.
  public static let conflicts = Resource(
    name: "conflicts", title: "Conflicts", chineseTitle: "数据冲突",
    description: """
      One row for each observation of another document that contradicts the preferred one of the same figure beyond what \
      rounding explains, and one for each of a reprint that contradicts its original so: the original's then stands in the \
      place of the preferred one. Sorted by what both share, then by their ids.
      """,
    columns: FigurePair.shared() + FigurePair.own("", "Preferred", "首选", \.first)
      + FigurePair.own("other_", "Other", "另一", \.second),
    primaryKey: ["observation_id", "other_observation_id"],
    foreignKeys: keys("observation_id", "other_observation_id"),
    sortedBy: FigurePair.addKey)

  /// One row for each figure that a later document changes.
  public static let revisions = Resource(
    name: "revisions", title: "Revisions", chineseTitle: "数据修订",
    description: """
      One row for each figure that a document changes beyond what rounding explains, against the next older document of the \
      same tier. Sorted by what both share, then by their ids.
      """,
    columns: FigurePair.shared() + FigurePair.own("old_", "Old", "旧", \.second)
      + FigurePair.own("new_", "New", "新", \.first),
    primaryKey: ["old_observation_id", "new_observation_id"],
    foreignKeys: keys("old_observation_id", "new_observation_id"), sortedBy: FigurePair.addKey)

  private static func keys(_ first: String, _ second: String) -> [ForeignKey] {
    [.region, .indicator]
      + [first, second].map {
        ForeignKey(field: $0, resource: "observations", referencedField: "observation_id")
      }
  }
}
