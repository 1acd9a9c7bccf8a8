internal import Fetch
internal import GRDB
internal import Records
internal import SystemPackage

/// The crawl as a stage: lock, state, recovery, and the crawl itself.
struct FetchStage: ~Copyable {
  let state: FetchState
  let archive: String
  /// What was found out of order in the archive.
  let recovery: ArchiveRecovery.Report
  private let configuration: Configuration
  private let settings: FetchSettings
  private let harvest: Harvest
  private let lock: RunLock

  /// Takes the archive for this process, and brings the state level with it and with the configuration.
  ///
  /// - Parameters:
  ///   - isRebuilt: whether the state is made anew from the archive.
  ///   - stop: asked while the archive is read whether to stop.
  /// - Throws: a `Stop` with status 73 where the archive cannot be made, 74 where it cannot be read, 75 where another run
  ///   holds it.
  static func open(
    _ configuration: Configuration, _ settings: FetchSettings, since: Day? = nil, isRebuilt: Bool = false,
    stop: () -> Stop? = { nil }
  ) throws -> FetchStage {
    let archive = Path.join(configuration.base, settings.archive)
    do throws(Errno) {
      try Path.makeFolders(archive)
    } catch {
      throw Stop(.cannotCreate, "\(archive): cannot be made: \(error)")
    }
    let lock = try RunLock.take(at: Path.join(archive, "lock"))
    let path = statePath(archive)
    if isRebuilt {
      for ending in ["", "-wal", "-shm"] { System.remove(path + ending) }
    }
    let state = try FetchState(path)
    let sources = configuration.webSources
    let harvest = Harvest(
      sources, allowed: settings.allowed, since: since, limit: configuration.limits.pageBytes,
      vocabulary: configuration.vocabulary)
    try state.take(sources, now: FetchClock.now())
    try state.renew(harvest, now: FetchClock.now())
    let recovery = try withoutActuallyEscaping(stop) { stop in
      try ArchiveRecovery(
        folder: archive, state: state, harvest: harvest, pageBytes: configuration.limits.pageBytes, stop: stop
      ).run()
    }
    return FetchStage(
      state: state, archive: archive, recovery: recovery, configuration: configuration, settings: settings,
      harvest: harvest, lock: lock)
  }

  private init(
    state: FetchState, archive: String, recovery: ArchiveRecovery.Report, configuration: Configuration,
    settings: FetchSettings, harvest: Harvest, lock: consuming RunLock
  ) {
    (self.state, self.archive, self.recovery) = (state, archive, recovery)
    (self.configuration, self.settings, self.harvest) = (configuration, settings, harvest)
    self.lock = lock
  }

  /// Where the state lies.
  static func statePath(_ archive: String) -> String { Path.join(archive, "state.sqlite") }

  /// Fetches what is due, and leaves `run.json` in the archive and the file of metrics.
  ///
  /// - Parameter stop: asked ten times a second whether the crawl is to end.
  /// - Throws: a `Stop` with status 74 where the archive or the state cannot be written.
  func crawl(stop: @escaping @Sendable () -> Stop?) async throws -> FetchReport {
    let started = FetchClock.now()
    let policy = CrawlPolicy(
      settings, sources: configuration.webSources, pageBytes: configuration.limits.pageBytes,
      seed: UInt64(bitPattern: started.milliseconds))
    let writer = ArchiveWriter(folder: archive, fileBytes: settings.fileBytes, contact: settings.contact)
    let queue = PageQueue(
      state: state, archive: writer, harvest: harvest,
      policies: HostPolicies(settings, sources: configuration.webSources), started: started)
    let engine = CrawlEngine(policy: policy, frontier: queue)
    let watcher = Task {
      while !Task.isCancelled {
        if stop() != nil { engine.stop() }
        try await Task.sleep(for: .milliseconds(100))
      }
    }
    defer { watcher.cancel() }
    let result: Result<CrawlSummary, any Error>
    do {
      result = .success(try await engine.run())
    } catch {
      result = .failure(error)
    }
    // Also where the crawl ended in an error, what it brought is whole.
    try state.write { _ in try writer.close() }
    var report = FetchReport(
      started: started, finished: FetchClock.now(), hosts: try queue.corrected(result.get().hosts),
      recovery: recovery)
    (report.waiting, report.parked) = try state.queueCounts()
    report.parkedLists = try state.parkedLists()
    let status = stop()?.status ?? report.status
    try FilterOutput.write(to: Path.join(archive, "run.json")) { try $0.write(report.json(status)) }
    if let metrics = settings.metrics {
      try FetchMetrics.write(report, status, to: Path.join(configuration.base, metrics))
    }
    return report
  }
}
