/// One thread's work in a crawl: job by job until all is done.
struct CrawlWorker {
  let policy: CrawlPolicy
  let frontier: any Frontier
  let clock: any CrawlClock
  let stop: StopFlag
  let monitor: Monitor<CrawlState>

  /// Works until the crawl is over.
  func work() {
    while true {
      let job = monitor.wait { state in state.next(clock, frontier) }
      do {
        switch job {
        case .over:
          monitor.announce { _ in }
          return
        case .refill: try refill()
        case .ask(let host): try ask(host)
        case .hop(let host, let chain): try hop(chain, at: host)
        }
      } catch {
        monitor.announce { $0.stop(error) }
        stop.set()
      }
    }
  }

  // MARK: Jobs

  private func refill() throws {
    let names = try frontier.hosts()
    let known = monitor.update { Set($0.hosts.keys) }
    let new = try names.filter { !known.contains($0) }.map { try makeHost($0) }
    monitor.announce { $0.refill(names, new, at: clock.now) }
  }

  /// - Parameter other: the host that has redirected here; where nobody says how this one is to be treated, it is
  ///   treated like that one.
  func makeHost(_ name: String, redirectedFrom other: CrawlHost? = nil) throws -> CrawlHost {
    var own = try frontier.policy(of: name) ?? policy.hosts[name]
    if own == nil, let other {
      own = other.policy
      // Exceptions from TLS are made host by host.
      own?.tls = policy.defaults.tls
    }
    return CrawlHost(
      name, policy: own ?? policy.defaults, crawl: policy, memory: try frontier.memory(of: name))
  }

  private func ask(_ host: CrawlHost) throws {
    guard let request = try frontier.next(host: host.name) else {
      monitor.change { state in
        host.isDry = true
        state.release(host, at: clock.now)
      }
      return
    }
    if let limit = host.policy.maxPages, host.pagesAsked >= limit {
      try frontier.giveBack(request)
      monitor.change { state in
        state.end(host, .pageLimit, frontier)
        state.release(host, at: clock.now)
      }
      return
    }
    monitor.update { $0.occupy(host) }
    let chain = Chain(request)
    guard policy.allowed.allows(request.url) else {
      let failure = FetchFailure(
        .hostNotAllowed, url: request.url.description, "a host that the configuration does not name")
      try fail(chain, failure, answer: nil)
      monitor.change { $0.release(host, at: clock.now) }
      return
    }
    try hop(chain, at: host)
  }

  private func hop(_ chain: Chain, at host: CrawlHost) throws {
    switch permission(for: chain, at: host) {
    case .go(let chain): try exchange(chain, at: host)
    case .wait: break
    case .refused(let failure):
      try fail(chain, failure, answer: nil)
      if host.unreachableInARow >= policy.hostFailures {
        monitor.update { $0.end(host, .tooManyFailures, frontier) }
      }
    }
    monitor.change { $0.release(host, at: clock.now) }
  }

  // MARK: robots.txt

  private enum Permission {
    /// The hop may be gone; or first that of robots.txt.
    case go(Chain)
    /// robots.txt is on its way already.
    case wait
    /// The page is not to be fetched.
    case refused(FetchFailure)
  }

  private func permission(for chain: Chain, at host: CrawlHost) -> Permission {
    if chain.request == nil { return .go(chain) }
    let url = chain.url
    let (known, isOnItsWay) = monitor.update { _ in robots(for: chain, at: host) }
    switch known {
    case .rules(let rules, _):
      host.unreachableInARow = 0
      if rules.allows(url.target) { return .go(chain) }
      return .refused(FetchFailure(.robotsDisallowed, url: url.description, "robots.txt forbids it"))
    case .unreachable(let failure):
      host.unreachableInARow += 1
      // Where nothing at all can be had from the host, that is the reason.
      let code = failure.isOfConnection ? failure.code : .robotsUnreachable
      return .refused(
        FetchFailure(code, url: url.description, "robots.txt cannot be had: \(failure.cause)"))
    case nil: return isOnItsWay ? .wait : .go(Chain(robotsFor: url))
    }
  }

  /// What robots.txt says of the page's origin. Where it is not known the page waits for it; whether others do so already.
  private func robots(for chain: Chain, at host: CrawlHost) -> (CrawlHost.Robots?, isOnItsWay: Bool) {
    if let known = host.robots(for: chain.url, now: clock.now) { return (known, false) }
    let isOnItsWay = host.waiting[chain.url.origin] != nil
    host.waiting[chain.url.origin, default: []].append(chain)
    return (nil, isOnItsWay)
  }

  // MARK: Exchanges

  private func exchange(_ chain: Chain, at host: CrawlHost) throws {
    let isRobots = chain.request == nil
    let made = host.connection ?? CurlConnection(policy: policy, tls: host.policy.tls, stop: stop)
    guard let connection = made else {
      throw FetchFailure(.other, url: chain.url.description, "no memory for a connection")
    }
    monitor.update { state in
      host.connection = connection
      if !isRobots, chain.isFirstHop { host.pagesAsked += 1 }
    }
    let validators = chain.request?.validators
    let body =
      isRobots
      ? BodyLimit(bytes: RobotsRules.limit + 1, cuts: true)
      : BodyLimit(bytes: max(0, policy.limits.bodyBytes - chain.heldBytes))
    let answer: Exchange
    do throws(TransferEnd) {
      answer = try connection.exchange(chain.url, validators: validators, body: body, clock: clock)
    } catch {
      switch error {
      case .stopped: return monitor.update { $0.abandon(chain, because: "the crawl was stopped", frontier) }
      case .failed(let failure): return try failed(chain, failure, answer: nil, at: host)
      }
    }
    let reading = AnswerReading.read(
      answer, of: chain, wasConditional: validators?.url == chain.url, allowed: policy.allowed,
      limit: isRobots ? min(5, policy.limits.redirects) : policy.limits.redirects)
    switch reading {
    case .content: try arrived(chain, .page(answer), at: host)
    case .notModified: try arrived(chain, .notModified(answer), at: host)
    case .redirect(let next, let pause): try redirected(chain, answer, to: next, after: pause, at: host)
    case .failure(let failure): try failed(chain, failure, answer: answer, at: host)
    }
  }
}
