internal import Fetch
internal import Logging
internal import Records
internal import SystemPackage

/// `xianzhi fetch`: from the sources on the web to the archive.
public struct FetchCommand {
  /// How a crawl behaves that is not in the configuration.
  public struct Options: Sendable {
    /// Nothing is printed where all is well.
    public var isQuiet = false
    /// The form of log lines.
    public var logFormat: LogFormat?
    /// Whether only to print what would be fetched.
    public var isDryRun = false
    /// Whether to leave the network alone, and only bring the state level with the archive.
    public var isOffline = false
    /// Pages that lists and sitemaps say to be older are left out: `2022-06-29`.
    public var since: String?

    /// Makes the options of a plain crawl.
    public init() {}
  }

  private let configuration: Configuration
  private let settings: FetchSettings
  private let options: Options
  private let since: Day?

  /// Reads the configuration.
  ///
  /// - Throws: a `Fault` where it is wrong; a `Stop` with status 78 where it has no `fetch`, 64 for a day that is none.
  public init(configuration path: String, options: Options) throws {
    since = try Self.day(options.since)
    configuration = try Configuration(file: path)
    settings = try configuration.requiredSettings()
    self.options = options
  }

  /// - Throws: a `Stop` with status 64 for a day that is none.
  static func day(_ text: String?) throws(Stop) -> Day? {
    guard let text else { return nil }
    guard let day = Day(iso: text) else {
      throw Stop(.usage, "--since: expected a day such as 2022-06-29, found \"\(text)\"")
    }
    return day
  }

  /// Fetches what is due.
  ///
  /// - Throws: a `Stop` with the status of the table in docs/operate.md: 75 with one line for each host at which something
  ///   failed, or where another crawl holds the lock.
  public func callAsFunction() async throws {
    if options.isDryRun { return try printDue() }
    let signals = StopSignals()
    let stage = try FetchStage.open(configuration, settings, since: since) { signals.stop }
    if options.isOffline { return tell(stage.recovery.notes, nil) }
    let report = try await stage.crawl { signals.stop }
    tell(report.notes, report)
    if let stop = signals.stop { throw Stop(stop.status, "stopped; what was fetched is kept") }
    if report.status != .done {
      throw Stop(report.status, report.complaints.joined(separator: "\nxianzhi: "))
    }
  }

  private func tell(_ notes: [String], _ report: FetchReport?) {
    guard !options.isQuiet else { return }
    let logger = Reporter.logger(options.logFormat ?? .text)
    for note in notes { logger.notice("\(note)") }
    guard let report else { return }
    logger.info(
      "fetched",
      metadata: [
        "pages": "\(report.pages)", "not_modified": "\(report.notModified)", "failed": "\(report.failed)",
        "waiting": "\(report.waiting)", "parked": "\(report.parked)",
      ])
  }

  /// Prints what is due, a URL a line, in the order in which each host would be asked. Nothing is changed.
  private func printDue() throws {
    let archive = Path.join(configuration.base, settings.archive)
    let path = FetchStage.statePath(archive)
    let isThere = System.exists(path)
    // The state is held while it is read, and whoever reads what is printed may be slow: a crawl could not go on.
    let lock = isThere ? try RunLock.take(at: Path.join(archive, "lock")) : nil
    let state = try FetchState(isThere ? path : nil)
    let sink = ByteSink(.standardOutput, name: "standard output")
    try state.due(at: FetchClock.now(), with: configuration.webSources) {
      try sink.write(Array("\($0.url)\n".utf8))
    }
    try sink.flush()
    _ = consume lock
  }
}
