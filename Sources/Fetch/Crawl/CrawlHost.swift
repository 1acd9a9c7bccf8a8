/// What a crawl knows of one host. Touched under the crawl's monitor; the connection by the thread that serves the
/// host.
final class CrawlHost {
  /// What robots.txt of an origin says in this run.
  enum Robots {
    /// These rules.
    case rules(RobotsRules, fetched: Moment)
    /// Nothing may be fetched, for this reason.
    case unreachable(FetchFailure)
  }

  /// Its name.
  let name: String
  /// How it is treated.
  let policy: HostPolicy
  /// How long a run waits for it at most: as long as the crawl does, but its own delay is always waited for.
  let patience: Duration
  /// When it may be asked again.
  var pace: HostPace
  /// What is kept for the next run.
  var memory: HostMemory
  /// What it has come to so far.
  var summary = HostSummary()
  /// What is known of its origins' robots.txt.
  var robots: [String: Robots] = [:]
  /// Whether a thread serves it.
  var isBusy = false
  /// Whether a page of its own is on its way: the frontier is not asked for another.
  var isOccupied = false
  /// Whether the frontier has no request for it.
  var isDry = false
  /// Chains whose next hop is here, the next one first.
  var queue: [Chain] = []
  /// Pages that wait for robots.txt, by origin.
  var waiting: [String: [Chain]] = [:]
  /// How many pages it was asked for.
  var pagesAsked = 0
  /// How many of its pages in a row have failed because of robots.txt that cannot be had.
  var unreachableInARow = 0
  /// Kept alive between its requests.
  var connection: CurlConnection?
  /// When the connection was last used.
  var lastUse = Moment(milliseconds: 0)

  init(_ name: String, policy: HostPolicy, crawl: CrawlPolicy, memory: HostMemory) {
    self.name = name
    self.policy = policy
    self.memory = memory
    patience = max(crawl.patience, policy.delay * 2)
    pace = HostPace(host: name, policy: policy, crawl: crawl, memory: memory)
    if case .unverified(let reason) = self.policy.tls {
      summary.notes.append(.certificateNotVerified(reason: reason))
    }
  }

  /// Whether it has, or may have, something to do.
  var hasWork: Bool { summary.ended == nil && (!queue.isEmpty || !isOccupied && !isDry) }

  /// What robots.txt says of the page's origin; nothing where it must be asked first.
  func robots(for url: PageURL, now: Moment) -> Robots? {
    if let known = robots[url.origin] {
      guard case .rules(_, let fetched) = known, !Self.isFresh(fetched, now) else { return known }
    }
    guard let copy = memory.robots[url.origin], Self.isFresh(copy.fetched, now) else { return nil }
    switch copy.answer {
    case .file(let bytes): return learn(bytes, of: url.origin, fetched: copy.fetched)
    case .unavailable: return learn([], of: url.origin, fetched: copy.fetched)
    case .unreachable: return nil
    }
  }

  /// Reads a robots.txt and keeps to it from now on.
  @discardableResult
  func learn(_ file: [UInt8], of origin: String, fetched: Moment) -> Robots {
    let rules = RobotsRules(file)
    if let delay = rules.crawlDelay { pace.honour(crawlDelay: delay) }
    if rules.isHTML { note(.robotsIsHTML(origin: origin)) }
    if rules.isCut { note(.robotsCut(origin: origin)) }
    let known = Robots.rules(rules, fetched: fetched)
    robots[origin] = known
    return known
  }

  /// What the next run is to know.
  func memorize() {
    memory.notBefore = pace.notBefore
    memory.failuresInARow = pace.failuresInARow
  }

  private func note(_ note: HostNote) {
    if !summary.notes.contains(note) { summary.notes.append(note) }
  }

  /// A robots.txt holds for a day (RFC 9309, section 2.4).
  private static func isFresh(_ fetched: Moment, _ now: Moment) -> Bool {
    fetched <= now && now - fetched < .seconds(86_400)
  }
}
