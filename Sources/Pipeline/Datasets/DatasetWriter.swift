internal import Load
internal import Records

/// Collects the rows of all pages, then writes the tables, each in its formats, and their description.
final class DatasetWriter {
  private let folder: String
  private let formats: Set<DataFormat>
  private let tables: Set<Table>
  private let documents: SpillingSorter
  private let observations: SpillingSorter
  private let citations: SpillingSorter
  private let findings: SpillingSorter
  private let quarantined: SpillingSorter
  private let texts: SpillingSorter
  private let hasTexts: Bool
  private var documentIDs: Set<String> = []
  /// What was collected so far.
  private(set) var counts = RunCounts()

  /// The tables beside the observations; they are written as CSV alone, the quarantine as JSON Lines too.
  enum Table: CaseIterable {
    case documents, citations, findings, quarantine
  }

  /// Writes into `folder`; spills lie there too until the end.
  ///
  /// `documents.jsonl` is written where there are to be texts.
  init(
    folder: String, formats: Set<DataFormat>, tables: Set<Table> = Set(Table.allCases), hasTexts: Bool = false
  ) {
    self.folder = folder
    self.hasTexts = hasTexts
    texts = SpillingSorter(folder: folder, name: "texts")
    self.formats = formats
    self.tables = tables
    documents = SpillingSorter(folder: folder, name: "documents")
    observations = SpillingSorter(folder: folder, name: "observations")
    citations = SpillingSorter(folder: folder, name: "citations")
    findings = SpillingSorter(folder: folder, name: "findings")
    quarantined = SpillingSorter(folder: folder, name: "quarantine")
  }

  /// Adds the rows of a page.
  ///
  /// - Throws: a `Stop` where a spill cannot be written.
  func add(_ page: EncodedPage) throws {
    for row in page.documents { try documents.append(row) }
    for row in page.observations { try observations.append(row) }
    for row in page.citations { try citations.append(row) }
    for row in page.findings { try findings.append(row) }
    for row in page.quarantined { try quarantined.append(row) }
    for row in page.texts { try texts.append(row) }
    counts.add(page)
  }

  /// Adds an observation by itself.
  func add(_ observation: Observation) throws {
    try observations.append(Resource.observations.encode(observation))
  }

  /// Adds a document by itself; of documents with the same bytes the first is kept.
  func add(_ document: Document) throws {
    guard documentIDs.insert(document.id).inserted else { return }
    try documents.append(Resource.documents.encode(document))
  }

  /// Writes every file and says what was written.
  ///
  /// - Throws: a `Stop` that names the file which could not be written.
  @discardableResult
  func finish() throws -> [WrittenFile] {
    var files = try write(.observations, observations, as: formats)
    if formats.contains(.csv) {
      if tables.contains(.documents) { files += try write(.documents, documents, as: [.csv]) }
      if tables.contains(.findings) { files += try write(.findings, findings, as: [.csv]) }
      if tables.contains(.citations) { files += try write(.citations, citations, as: [.csv]) }
    }
    if tables.contains(.quarantine) {
      files += try write(.quarantine, quarantined, as: formats.intersection([.csv]).union([.jsonl]))
    }
    let package = DataPackage(
      name: "xianzhi", title: "County indicators from Chinese web pages",
      description:
        "One row for each statement of a number on the pages that were read, with the words that say it.",
      version: Version.current, files: files)
    var description = try DataFileWriter(creating: Path.join(folder, "datapackage.json"))
    try description.write(package.encoded())
    return try files.map { WrittenFile(name: $0.path, sha256: $0.sha256, count: $0.byteCount) }
      + (hasTexts ? [writeTexts()] : []) + [description.close()]
  }

  /// Writes the documents as `extract` does; it is no table, so that the package does not describe it.
  private func writeTexts() throws -> WrittenFile {
    var file = try DataFileWriter(creating: Path.join(folder, "documents.jsonl"))
    try texts.forEach { row in try file.write(row.json) }
    return try file.close()
  }

  private func write<Row>(
    _ resource: Resource<Row>, _ rows: SpillingSorter, as formats: Set<DataFormat>
  ) throws -> [DataFile] {
    var writers = try DataFormat.allCases.filter(formats.contains).map {
      try TableFileWriter(resource, as: $0, folder: folder)
    }
    try rows.forEach { row in
      for index in writers.indices { try writers[index].write(row) }
    }
    return try writers.indices.map { try writers[$0].finish() }
  }
}
