import Records
public import Vocabulary

/// A unit, as a row of `units.csv`.
public struct UnitRow: Sendable {
  let id: String
  let surface: String
  let standardUnit: String
  let unit: UnitOfMeasure?

  /// The units that the data names.
  public static func rows(_ use: DictionaryUse, _ vocabulary: Vocabulary) -> [UnitRow] {
    use.units.map { id, used in
      let unit = vocabulary.unit(id: id)
      return UnitRow(
        id: id, surface: unit?.surfaces.first ?? used.surface,
        standardUnit: unit?.standardUnit ?? used.standardUnit,
        unit: unit)
    }
  }
}

extension Resource where Row == UnitRow {
  /// One row for each unit that the data names.
  public static let units = Resource(
    name: "units", title: "Units", chineseTitle: "计量单位",
    description: "One row for each unit of the vocabulary that the data names. Sorted by unit_id.",
    columns: columns, primaryKey: ["unit_id"]
  ) { row, key in key.add(row.id) }

  private static var columns: [Column<UnitRow>] {
    [
      Column(
        Field(
          "unit_id", "Unit id", "单位编号", .string, where: .required, concept: "UNIT_MEASURE",
          "The vocabulary's name for it.")
      ) { .text($0.id) },
      Column(Field("name_zh", "Chinese name", "中文名称", .string, "The usual way to write it.")) {
        .text($0.surface)
      },
      Column(
        Field("surfaces", "Surfaces", "写法", .string, "All ways in which it is written, joined by “|”.")
      ) { .text($0.unit?.surfaces.joined(separator: "|")) },
      Column(
        Field(
          "kind", "Kind", "数量类别", .string, where: .one(of: QuantityKind.self),
          "What sort of quantity it measures.")
      ) { .code($0.unit?.kind) },
      Column(Field("dimension", "Dimension", "量纲", .string, "What it measures.")) {
        .text($0.unit?.dimension)
      },
      Column(
        Field(
          "factor_numerator", "Numerator of the factor", "换算分子", .integer,
          "How many standard units it is, above the line: 亩 is 2000/3 m². Missing where it is not converted.")
      ) { .decimal($0.unit?.factor.flatMap { try? ExactDecimal(significand: $0.numerator) }) },
      Column(
        Field("factor_denominator", "Denominator of the factor", "换算分母", .integer, "The same below the line.")
      ) { .decimal($0.unit?.factor.flatMap { try? ExactDecimal(significand: $0.denominator) }) },
      Column(
        Field(
          "standard_unit", "Standard unit", "标准单位", .string,
          "The unit in which values of its dimension are compared.")
      ) { .text($0.standardUnit.isEmpty ? nil : $0.standardUnit) },
      Column(Field("ucum", "UCUM", "UCUM代码", .string, "Its code in UCUM, where there is one.")) {
        .text($0.unit?.ucum)
      },
      Column(Field("qudt", "QUDT", "QUDT标识", .string, "Its identifier in QUDT, where there is one.")) {
        .text($0.unit?.qudt)
      },
    ]
  }
}
