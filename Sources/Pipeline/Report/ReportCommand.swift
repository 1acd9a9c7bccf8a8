internal import Glibc
internal import Load
internal import Records
internal import Report
internal import Vocabulary

/// `xianzhi report`: pages to look at, made of a set that `run` made.
///
/// Three passes, in each of which a row or a document at a time is in memory: all rows are sorted by their documents, documents
/// become pages and lend their figures what is known of them, figures in the order of the set become pages of regions and the rest.
public struct ReportCommand {
  private let set: String
  private let shown: String
  private let vocabulary: Vocabulary
  /// Asked between documents and figures whether to stop.
  private var stop: () -> Stop? = { nil }

  /// Makes the report of the set at `output`, the folder or link that `run` made.
  ///
  /// - Throws: a `Stop` with status 66 where there is none, a `Fault` where the tables of `configuration`, if there is one, are
  ///   wrong.
  public init(output: String, configuration: String?) throws {
    try self.init(set: output, vocabulary: try Vocabulary.of(configuration: configuration))
  }

  /// Makes the report of a set with the words of `vocabulary`; `stop` is asked between documents and figures.
  ///
  /// - Throws: a `Stop` with status 66 where there is none.
  init(set path: String, vocabulary: Vocabulary, stop: @escaping () -> Stop? = { nil }) throws {
    (shown, self.vocabulary, self.stop) = (path, vocabulary, stop)
    // Where another run puts its set in place meanwhile, this one still lies where it lay.
    set = System.linkTarget(path).map { Path.join(Path.folder(of: path), $0) } ?? path
    guard System.exists(Path.join(set, "observations.csv")) else {
      throw Stop(
        .noInput,
        "\(Path.join(path, "observations.csv")): is not there; output.formats of the run must have csv")
    }
  }

  /// Whether the set at `path` has its report.
  static func isMade(in path: String) -> Bool { System.exists(Path.join(path, firstPage)) }

  private static let firstPage = "report/index.html"

  /// Makes the report.
  ///
  /// - Returns: the path of its first page.
  /// - Throws: a `Stop` with the status of the table in docs/operate.md.
  @discardableResult
  public func callAsFunction() throws -> String {
    var folder = try ReportFolder.take(in: set)
    do {
      try make(&folder)
      try folder.publish()
    } catch {
      folder.clear()
      throw error
    }
    folder.clear()
    return Path.join(shown, Self.firstPage)
  }

  private func make(_ folder: inout ReportFolder) throws {
    var pages = try ReportPages(vocabulary: vocabulary)
    pages.overview.summary = RunSummary(file: Path.join(set, "run.json"))
    for file in pages.assets { try folder.write(file) }
    let rows = try DocumentRows(set: set, scratch: folder.scratch, &pages.overview)
    let conflicts = Path.join(set, "conflicts.csv")
    if System.exists(conflicts) {
      try TableFile.forEach(of: conflicts, required: []) { row, _ in pages.overview.add(conflict: row) }
    }
    let figures = SpillingSorter(folder: folder.scratch, name: "figures")
    let maker = EvidenceMaker(vocabulary: vocabulary)
    var orphans: [String: Int] = [:]
    try rows.forEachDocument {
      orphans[$0["code"] ?? "", default: 0] += 1
    } _: { document, rows in
      if let stop = stop() { throw stop }
      let note = DocumentNote(document)
      if let page = pages.evidence(maker.sheet(of: document, note, rows)) { try folder.write(page) }
      let codes = rows.findings.compactMap { $0["code"] }
      pages.overview.add(note, figures: rows.observations.count, findings: codes)
      Self.addConflicts(within: document, note, rows.findings, to: &pages.overview)
      for observation in rows.observations { try figures.append(note.lend(to: observation)) }
    }
    for (code, count) in orphans { pages.overview.add(findingsWithoutDocument: code, count: count) }
    let columns = rows.observationColumns
    try figures.forEach { row in
      if let stop = stop() { throw stop }
      let figure = Figure(TableRow(columns, TableRow.cells(of: row.csv)), of: DocumentNote(lent: row.json))
      for file in pages.add(figure) { try folder.write(file) }
    }
    for file in pages.finish() { try folder.write(file) }
  }

  /// What one document says in two ways is a finding; `conflicts.csv` compares documents.
  private static func addConflicts(
    within document: Document, _ note: DocumentNote, _ findings: [TableRow], to overview: inout Overview
  ) {
    for finding in findings where finding["code"] == Finding.Code.conflictingValues.rawValue {
      let start = finding["start"].flatMap { Int($0) }
      overview.add(
        conflicting: finding["message"] ?? "", in: document.id, named: note.title ?? note.source,
        at: start.flatMap { OffsetMap(document.text).bytes(before: $0) })
    }
  }

  /// Opens a page in the reader's browser.
  ///
  /// - Throws: a `Stop` with status 73 where the desktop has no way to open it.
  public static func open(_ page: String) throws {
    var process = pid_t()
    let words = ["xdg-open", page]
    var arguments = words.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    guard posix_spawnp(&process, "xdg-open", nil, nil, &arguments, environ) == 0 else {
      throw Stop(.cannotCreate, "xdg-open: cannot be started; open \(page) in a browser")
    }
    var status: Int32 = 0
    waitpid(process, &status, 0)
    guard status == 0 else { throw Stop(.cannotCreate, "xdg-open: could not open \(page)") }
  }
}
