internal import Extract
internal import Glibc
internal import Load
internal import Logging
internal import Normalize
internal import Records
internal import Vocabulary

/// `xianzhi run`: from `pipeline.json` to datasets that appear whole or not at all.
public struct Run {
  /// How a run behaves that is not in the configuration.
  public struct Options: Sendable {
    /// Nothing is printed where all is well.
    public var isQuiet = false
    /// The form of log lines; nothing lets a terminal have a progress line.
    public var logFormat: LogFormat?
    /// Another number of workers than the configuration's.
    public var workers: Int?
    /// Another output folder than the configuration's.
    public var output: String?
    /// Whether to run where nothing has changed, and to parse all pages.
    public var isForced = false
    /// Whether to leave the network alone and to read what the archive has.
    public var isOffline = false
    /// Pages that lists and sitemaps say to be older are not fetched: `2022-06-29`.
    public var since: String?
    /// Whether to write copies for Excel where the configuration does not say so.
    public var hasExcel = false
    /// Whether to write a database where the configuration does not say so.
    public var hasSQLite = false
    /// Whether to make the report where the configuration does not say so.
    public var hasReport = false

    /// Makes the options of a plain run.
    public init() {}
  }

  private let configuration: Configuration
  private let options: Options
  private let vocabulary: Vocabulary
  private let corrections: Corrections?
  private let since: Day?

  /// Reads the configuration and the tables.
  ///
  /// - Throws: a `Fault` where one of them is wrong, a `Stop` with status 64 for a report of what is not written.
  public init(configuration path: String, options: Options) throws {
    configuration = try Configuration(file: path)
    vocabulary = try configuration.vocabulary()
    corrections = try configuration.corrections?.corrections(vocabulary)
    since = try FetchCommand.day(options.since)
    self.options = options
    guard !hasReport || configuration.output.formats.contains(.csv) else {
      throw Stop(.usage, "a report is made of the tables in CSV; output.formats must have csv")
    }
  }

  /// Runs the pipeline.
  ///
  /// - Throws: a `Stop` with the status of the table in docs/operate.md.
  public func callAsFunction() async throws {
    let signals = StopSignals()
    let output = try OutputFolder.take(
      options.output ?? Path.join(configuration.base, configuration.output.folder))
    let (fetched, complaint) = try await fetch(signals)
    let inputs: Inputs
    do {
      inputs = try Inputs(
        configuration.sources, base: configuration.base, pageBytes: configuration.limits.pageBytes,
        fetched: fetched, isStopped: { signals.stop != nil })
    } catch let stop as Stop where stop.status == .noInput {
      // Where nothing could be fetched, that is what there is to say.
      throw signals.stop ?? complaint ?? stop
    }
    if let stop = signals.stop { throw stop }
    let reporter = Reporter(total: inputs.files.count, isQuiet: options.isQuiet, format: options.logFormat)
    var manifest = Manifest(configuration: configuration, vocabulary: vocabulary)
    manifest.noteDates(of: inputs.files)
    manifest.note(copies)
    let isFresh =
      !options.isForced
      && manifest.isFresh(in: output.path, inputs.files, limit: configuration.limits.pageBytes) {
        signals.stop != nil
      }
    if let stop = signals.stop { throw stop }
    if isFresh {
      if hasReport, !ReportCommand.isMade(in: output.path) {
        try ReportCommand(set: output.path, vocabulary: vocabulary) { signals.stop }()
      }
      reporter.nothingNew(output: output.path)
      if let complaint { throw complaint }
      return
    }
    do {
      let counts = try await output.publish { folder in
        var options = DatasetOptions()
        options.formats = configuration.output.formats
        options.hasTexts = configuration.output.hasTexts
        options.about = configuration.about
        options.copies = copies
        let writer = DatasetWriter(folder: folder, options, vocabulary)
        let spool = try DocumentSpool(folder: folder)
        defer { spool.remove() }
        let kept = KeptDocuments(keptPath)
        let isKept = output.path + Self.keptEnding == keptPath && !kept.isForeign
        let reading = try await write(
          inputs, to: writer, spool, kept, isKept: isKept, scratch: folder, signals, reporter)
        manifest.note(inputs.files, reading.digests)
        if let corrections { try writer.noteUnused(corrections) }
        try Gates(configuration.quality).check(writer.counts)
        let files = try writer.finish()
        var counts = writer.counts
        (counts.parsed, counts.kept) = (reading.parsed, reading.kept)
        try manifest.write(
          to: Path.join(folder, "run.json"), counts: counts, notes: kept.notes, files: files)
        if hasReport { try ReportCommand(set: folder, vocabulary: vocabulary) { signals.stop }() }
        if let stop = signals.stop { throw stop }
        if isKept { try spool.keep(at: keptPath) }
        reporter.note(kept.notes)
        return counts
      }
      reporter.finished(counts, output: output.path)
    } catch {
      reporter.gaveUp()
      throw error
    }
    if let complaint { throw complaint }
  }

  private var hasReport: Bool { options.hasReport || configuration.output.hasReport }

  private var copies: TableCopies {
    TableCopies(
      excel: options.hasExcel || configuration.output.hasExcel,
      sqlite: options.hasSQLite || configuration.output.hasSQLite)
  }

  /// Fetches what is due from the sources on the web; the pages that the archive has then, and what is to be said at the end
  /// where something failed.
  private func fetch(_ signals: StopSignals) async throws -> (FetchedPages?, Stop?) {
    guard !configuration.webSources.isEmpty, let settings = configuration.fetching else { return (nil, nil) }
    let stage = try FetchStage.open(configuration, settings, since: since) { signals.stop }
    let pages = FetchedPages(state: stage.state, folder: stage.archive)
    if options.isOffline { return (pages, nil) }
    let report = try await stage.crawl { signals.stop }
    if !options.isQuiet {
      let logger = Reporter.logger(options.logFormat ?? .text)
      for note in report.notes { logger.notice("\(note)") }
    }
    if let stop = signals.stop { throw stop }
    guard report.status != .done else { return (pages, nil) }
    return (pages, Stop(report.status, report.complaints.joined(separator: "\nxianzhi: ")))
  }

  /// Whether all pages are parsed, because it was asked for or another program could not be told from this one.
  private var isParsedAnew: Bool { options.isForced || Digest.program == Digest.unknown }

  /// Where the documents of the last run are kept: beside the datasets that the configuration names. A run that writes its
  /// datasets elsewhere reads them, and keeps none.
  private var keptPath: String {
    let output = Path.join(configuration.base, configuration.output.folder)
    return Path.join(Path.folder(of: output), Path.name(of: output) ?? "out") + Self.keptEnding
  }

  private static let keptEnding = ".documents"

  /// What the first pass over the pages came to.
  private struct Reading {
    var digests = DigestList()
    /// How many pages were parsed, and of how many the document of the run before was taken.
    var parsed = 0
    var kept = 0
  }

  /// Leads the pages through the stages into `writer`, their documents through `spool`.
  ///
  /// - Parameters:
  ///   - scratch: the folder for what is needed until then.
  ///   - isKept: whether the spool is to be kept for the next run.
  private func write(
    _ inputs: Inputs, to writer: DatasetWriter, _ spool: DocumentSpool, _ kept: KeptDocuments, isKept: Bool,
    scratch: String, _ signals: StopSignals, _ reporter: Reporter
  ) async throws -> Reading {
    let limit = configuration.limits.pageBytes
    let members = UnpackedMembers(folder: scratch, limit: limit, isStopped: { signals.stop != nil })
    defer { members.remove() }
    let stages = Stages(
      extractor: Extractor(vocabulary: vocabulary, limits: configuration.limits.extraction),
      normalizer: Normalizer(vocabulary: vocabulary),
      maker: RowMaker(vocabulary, corrections: corrections),
      workers: options.workers ?? configuration.workers ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))),
      hasTexts: configuration.output.hasTexts,
      loader: PageLoader(limit: limit, members: members),
      key: DocumentKey(vocabulary, configuration.limits.extraction), kept: isParsedAnew ? nil : kept,
      isStopped: { signals.stop != nil })
    var batch = Batch(configuration.pages)
    var pages = 0
    var reading = Reading()
    reading.digests = try await stages.read(inputs) { page in
      switch page {
      case .document(let document, let packed, let isKept):
        if isKept { reading.kept += 1 } else { reading.parsed += 1 }
        batch.add(document, at: try spool.append(packed))
      case .refused(let row): try writer.add(EncodedPage(refused: row))
      }
      pages += 1
      reporter.progress(.reading, pages, writer.counts)
    }
    let spooled = try spool.close(isKept: isKept)
    // A run that was stopped fed only a part of its pages: what was collected is no set.
    if let stop = signals.stop { throw stop }
    let groups = batch.takeGroups()
    try await stages.state(spooled, batch, groups: groups) { page in
      try writer.add(page)
      reporter.progress(.stating, writer.counts.pages, writer.counts)
    }
    if let stop = signals.stop { throw stop }
    return reading
  }
}
