import Records
public import Vocabulary

/// A place of GB/T 2260, as a row of `regions.csv`.
public struct RegionRow: Sendable {
  let code: String
  let name: String?
  let place: Place?

  /// The places that the data names and those above them; a code has its latest row.
  public static func rows(_ use: DictionaryUse, _ vocabulary: Vocabulary) -> [RegionRow] {
    var codes = Set(use.regions.keys)
    var rows: [RegionRow] = []
    var open = codes.sorted()
    while let code = open.popLast() {
      let place = vocabulary.gazetteer.history(of: code).last
      rows.append(RegionRow(code: code, name: place?.name ?? use.regions[code], place: place))
      for next in [place?.parent, place?.successor].compactMap({ $0 }) where codes.insert(next).inserted {
        open.append(next)
      }
    }
    return rows
  }
}

extension Resource where Row == RegionRow {
  /// One row for each place that the data names.
  public static let regions = Resource(
    name: "regions", title: "Regions", chineseTitle: "行政区划",
    description: """
      One row for each code of GB/T 2260 that the data names, and for those above it and after it. A code that was given \
      up has its last name. Sorted by region_code.
      """,
    columns: columns, primaryKey: ["region_code"],
    foreignKeys: ["parent", "successor"].map {
      ForeignKey(field: $0, resource: "regions", referencedField: "region_code")
    }
  ) { row, key in key.add(row.code) }

  private static var columns: [Column<RegionRow>] {
    [
      Column(
        Field(
          "region_code", "Region code", "行政区划代码", .string,
          where: Constraints(required: true, pattern: "[0-9]{6}"),
          concept: "REF_AREA", "The code of GB/T 2260.")
      ) { .text($0.code) },
      Column(Field("name", "Name", "名称", .string, "Its name in full.")) { .text($0.name) },
      Column(
        Field("short_name", "Short name", "简称", .string, "Its name without its class: 江口.")
      ) { .text($0.place?.shortName) },
      Column(
        Field(
          "region_level", "Level", "行政级别", .string, where: .one(of: RegionLevel.self),
          "Where it stands in the order of places.")
      ) { .text($0.place?.level.rawValue) },
      Column(
        Field(
          "parent", "Parent", "上级代码", .string, where: .regionCode, "The code of the place that it belongs to."
        )
      ) { .text($0.place?.parent) },
      Column(
        Field("first_year", "First year", "起始年", .integer, "The first year in which the code had this name.")
      ) { .integer($0.place?.years.lowerBound) },
      Column(
        Field("last_year", "Last year", "终止年", .integer, "The last such year; missing where it still holds.")
      ) { $0.place.map { $0.isCurrent ? .missing : .integer($0.years.upperBound) } ?? .missing },
      Column(
        Field(
          "successor", "Successor", "现行代码", .string, where: .regionCode,
          "The code that the same place has today, where it is another.")
      ) { .text($0.place?.successor) },
    ]
  }
}
