internal import Load
internal import Records
internal import Vocabulary

/// Collects the rows of all pages, then writes the tables, each in its formats, and their description.
///
/// Rows that do not fit into memory are sorted on the disk; of a document its id and the sketch of its text stay.
final class DatasetWriter {
  private let options: DatasetOptions
  private let folder: String
  private let vocabulary: Vocabulary
  private let documents: SpillingSorter
  private let observations: SpillingSorter
  private let citations: SpillingSorter
  private let findings: SpillingSorter
  private let quarantined: SpillingSorter
  private let texts: SpillingSorter
  private var sketches: [SketchedDocument] = []
  private var use = DictionaryUse()
  private var documentIDs: Set<String> = []
  private var usedCorrections: Set<Int> = []
  /// What was collected so far.
  private(set) var counts = RunCounts()

  /// Writes into `folder`; spills lie there too until the end.
  init(folder: String, _ options: DatasetOptions, _ vocabulary: Vocabulary) {
    (self.folder, self.options, self.vocabulary) = (folder, options, vocabulary)
    func sorter(_ name: String) -> SpillingSorter { SpillingSorter(folder: folder, name: name) }
    texts = sorter("texts")
    documents = sorter("documents")
    observations = sorter("observations")
    citations = sorter("citations")
    findings = sorter("findings")
    quarantined = sorter("quarantine")
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
    if let sketch = page.sketch { sketches.append(sketch) }
    use.merge(page.use)
    usedCorrections.formUnion(page.usedCorrections)
    counts.add(page)
  }

  /// Notes the corrections that meant no row, when all pages have been added.
  ///
  /// - Throws: a `Stop` where a spill cannot be written.
  func noteUnused(_ corrections: Corrections) throws {
    for (index, correction) in corrections.all.enumerated() where !usedCorrections.contains(index) {
      let row = FindingRow(
        source: corrections.file, code: .correctionUnmatched,
        message: "line \(correction.line) means no row: \(correction.reason) (\(correction.who))")
      try findings.append(Resource.findings.encode(row))
      counts.findings[row.code, default: 0] += 1
    }
  }

  /// Adds an observation by itself.
  func add(_ row: ObservationRow) throws {
    use.note(row)
    try observations.append(Resource.observations.encode(row))
  }

  /// Adds a document by itself; of documents with the same bytes the first is kept.
  func add(_ document: Document) throws {
    guard documentIDs.insert(document.id).inserted else { return }
    use.note(document)
    if document.kind == .article { sketches.append(SketchedDocument(document)) }
    try documents.append(Resource.documents.encode(document))
  }

  /// Writes every file and says what was written.
  ///
  /// - Throws: a `Stop` that names the file which could not be written.
  @discardableResult
  func finish() throws -> [WrittenFile] {
    let files = TableFiles(folder: folder)
    let reprints = Reprints(among: sketches)
    sketches = []
    counts.reprints = reprints.count
    let figures = FigureTables(files: files, vocabulary: vocabulary)
    try files.write(.observations, as: options.formats) { write in
      var judge = FigureJudge(reprints: reprints)
      try observations.forEach { row in
        let judgement = judge.judge(row)
        try write(judgement.row)
        try figures.add(judgement)
        counts.conflicts += judgement.conflicts.count
        if judgement.revision != nil { counts.revisions += 1 }
      }
      let conflicts = judge.finish()
      try figures.add(conflicts: conflicts)
      counts.conflicts += conflicts.count
    }
    if options.formats.contains(.csv) {
      try writeDocuments(to: files, reprints)
      if options.tables.contains(.findings) { try files.write(.findings, findings) }
      if options.tables.contains(.citations) { try files.write(.citations, citations) }
      try figures.writePairs()
      try writeDictionaries(to: files)
    }
    if options.tables.contains(.quarantine) {
      try files.write(
        .quarantine, quarantined, as: options.formats.intersection([.csv]).union([.jsonl]))
    }
    if options.formats.contains(.csv) { try figures.writePanels() }
    if options.hasTexts { try writeTexts(to: files) }
    return try files.describe(options.about, with: options.copies)
  }

  private func writeDocuments(to files: TableFiles, _ reprints: Reprints) throws {
    guard options.tables.contains(.documents) else { return }
    try files.write(.documents, as: [.csv]) { write in
      try documents.forEach { row in
        let id = CSVCells(row.csv)[0]
        try write(Resource.documents.close(row, duplicateOf: reprints.original(of: id)))
      }
    }
  }

  private func writeDictionaries(to files: TableFiles) throws {
    try files.write(.regions, RegionRow.rows(use, vocabulary))
    try files.write(.indicators, IndicatorRow.rows(use, vocabulary))
    try files.write(.units, UnitRow.rows(use, vocabulary))
  }

  /// Writes the documents as `extract` does; it is no table, so that the package does not describe it.
  private func writeTexts(to files: TableFiles) throws {
    try files.writeFile("documents.jsonl") { file in
      try texts.forEach { row in try file.write(row.json) }
    }
  }
}
