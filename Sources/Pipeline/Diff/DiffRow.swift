internal import Load

/// A difference in the forms in which it is printed.
struct DiffRow {
  private let change: RowChange
  private static let fields = Resource.observations.schema.fields

  init(_ change: RowChange) { self.change = change }

  /// The header record of the CSV.
  static var header: [UInt8] {
    var csv = CSVWriter()
    for name in [
      "kind", "cause", "source", "observation_id", "region_code", "indicator", "period", "column", "old",
      "new",
    ] {
      csv.text(name)
    }
    csv.endRecord()
    return csv.finish()
  }

  func encoded(as format: Diff.Format) -> [UInt8] {
    switch format {
    case .table: Array(line.utf8)
    case .csv: csv
    case .json: json
    }
  }

  private func cell(_ name: String) -> String {
    guard let index = Self.fields.firstIndex(where: { $0.name == name }) else { return "" }
    return (change.new ?? change.old)?[index] ?? ""
  }

  private var line: String {
    let mark =
      switch change.kind {
      case .new: "+"
      case .gone: "-"
      case .changed: "~"
      }
    let figure = [
      cell("region_code"), cell("place"), cell("indicator"), cell("measure"), cell("period"), cell("text"),
    ]
    .filter { !$0.isEmpty }.joined(separator: " ")
    return
      "\(mark) \(change.source): \(figure)\(shownChanges.isEmpty ? "" : ": \(shownChanges)") (\(change.cause.rawValue))\n"
  }

  /// What changed but where the row stands, which follows from the page.
  private var shownChanges: String {
    let places: Set = ["observation_id", "document_id", "start", "end"]
    return change.columns.filter { !places.contains(Self.fields[$0].name) }.map { column in
      "\(Self.fields[column].name) \(shown(change.old, column)) → \(shown(change.new, column))"
    }.joined(separator: ", ")
  }

  private func shown(_ cells: CSVCells?, _ column: Int) -> String {
    guard let text = cells?[column], !text.isEmpty else { return "–" }
    return text.unicodeScalars.count > 40 ? "\(String(text.unicodeScalars.prefix(40)))…" : text
  }

  private var csv: [UInt8] {
    var csv = CSVWriter()
    for column in change.columns.isEmpty ? [nil] : change.columns.map(Optional.some) {
      for text in [change.kind.rawValue, change.cause.rawValue, change.source, cell("observation_id")] {
        csv.text(text)
      }
      for name in ["region_code", "indicator", "period"] { csv.text(cell(name)) }
      csv.text(column.map { Self.fields[$0].name } ?? "")
      csv.text(column.flatMap { change.old?[$0] } ?? "")
      csv.text(column.flatMap { change.new?[$0] } ?? "")
      csv.endRecord()
    }
    return csv.finish()
  }

  private var json: [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("kind", change.kind.rawValue)
    json.member("cause", change.cause.rawValue)
    json.member("source", change.source)
    for name in ["observation_id", "region_code", "indicator", "period", "text"] {
      json.key(escaping: name)
      json.string(cell(name))
    }
    json.key("changes")
    json.beginObject()
    for column in change.columns {
      json.key(escaping: Self.fields[column].name)
      json.beginArray()
      json.string(change.old?[column])
      json.string(change.new?[column])
      json.endArray()
    }
    json.endObject()
    json.endObject()
    return json.finish() + [UInt8(ascii: "\n")]
  }
}
