import Records
public import Vocabulary

/// An indicator, as a row of `indicators.csv`.
public struct IndicatorRow: Sendable {
  let id: String
  let name: String
  let indicator: Indicator?
  /// The first unit that it usually stands in.
  let unit: UnitOfMeasure?

  /// The indicators that the data names.
  public static func rows(_ use: DictionaryUse, _ vocabulary: Vocabulary) -> [IndicatorRow] {
    use.indicators.map { id, name in
      let indicator = vocabulary.indicator(id: id)
      return IndicatorRow(
        id: id, name: indicator?.name ?? name, indicator: indicator,
        unit: indicator?.units.first.flatMap(vocabulary.unit(id:)))
    }
  }

  /// What it measures, in a sentence made of the table's columns.
  var definition: String? {
    guard let indicator else { return nil }
    let sort =
      switch indicator.kind {
      case .stock: "What there is at a point in time"
      case .flow: "What happened over the period"
      case .rate: "An amount for each of something"
      case .share: "A part of a whole"
      case .growth: "A change against an earlier time"
      }
    let names =
      indicator.variants.isEmpty ? "" : ", also written \(indicator.variants.joined(separator: "、"))"
    return "\(sort): \(indicator.englishName), \(indicator.name)\(names)."
  }
}

extension Resource where Row == IndicatorRow {
  /// One row for each indicator that the data names.
  public static let indicators = Resource(
    name: "indicators", title: "Indicators", chineseTitle: "指标",
    description: "One row for each indicator of the vocabulary that the data names. Sorted by indicator_id.",
    columns: columns, primaryKey: ["indicator_id"]
  ) { row, key in key.add(row.id) }

  private static var columns: [Column<IndicatorRow>] {
    [
      Column(
        Field(
          "indicator_id", "Indicator id", "指标编号", .string,
          where: Constraints(required: true, pattern: "[A-Za-z_][A-Za-z0-9_]{0,31}"), concept: "INDICATOR",
          "The vocabulary's name: ASCII, at most 32 characters, the name of a column in panel.csv.")
      ) { .text($0.id) },
      Column(Field("name_zh", "Chinese name", "中文名称", .string, where: .required, "What it is called.")) {
        .text($0.name)
      },
      Column(Field("name_en", "English name", "英文名称", .string, "What it is called in English.")) {
        .text($0.indicator?.englishName)
      },
      Column(
        Field(
          "definition", "Definition", "定义", .string,
          "What sort of figure it is, and the ways in which it is written.")
      ) { .text($0.definition) },
      Column(
        Field(
          "kind", "Kind", "类型", .string, where: .one(of: IndicatorKind.self),
          "Whether it is a stock, a flow, a rate, a share or a growth.")
      ) { .code($0.indicator?.kind) },
      Column(
        Field("category", "Category", "类别", .string, "The group that it belongs to.")
      ) { .text($0.indicator?.category) },
      Column(
        Field("dimension", "Dimension", "量纲", .string, "The dimension of the units that it stands in.")
      ) { .text($0.indicator?.dimension) },
      Column(
        Field(
          "standard_unit", "Standard unit", "标准单位", .string, concept: "UNIT_MEASURE",
          "The unit of its levels in panel.csv.")
      ) { .text($0.unit?.standardUnit) },
      Column(
        Field(
          "ucum", "UCUM", "UCUM代码", .string,
          "The code of the unit that it usually stands in, where UCUM has one.")
      ) { .text($0.unit?.ucum) },
      Column(
        Field("qudt", "QUDT", "QUDT标识", .string, "The same in QUDT.")
      ) { .text($0.unit?.qudt) },
    ]
  }
}
