internal import Load
internal import Records
internal import Report

/// The rows of a set, brought together by their documents on the disk.
final class DocumentRows {
  /// The rows of one document, each sort in the order of its table.
  struct Rows {
    var observations: [Observation] = []
    var quarantined: [TableRow] = []
    var findings: [TableRow] = []
  }

  /// A row of `observations.csv`.
  struct Observation {
    /// The place that it has in its table, from 0.
    let number: Int
    let record: [UInt8]
    let row: TableRow
  }

  /// What a row is; documents come before what was made of them.
  private enum Sort: UInt8 {
    case text, document, observation, quarantined, finding
  }

  private let sorter: SpillingSorter
  private var columns: [Sort: TableColumns] = [:]

  /// The columns of `observations.csv`.
  var observationColumns: TableColumns { columns[.observation] ?? TableColumns([]) }

  /// Reads the tables of a set; findings on pages that have no document are counted.
  ///
  /// - Throws: a `Stop` where a table cannot be read or lacks what joins it to the others.
  init(set: String, scratch: String, _ overview: inout Overview) throws {
    sorter = SpillingSorter(folder: scratch, name: "documents")
    let texts = Path.join(set, "documents.jsonl")
    if System.exists(texts) {
      try Lines.forEach(in: FileNames([texts])) { line in
        try append(.text, of: Self.documentID(of: line), 0, Array(line.bytes))
      }
    } else {
      try read(set, "documents.csv", as: .document)
    }
    try read(
      set, "observations.csv", as: .observation, required: ["observation_id", "indicator", "start", "end"])
    if System.exists(Path.join(set, "quarantine.csv")) { try read(set, "quarantine.csv", as: .quarantined) }
    if System.exists(Path.join(set, "findings.csv")) {
      try read(set, "findings.csv", as: .finding) { overview.add(findingsWithoutDocument: $0["code"] ?? "") }
    }
  }

  private func read(
    _ set: String, _ name: String, as sort: Sort, required: [String] = [],
    orphan: (TableRow) -> Void = { _ in }
  ) throws {
    var number = 0
    try TableFile.forEach(of: Path.join(set, name), required: ["document_id"] + required) { row, record in
      columns[sort] = row.columns
      guard let document = row["document_id"] else { return orphan(row) }
      try append(sort, of: document, number, Array(record))
      number += 1
    }
  }

  private func append(_ sort: Sort, of document: String, _ number: Int, _ record: [UInt8]) throws {
    var key = SortKey()
    key.add(document)
    key.add(Int(sort.rawValue))
    key.add(number)
    try sorter.append(ResourceRow(key: key.bytes, csv: record, json: [sort.rawValue]))
  }

  /// The id of a document whose text need not be read yet.
  private static func documentID(of line: WireLine) throws(Fault) -> String {
    var id: String?
    try line.readObject { (key, cursor) throws(JSONFault) in
      if key == "document_id" { id = try cursor.string() } else { try cursor.skip() }
    }
    return try line.required(id, "document_id")
  }

  /// Calls `body` with each document and its rows, in the order of their ids, and `orphan` with findings on pages that became no
  /// document of their own.
  ///
  /// - Throws: a `Stop` with status 65 where an observation names a document that the set does not have, and what `body` throws.
  func forEachDocument(orphan: (TableRow) -> Void, _ body: (Document, Rows) throws -> Void) throws {
    var document: Document?
    var rows = Rows()
    try sorter.forEach { row in
      guard let sort = row.json.first.flatMap(Sort.init) else { return }
      switch sort {
      case .text, .document:
        if let document { try body(document, rows) }
        document = sort == .text ? try Self.document(text: row.csv) : described(row.csv)
        rows = Rows()
      case .finding where Self.name(document) != Self.name(of: row): orphan(tableRow(row.csv, .finding))
      case _ where Self.name(document) != Self.name(of: row): throw homeless(tableRow(row.csv, sort))
      case .observation:
        let number = row.key.suffix(8).reduce(0) { $0 << 8 | Int($1) }
        rows.observations.append(
          Observation(number: number, record: row.csv, row: tableRow(row.csv, .observation)))
      case .quarantined: rows.quarantined.append(tableRow(row.csv, .quarantined))
      case .finding: rows.findings.append(tableRow(row.csv, .finding))
      }
    }
    if let document { try body(document, rows) }
  }

  private func homeless(_ row: TableRow) -> Stop {
    Stop(
      .data,
      "observation \(row["observation_id"] ?? "") names document \(row["document_id"] ?? ""), which the set does not have"
    )
  }

  private func tableRow(_ record: [UInt8], _ sort: Sort) -> TableRow {
    TableRow(columns[sort] ?? TableColumns([]), TableRow.cells(of: record))
  }

  /// The part of a key that names the document.
  private static func name(_ document: Document?) -> [UInt8] {
    var key = SortKey()
    key.add(document?.id)
    return key.bytes
  }

  private static func name(of row: ResourceRow) -> [UInt8] { row.key.dropLast(16) }

  private static func document(text line: [UInt8]) throws -> Document {
    do {
      return try line.withUnsafeBufferPointer { bytes in
        try DocumentLine.read(WireLine(bytes: bytes, file: "documents.jsonl", number: 1))
      }
    } catch let fault as Fault {
      throw Stop(.data, "documents.jsonl: \(fault.path.map { "\($0): " } ?? "")\(fault.message)")
    }
  }

  /// A document without its text, as `documents.csv` has it.
  private func described(_ record: [UInt8]) -> Document {
    let row = tableRow(record, .document)
    var document = Document(
      id: row["document_id"] ?? "", source: row["source"] ?? "",
      kind: row["kind"].flatMap(PageKind.init) ?? .article, charset: row["charset"] ?? "")
    document.title = row["title"]
    document.published = row["published"].flatMap { Day(iso: $0) }
    document.author = row["author"]
    document.publisher = row["publisher"]
    document.originalURL = row["original_url"]
    document.regionCode = row["region_code"]
    document.tier = row["tier"].flatMap(Tier.init)
    return document
  }
}
