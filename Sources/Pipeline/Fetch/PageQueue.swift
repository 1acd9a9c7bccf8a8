internal import Fetch
internal import GRDB
internal import Synchronization

/// The queue as the crawl sees it: requests out of the state, outcomes into the archive and then into the state.
///
/// Outcomes are written to the archive inside the transaction that brings them into the state, those that come at once in
/// one. A crash between the two leaves records that the state does not know; `ArchiveRecovery` brings them in at the
/// next start.
final class PageQueue: Frontier, @unchecked Sendable {
  // The writer is used inside `state.write` alone, which lets in one thread at a time; all else never changes or has a
  // lock of its own.
  private let state: FetchState
  private let archive: ArchiveWriter
  private let harvest: Harvest
  /// How hosts are treated; nothing: as the crawl says.
  private let policies: HostPolicies?
  /// Pages are due that were due at this time; whatever happens to one in this run comes later.
  private let started: Moment
  private let clock: @Sendable () -> Moment
  private let pages = Mutex(Pages())
  /// What the crawl counts otherwise than the queue.
  private let tally = Mutex(Tally())
  private let commits = GroupCommit<Visited>()

  /// Pages that have been taken out of the state.
  private struct Pages {
    /// Those that are due next, by host, the next one last.
    var ahead: [String: [PageRow]] = [:]
    /// Those that are on their way, by URL.
    var out: [String: PageRow] = [:]
  }

  private struct Tally {
    /// How many numbered lists have come to their end, by host.
    var ends: [String: Int] = [:]
    /// Lists and sitemaps that were fetched and fall short, by host.
    var short: [String: [FetchFailure]] = [:]

    mutating func add(_ visited: Visited, _ shortfall: FetchState.Shortfall?) {
      let url = visited.outcome.request.url
      if visited.isEnd { ends[url.host, default: 0] += 1 }
      if let shortfall { short[url.host, default: []].append(shortfall.failure(url.description)) }
    }
  }

  /// A page that was visited, ready to be kept.
  private struct Visited: Sendable {
    let page: PageRow
    let outcome: FetchOutcome
    let capture: Capture
    /// The records as gzip members.
    let members: [[UInt8]]
    let isEnd: Bool

    /// Why it falls short, where it is a list or a sitemap that did and has not changed.
    var shortfall: FetchState.Shortfall? {
      guard case .notModified = outcome.ending else { return nil }
      return switch page.failureCode.flatMap(FetchFailure.Code.init) {
      case .nothingListed: .nothingListed
      case .unreadableSitemap: .unreadable(cause: page.failureCause ?? "")
      default: nil
      }
    }
  }

  /// How many pages of a host are taken out of the state at once.
  private static let pagesAhead = 32

  init(
    state: FetchState, archive: ArchiveWriter, harvest: Harvest, policies: HostPolicies?, started: Moment,
    clock: @escaping @Sendable () -> Moment = FetchClock.now
  ) {
    (self.state, self.archive, self.harvest) = (state, archive, harvest)
    (self.policies, self.started, self.clock) = (policies, started, clock)
  }

  /// Now, and in any case after the start of the run.
  private var now: Moment { max(clock(), started + .milliseconds(1)) }

  func hosts() throws -> [String] { try state.hosts(dueAt: started) }

  func next(host: String) throws -> Fetch.FetchRequest? {
    guard let page = try nextPage(of: host) else { return nil }
    let url = try PageURL(page.url)
    pages.withLock { $0.out[page.url] = page }
    guard let version = page.version, version.etag != nil || version.lastModified != nil,
      let from = try? PageURL(version.known.url)
    else { return Fetch.FetchRequest(url: url) }
    return Fetch.FetchRequest(
      url: url, validators: Validators(url: from, etag: version.etag, lastModified: version.lastModified))
  }

  /// The host is asked by one thread at a time, and none of its pages is on its way then.
  private func nextPage(of host: String) throws -> PageRow? {
    if let page = pages.withLock({ $0.ahead[host]?.popLast() }) { return page }
    var found = try state.next(of: host, dueAt: started, most: Self.pagesAhead)
    found.reverse()
    let page = found.popLast()
    pages.withLock { [found] in $0.ahead[host] = found.isEmpty ? nil : found }
    return page
  }

  func record(_ outcome: FetchOutcome) throws {
    let url = outcome.request.url.description
    guard let page = pages.withLock({ $0.out.removeValue(forKey: url) }) else {
      throw Stop(.bug, "\(url) was fetched and is not in the state")
    }
    let capture = Capture(
      Self.worthKeeping(outcome, page), source: page.source, known: page.version?.known)
    let visited = Visited(
      page: page, outcome: outcome, capture: capture, members: capture.records.map { $0.member() },
      isEnd: isEnd(outcome, page))
    try commits.keep(visited, keep)
  }

  private func keep(_ visits: [Visited]) throws {
    let time = now
    let brought = try state.write { db in
      let written = try archive.append(visits.map(\.members))
      if let written {
        try FetchState.note(
          written.file, FetchState.Known(bytes: written.end, synchronized: written.synchronized), db)
      }
      var brought: (hosts: Set<String>, count: Int, shortfalls: [FetchState.Shortfall?]) = ([], 0, [])
      for (index, visited) in visits.enumerated() {
        let page = visited.page
        try FetchState.keep(
          visit(visited, written.map { ($0.file, $0.offsets[index]) }), of: page, at: time,
          refreshDays: harvest.refreshDays(page.source), db)
        var shortfall = visited.shortfall
        if case .page(let exchange) = visited.outcome.ending {
          let content = Harvest.Content(
            bytes: exchange.content, url: exchange.url, sentCharset: exchange.sentCharset)
          let found = try FetchState.add(in: content, of: page, due: started, at: time, harvest, db)
          brought.hosts.formUnion(found.hosts)
          brought.count += found.count
          shortfall = found.shortfall
        }
        brought.shortfalls.append(shortfall)
      }
      return brought
    }
    // Only now is it sure that it is kept.
    tally.withLock {
      for (visited, shortfall) in zip(visits, brought.shortfalls) { $0.add(visited, shortfall) }
    }
    // What was found may go before what was due already at its host.
    pages.withLock { for host in brought.hosts { $0.ahead[host] = nil } }
    // A sitemap of 50,000 pages takes tens of megabytes while it is read.
    if brought.count > 1000 { System.releaseFreeMemory() }
  }

  /// The outcome without an answer that says again what the last one said: a page that is gone is archived as such once.
  private static func worthKeeping(_ outcome: FetchOutcome, _ page: PageRow) -> FetchOutcome {
    guard case .failed(let failure, _) = outcome.ending, failure.code.rawValue == page.failureCode else {
      return outcome
    }
    return FetchOutcome(request: outcome.request, ending: .failed(failure, answer: nil))
  }

  /// - Parameter place: the file that the records are in, and where each begins.
  private func visit(_ visited: Visited, _ place: (file: String, offsets: [Int64])?) -> FetchState.Visit {
    switch visited.outcome.ending {
    case .failed(let failure, _):
      return visited.isEnd ? .over : .failed(code: failure.code.rawValue, cause: failure.cause)
    case .notModified(let exchange):
      guard let failure = visited.shortfall?.failure(visited.page.url) else {
        return Self.unchanged(exchange)
      }
      return .failed(code: failure.code.rawValue, cause: failure.cause)
    case .page(let exchange):
      guard case .response(let known)? = visited.capture.kind, let place,
        let index = visited.capture.pageIndex
      else { return Self.unchanged(exchange) }
      return .version(
        PageRow.Version(
          known: known, sha256: Digest.hexadecimal(visited.capture.contentDigest), file: place.file,
          offset: place.offsets[index], etag: exchange.field("etag"),
          lastModified: exchange.field("last-modified")))
    }
  }

  private static func unchanged(_ exchange: Exchange) -> FetchState.Visit {
    .unchanged(etag: exchange.field("etag"), lastModified: exchange.field("last-modified"))
  }

  /// Whether the outcome is the end of a numbered list: the page behind its last is not there.
  private func isEnd(_ outcome: FetchOutcome, _ page: PageRow) -> Bool {
    if case .failed(let failure, _) = outcome.ending {
      failure.code == .notFound && harvest.isEnd(page)
    } else {
      false
    }
  }

  /// What the crawl came to, without the ends of lists among the failures and with the lists that fall short.
  func corrected(_ hosts: [String: HostSummary]) -> [String: HostSummary] {
    var hosts = hosts
    let tally = tally.withLock { $0 }
    for (name, failures) in tally.short {
      for failure in failures { hosts[name]?.failures[failure.code, default: 0] += 1 }
      hosts[name]?.lastFailure = failures.last
    }
    for (name, count) in tally.ends {
      guard var host = hosts[name] else { continue }
      let left = (host.failures[.notFound] ?? 0) - count
      host.failures[.notFound] = left > 0 ? left : nil
      if host.failures.isEmpty { host.lastFailure = nil }
      hosts[name] = host
    }
    return hosts
  }

  func giveBack(_ request: Fetch.FetchRequest) throws {
    let url = request.url.description
    pages.withLock { $0.out[url] = nil }
    try state.putOff(url, at: now)
  }

  func policy(of host: String) throws -> HostPolicy? {
    let sources = try state.sources(at: host)
    return sources.isEmpty ? nil : policies?.policy(of: host, sources: sources)
  }

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
