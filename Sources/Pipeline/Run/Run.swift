internal import Extract
internal import Glibc
internal import Load
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
    public var logFormat: String?
    /// Another number of workers than the configuration's.
    public var workers: Int?
    /// Another output folder than the configuration's.
    public var output: String?
    /// Whether to run where nothing has changed.
    public var isForced = false

    /// Makes the options of a plain run.
    public init() {}
  }

  private let configuration: Configuration
  private let options: Options
  private let vocabulary: Vocabulary
  private let output: String

  /// Reads the configuration and the tables.
  ///
  /// - Throws: a `Fault` where one of them is wrong.
  public init(configuration path: String, options: Options) throws {
    configuration = try Configuration(file: path)
    self.options = options
    vocabulary = try configuration.vocabulary()
    output = options.output ?? Path.normalized(Path.join(configuration.base, configuration.output.folder))
  }

  /// Runs the pipeline.
  ///
  /// - Throws: a `Stop` with the status of the table in docs/operate.md.
  public func callAsFunction() async throws {
    let signals = StopSignals()
    try Publication.check(output)
    try makeParentFolder()
    let lock = try RunLock.take(at: output + ".lock")
    let inputs = try Inputs.list(configuration.sources, base: configuration.base)
    let reporter = Reporter(
      total: inputs.count, isQuiet: options.isQuiet, format: options.logFormat.flatMap(Reporter.Format.init))
    var manifest = Manifest(configuration: configuration, vocabulary: vocabulary)
    for input in inputs {
      if let stop = signals.stop { throw stop }
      manifest.add(input, limit: configuration.limits.pageBytes)
    }
    if !options.isForced, Manifest.fingerprint(in: output) == manifest.fingerprint {
      reporter.nothingNew(output: output)
      return
    }
    let publication = try Publication(output: output, name: manifest.publicationName)
    do {
      let counts = try await write(inputs, to: publication, signals, reporter)
      try Gates(configuration.quality).check(counts)
      try manifest.write(to: publication.path("run.json"), counts: counts)
      if let stop = signals.stop { throw stop }
      try publication.publish()
      reporter.finished(counts, output: output)
    } catch {
      publication.abandon()
      throw error
    }
    _ = consume lock
  }

  private func makeParentFolder() throws {
    let parent = Path.folder(of: output)
    do {
      try Path.makeFolders(parent)
    } catch {
      throw Stop(.cannotCreate, "\(parent): cannot be made: \(error)")
    }
  }

  private func write(
    _ inputs: [Input], to publication: Publication, _ signals: StopSignals, _ reporter: Reporter
  ) async throws -> RunCounts {
    let writer = DatasetWriter(folder: publication.staging, formats: configuration.output.formats)
    let stages = Stages(
      extractor: Extractor(vocabulary: vocabulary), normalizer: Normalizer(vocabulary: vocabulary),
      workers: options.workers ?? configuration.workers ?? sysconf(Int32(_SC_NPROCESSORS_ONLN)),
      pageLimit: configuration.limits.pageBytes, isStopped: { signals.stop != nil })
    try await stages.run(inputs) { page in
      try writer.add(page)
      reporter.progress(writer.counts)
    }
    // A run that was stopped fed only a part of its pages: what was collected is no set.
    if let stop = signals.stop { throw stop }
    try writer.finish()
    return writer.counts
  }
}
