internal import Fetch
internal import GRDB
internal import Synchronization

/// The queue as the crawl sees it: requests out of the state, outcomes into the archive and then into the state.
///
/// An outcome is written to the archive inside the transaction that brings it into the state. A crash between the two
/// leaves records that the state does not know; `ArchiveRecovery` brings them in at the next start.
final class PageQueue: Frontier, @unchecked Sendable {
  // The writer is used inside `state.write` alone, which lets in one thread at a time; all else never changes.
  private let state: FetchState
  private let archive: ArchiveWriter
  private let harvest: Harvest
  /// Pages are due that were due at this time; whatever happens to one in this run comes later.
  private let started: Moment
  private let clock: @Sendable () -> Moment
  /// How many numbered lists have come to their end, by host.
  private let ends = Mutex<[String: Int]>([:])

  init(
    state: FetchState, archive: ArchiveWriter, harvest: Harvest, started: Moment,
    clock: @escaping @Sendable () -> Moment = FetchClock.now
  ) {
    (self.state, self.archive, self.harvest) = (state, archive, harvest)
    (self.started, self.clock) = (started, clock)
  }

  /// Now, and in any case after the start of the run.
  private var now: Moment { max(clock(), started + .milliseconds(1)) }

  func hosts() throws -> [String] { try state.hosts(dueAt: started) }

  func next(host: String) throws -> Fetch.FetchRequest? {
    guard let page = try state.next(of: host, dueAt: started) else { return nil }
    let url = try PageURL(page.url)
    guard let version = page.version, version.etag != nil || version.lastModified != nil,
      let from = try? PageURL(version.known.url)
    else { return Fetch.FetchRequest(url: url) }
    return Fetch.FetchRequest(
      url: url, validators: Validators(url: from, etag: version.etag, lastModified: version.lastModified))
  }

  func record(_ outcome: FetchOutcome) throws {
    // A sitemap of 50,000 pages takes tens of megabytes while it is read.
    if try keep(outcome) > 1000 { System.releaseFreeMemory() }
  }

  /// Keeps an outcome; how many pages it named.
  private func keep(_ outcome: FetchOutcome) throws -> Int {
    let url = outcome.request.url.description
    guard let page = try state.read({ db in try FetchState.page(url, db) }) else {
      throw Stop(.bug, "\(url) was fetched and is not in the state")
    }
    let capture = Capture(
      Self.worthKeeping(outcome, page), source: page.source, known: page.version?.known)
    let members = capture.records.map { $0.member() }
    if isEnd(outcome, page) { ends.withLock { $0[outcome.request.url.host, default: 0] += 1 } }
    let time = now
    return try state.write { db in
      let place = members.isEmpty ? nil : try archive.append(members)
      if let place { try FetchState.note(place.file, bytes: place.end, db) }
      try FetchState.keep(
        visit(outcome, page, capture, place), of: page, at: time,
        refreshDays: harvest.refreshDays(page.source), db)
      guard page.kind != .page, case .page(let exchange) = outcome.ending else { return 0 }
      return try FetchState.add(in: exchange.content, of: page, at: exchange.url, due: started, harvest, db)
    }
  }

  /// The outcome without an answer that says again what the last one said: a page that is gone is archived as such once.
  private static func worthKeeping(_ outcome: FetchOutcome, _ page: PageRow) -> FetchOutcome {
    guard case .failed(let failure, _) = outcome.ending, failure.code.rawValue == page.failureCode else {
      return outcome
    }
    return FetchOutcome(request: outcome.request, ending: .failed(failure, answer: nil))
  }

  private func visit(
    _ outcome: FetchOutcome, _ page: PageRow, _ capture: Capture, _ place: ArchiveWriter.Place?
  ) -> FetchState.Visit {
    switch outcome.ending {
    case .failed(let failure, _):
      if isEnd(outcome, page) { return .over }
      return .failed(code: failure.code.rawValue, cause: failure.cause)
    case .notModified: return .unchanged
    case .page(let exchange):
      guard case .response(let known)? = capture.kind, let place, let index = capture.pageIndex else {
        return .unchanged
      }
      return .version(
        PageRow.Version(
          known: known, sha256: Digest.sha256(exchange.content), file: place.file,
          offset: place.offsets[index], etag: exchange.field("etag"),
          lastModified: exchange.field("last-modified")))
    }
  }

  /// Whether the outcome is the end of a numbered list: the page behind its last is not there.
  private func isEnd(_ outcome: FetchOutcome, _ page: PageRow) -> Bool {
    if case .failed(let failure, _) = outcome.ending {
      failure.code == .notFound && harvest.isEnd(page)
    } else {
      false
    }
  }

  /// What the crawl came to, without the ends of lists among the failures.
  func corrected(_ hosts: [String: HostSummary]) -> [String: HostSummary] {
    var hosts = hosts
    for (name, count) in ends.withLock({ $0 }) {
      guard var host = hosts[name] else { continue }
      let left = (host.failures[.notFound] ?? 0) - count
      host.failures[.notFound] = left > 0 ? left : nil
      if host.failures.isEmpty { host.lastFailure = nil }
      hosts[name] = host
    }
    return hosts
  }

  func giveBack(_ request: Fetch.FetchRequest) throws { try state.putOff(request.url.description, at: now) }

  func memory(of host: String) throws -> HostMemory { try state.memory(of: host) }

  func remember(_ memory: HostMemory, of host: String) throws { try state.remember(memory, of: host) }
}

/// The time of day.
enum FetchClock {
  @Sendable static func now() -> Moment {
    let (seconds, nanoseconds) = System.now()
    return Moment(milliseconds: Int64(seconds) * 1000 + Int64(nanoseconds) / 1_000_000)
  }
}
