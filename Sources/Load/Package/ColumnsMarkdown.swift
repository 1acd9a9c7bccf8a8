import Records

/// Every table of the output, in the order in which it is described.
public let tableSchemas: [TableSchema] = [
  Resource<ObservationRow>.observations.schema, Resource<Document>.documents.schema,
  Resource<Citation>.citations.schema, Resource<FindingRow>.findings.schema,
  Resource<QuarantineRow>.quarantine.schema, Resource<FigurePair>.conflicts.schema,
  Resource<FigurePair>.revisions.schema, Resource<RegionRow>.regions.schema,
  Resource<IndicatorRow>.indicators.schema, Resource<UnitRow>.units.schema,
]

/// The dictionary of columns as Markdown: what `docs/outputs.md` holds.
public func columnsMarkdown() -> String {
  var lines = [
    "# What comes out",
    "",
    "The columns of every table, made from the same dictionary that writes the files and `datapackage.json`",
    "(`Sources/Load/Resources`). Do not edit: `UPDATE_GOLDEN=1 swift test --filter LoadTests` writes it anew.",
    "",
    "CSV: RFC 4180, UTF-8 without a byte order mark, records end with LF, a line break inside a cell is a space,",
    "numbers are plain exact decimals, a missing value is an empty cell. JSON: the same columns as keys, a missing",
    "value is `null`, and words that are none (a bare number's unit) are an empty string; `.json` is an array with",
    "one object a line, `.jsonl` one object a line. Offsets are 0-based and half open, in Unicode scalars.",
  ]
  for schema in tableSchemas { lines += section(schema) }
  lines += [
    "", "## panel, growth: Panel 面板数据, Growth 增长率面板", "",
    "One row for each region and period (the primary key), one column for each indicator that has a value: its `indicator_id`. Before",
    "them stand " + code(PanelTable.leadFields.map(\.name)) + ".",
    "`panel` holds preferred levels in the standard unit of the indicator, `growth` preferred rates of change as fractions of one. Only",
    "numbers stand there that came about (no bounds, no targets) and are of the whole region (no place, no breakdown).",
    "Above \(PanelTable.columnLimit) columns there is a file for each category in place of one: `panel/agriculture.csv`.",
  ]
  return lines.joined(separator: "\n") + "\n"
}

private func section(_ schema: TableSchema) -> [String] {
  var lines = ["", "## \(schema.name): \(schema.title) \(schema.chineseTitle)", "", schema.description]
  if !schema.primaryKey.isEmpty { lines.append("Primary key: \(code(schema.primaryKey)).") }
  for key in schema.foreignKeys {
    lines.append("`\(key.field)` names a row of `\(key.resource)`.")
  }
  lines += ["", "| column | type | what it holds | constraints | SDMX |", "| --- | --- | --- | --- | --- |"]
  for field in schema.fields {
    let cells = [
      "`\(field.name)`", field.type.rawValue, "\(field.title) \(field.chineseTitle). \(field.description)",
      constraints(field.constraints), field.concept ?? "",
    ]
    lines.append("| " + cells.map(escaped).joined(separator: " | ") + " |")
  }
  return lines
}

private func constraints(_ constraints: Constraints) -> String {
  var parts: [String] = []
  if constraints.isRequired { parts.append("required") }
  if !constraints.values.isEmpty { parts.append("one of " + code(constraints.values)) }
  if let pattern = constraints.pattern { parts.append("matches `\(pattern)`") }
  if let minimum = constraints.minimum { parts.append("at least \(minimum)") }
  return parts.joined(separator: "; ")
}

private func code(_ names: [String]) -> String {
  names.map { "`\($0)`" }.joined(separator: ", ")
}

/// A bar would end the cell of a Markdown table, inside code as well.
private func escaped(_ cell: String) -> String {
  cell.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
}
