internal import Records

/// All columns of one figure: the principal ones in words, the rest as they stand.
struct FigureDetail {
  let terms: Terms

  /// What the head of the detail says already, and what is too long for a list.
  private static let told: Set<String> = [
    "observation_id", "document_id", "indicator", "indicator_id", "value", "unit", "text", "start", "end",
    "measure",
    "status", "rules", "period", "period_basis", "region_name", "region_code", "place", "breakdown",
  ]

  func content(_ figure: Figure, origins: [Templates.Content]) -> Templates.Content {
    let row = figure.row
    return [
      "observation": figure.id, "indicator": figure.indicator,
      "indicatorID": Templates.given(figure.indicatorID),
      "value": Self.value(figure), "unit": row["unit"] ?? "",
      "standard": Templates.given(standard(figure)), "tags": tags(figure),
      "part": Templates.given(figure.part),
      "region": figure.regionName ?? "", "regionCode": figure.regionCode ?? "",
      "regionPage": Templates.given(figure.regionCode.flatMap(RegionCode.init)?.text),
      "period": Templates.given(row["period"]),
      "basis": row["period_basis"].map { terms(.basis, $0).content as Any } ?? false,
      "origins": origins, "hasOrigins": !origins.isEmpty,
      "rules": (row["rules"] ?? "").split(separator: " ").map {
        ["ruleName": String($0)] as Templates.Content
      },
      "fields": fields(row),
    ]
  }

  /// The value as it is meant: `> 4200`, `3…5`.
  static func value(_ figure: Figure) -> String {
    let signs = [
      Relation.approximate: "≈ ", .greater: "> ", .greaterOrEqual: "≥ ", .less: "< ", .lessOrEqual: "≤ ",
    ]
    let sign = figure.row["relation"].flatMap(Relation.init).flatMap { signs[$0] } ?? ""
    if let value = figure.row["value"] { return sign + value }
    let ends = [figure.row["low"], figure.row["high"]]
    return ends.allSatisfy { $0 == nil } ? figure.text : ends.map { $0 ?? "" }.joined(separator: "…")
  }

  private func standard(_ figure: Figure) -> String {
    guard let value = figure.row["standard_value"], let unit = figure.row["standard_unit"],
      unit != figure.row["unit"]
    else { return "" }
    return "\(figure.row["is_exact"] == "false" ? "≈ " : "= ")\(Self.standard(value, unit))"
  }

  /// The value with its unit; that of bare ratios is one and goes without saying.
  static func standard(_ value: String, _ unit: String) -> String { unit == "1" ? value : "\(value) \(unit)" }

  private func tags(_ figure: Figure) -> [Any] {
    var tags = [terms(.measure, figure.measure)]
    if let status = figure.row["status"] { tags.append(terms(.status, status)) }
    if let note = figure.row["status_note"] { tags.append(terms(.note, note)) }
    return tags.map(\.content)
  }

  /// The columns whose cells are codes that people have words for.
  private static let codes: [String: Terms.Sort] = [
    "relation": .relation, "reading": .reading, "tier": .tier, "status_note": .note,
  ]

  private func fields(_ row: TableRow) -> [Templates.Content] {
    zip(row.columns.names, row.cells).compactMap { name, cell in
      guard !cell.isEmpty, !Self.told.contains(name) else { return nil }
      let term = Self.codes[name].map { terms($0, cell).content as Any } ?? false
      return ["label": terms.column(name).plain, "column": name, "cell": cell, "term": term]
    }
  }
}
