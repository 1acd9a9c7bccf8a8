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
    /// Whether to run where nothing has changed.
    public var isForced = false
    /// Whether to leave the network alone and to read what the archive has.
    public var isOffline = false
    /// Pages that lists and sitemaps say to be older are not fetched: `2022-06-29`.
    public var since: String?
    /// Whether to write copies for Excel where the configuration does not say so.
    public var hasExcel = false
    /// Whether to write a database where the configuration does not say so.
    public var hasSQLite = false

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
  /// - Throws: a `Fault` where one of them is wrong.
  public init(configuration path: String, options: Options) throws {
    configuration = try Configuration(file: path)
    vocabulary = try configuration.vocabulary()
    corrections = try configuration.corrections?.corrections(vocabulary)
    since = try FetchCommand.day(options.since)
    self.options = options
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
        let digests = try await write(inputs, to: writer, scratch: folder, signals, reporter)
        manifest.note(inputs.files, digests)
        if let corrections { try writer.noteUnused(corrections) }
        try Gates(configuration.quality).check(writer.counts)
        let files = try writer.finish()
        try manifest.write(to: Path.join(folder, "run.json"), counts: writer.counts, files: files)
        if let stop = signals.stop { throw stop }
        return writer.counts
      }
      reporter.finished(counts, output: output.path)
    } catch {
      reporter.gaveUp()
      throw error
    }
    if let complaint { throw complaint }
  }

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

  /// Leads the pages through the stages into `writer`, with a scratch file in `scratch`, and tells their digests.
  private func write(
    _ inputs: Inputs, to writer: DatasetWriter, scratch: String, _ signals: StopSignals, _ reporter: Reporter
  ) async throws -> DigestList {
    let stages = Stages(
      extractor: Extractor(vocabulary: vocabulary, limits: configuration.limits.extraction),
      normalizer: Normalizer(vocabulary: vocabulary),
      maker: RowMaker(vocabulary, corrections: corrections),
      workers: options.workers ?? configuration.workers ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))),
      hasTexts: configuration.output.hasTexts,
      loader: PageLoader(limit: configuration.limits.pageBytes), isStopped: { signals.stop != nil })
    let spool = try DocumentSpool(folder: scratch)
    defer { spool.remove() }
    var batch = Batch(configuration.pages)
    var pages = 0
    let digests = try await stages.read(inputs) { page in
      switch page {
      case .document(let document, let line): batch.add(document, at: try spool.append(line))
      case .refused(let row): try writer.add(EncodedPage(refused: row))
      }
      pages += 1
      reporter.progress(.reading, pages, writer.counts)
    }
    let spooled = try spool.close()
    // A run that was stopped fed only a part of its pages: what was collected is no set.
    if let stop = signals.stop { throw stop }
    let groups = batch.takeGroups()
    try await stages.state(spooled, batch, groups: groups) { page in
      try writer.add(page)
      reporter.progress(.stating, writer.counts.pages, writer.counts)
    }
    if let stop = signals.stop { throw stop }
    return digests
  }
}
