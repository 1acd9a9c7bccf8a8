/// Who does what next in a crawl. Under the crawl's monitor.
struct CrawlState {
  /// Something for a thread to do.
  enum Job {
    /// To end.
    case over
    /// To ask the frontier for hosts.
    case refill
    /// To ask the frontier for the host's next request, and go the first hop.
    case ask(CrawlHost)
    /// To go the next hop of a chain.
    case hop(CrawlHost, Chain)
  }

  let policy: CrawlPolicy
  private(set) var hosts: [String: CrawlHost] = [:]
  /// What the frontier has thrown.
  private(set) var error: (any Error)?
  private var isOver = false
  private var isRefilling = false
  private var lastRefill: Moment?
  /// Whether a request has been served since the hosts were asked for: there may be more of them now.
  private var hasServed = false
  /// How long new hosts wait to be seen while others are busy.
  private static let refillEvery = Duration.seconds(5)

  init(policy: CrawlPolicy) { self.policy = policy }

  // MARK: What is next

  /// The next job; or when to ask again.
  mutating func next(_ clock: any CrawlClock, _ frontier: any Frontier) -> Awaited<Job> {
    if isOver { return .ready(.over) }
    let now = clock.now
    if !isRefilling, lastRefill.map({ hasServed && now - $0 >= Self.refillEvery }) ?? true {
      isRefilling = true
      return .ready(.refill)
    }
    guard let (host, time) = earliest(now, frontier) else {
      if isOver { return .ready(.over) }
      if isRefilling || hosts.values.contains(where: \.isBusy) { return .after(nil) }
      isOver = !hasServed
      isRefilling = !isOver
      return .ready(isOver ? .over : .refill)
    }
    if time > now { return .after(clock.sleep(until: time)) }
    host.isBusy = true
    return .ready(host.queue.isEmpty ? .ask(host) : .hop(host, host.queue.removeFirst()))
  }

  /// The idle host that may be asked first, and when. Hosts that are not to be asked in this run any more are left.
  private mutating func earliest(_ now: Moment, _ frontier: any Frontier) -> (CrawlHost, Moment)? {
    var found: (host: CrawlHost, time: Moment)?
    for host in hosts.values where !host.isBusy && host.hasWork {
      let time = host.pace.notBefore ?? now
      if !host.policy.isOpen(at: now) {
        end(host, .outsideWindow, frontier)
      } else if time - now > host.patience {
        end(host, .resting(until: time), frontier)
      } else if found.map({ (time, host.name) < ($0.time, $0.host.name) }) ?? true {
        found = (host, time)
      }
    }
    // An end may have set another host free.
    guard let found else {
      let isAnyLeft = hosts.values.contains { !$0.isBusy && $0.hasWork }
      return isAnyLeft ? earliest(now, frontier) : nil
    }
    return found
  }

  // MARK: Changes

  /// The crawl is to end, because it is stopped or because the frontier cannot go on.
  mutating func stop(_ error: (any Error)? = nil) {
    isOver = true
    if self.error == nil { self.error = error }
  }

  /// The frontier has named its hosts.
  mutating func refill(_ names: [String], _ new: [CrawlHost], at now: Moment) {
    isRefilling = false
    hasServed = false
    lastRefill = now
    for host in new { add(host) }
    for name in names { hosts[name]?.isDry = false }
  }

  /// A host is there; the one that was there already stays.
  mutating func add(_ host: CrawlHost) {
    if hosts[host.name] == nil { hosts[host.name] = host }
  }

  /// The host's own request is on its way.
  mutating func occupy(_ host: CrawlHost) {
    hasServed = true
    host.isOccupied = true
  }

  /// The thread that served the host is done with it.
  mutating func release(_ host: CrawlHost, at now: Moment) {
    host.isBusy = false
    host.lastUse = now
    if host.summary.ended != nil || host.isDry && host.queue.isEmpty { host.connection = nil }
    let open = hosts.values.filter { $0.connection != nil }
    guard open.count > policy.parallelHosts * 4 else { return }
    open.filter { !$0.isBusy }.min { ($0.lastUse, $0.name) < ($1.lastUse, $1.name) }?.connection = nil
  }

  /// The chain goes on at the host of its URL; robots.txt before pages.
  mutating func enqueue(_ chain: Chain, _ frontier: any Frontier) {
    guard let host = hosts[chain.url.host], host.summary.ended == nil else {
      abandon(chain, because: "its host \(chain.url.host) is left alone", frontier)
      return
    }
    if chain.request == nil { host.queue.insert(chain, at: 0) } else { host.queue.append(chain) }
  }

  /// The page of the chain has come to its end.
  mutating func finish(_ chain: Chain, _ count: (inout HostSummary) -> Void) {
    guard let home = hosts[chain.home] else { return }
    home.isOccupied = false
    count(&home.summary)
  }

  /// robots.txt of the origin is known, or why it is not; the pages that wait for it go on.
  mutating func settle(_ robots: RobotsCopy, _ failure: FetchFailure?, of origin: String, host name: String) {
    guard let host = hosts[name] else { return }
    host.memory.robots[origin] = robots
    switch robots.answer {
    case .file(let bytes): host.learn(bytes, of: origin, fetched: robots.fetched)
    case .unavailable: host.learn([], of: origin, fetched: robots.fetched)
    case .unreachable:
      host.robots[origin] = .unreachable(
        failure ?? FetchFailure(.other, url: origin, "robots.txt was not asked for"))
    }
    host.queue += host.waiting.removeValue(forKey: origin) ?? []
  }

  /// The host is left. What was on its way there is not tried to its end.
  mutating func end(_ host: CrawlHost, _ ending: HostEnding, _ frontier: any Frontier) {
    host.summary.ended = ending
    host.connection = nil
    let chains = host.queue + host.waiting.values.flatMap { $0 }
    host.queue = []
    host.waiting = [:]
    for chain in chains { abandon(chain, because: "its host \(host.name) is left alone", frontier) }
    remember(host, frontier)
  }

  /// Keeps what the next run is to know of the host.
  mutating func remember(_ host: CrawlHost, _ frontier: any Frontier) {
    host.memorize()
    do { try frontier.remember(host.memory, of: host.name) } catch { stop(error) }
  }

  /// What was on its way at the end goes back, and hosts that have work left are marked.
  mutating func close(_ frontier: any Frontier) -> CrawlSummary {
    for host in hosts.values where host.hasWork || host.isOccupied { end(host, .stopped, frontier) }
    return CrawlSummary(hosts: hosts.mapValues(\.summary))
  }

  /// The chain is not gone to its end in this run.
  mutating func abandon(_ chain: Chain, because cause: String, _ frontier: any Frontier) {
    switch chain.purpose {
    case .page(let request):
      do { try frontier.giveBack(request) } catch { stop(error) }
      hosts[chain.home]?.isOccupied = false
    case .robots(let origin, let name):
      guard hosts[name]?.summary.ended == nil else { return }
      let copy = RobotsCopy(answer: .unreachable, fetched: Moment(milliseconds: 0))
      settle(copy, FetchFailure(.other, url: chain.url.description, cause), of: origin, host: name)
    }
  }
}
