/// What answers and failures lead to. The host is released after each of these, and that wakes whoever waits.
extension CrawlWorker {
  /// A page has come, or is as it was; or a robots.txt has come.
  func arrived(_ chain: Chain, _ ending: FetchOutcome.Ending, at host: CrawlHost) throws {
    switch (chain.purpose, ending) {
    case (.robots(let origin, let name), .page(let answer)):
      let copy = RobotsCopy(answer: .file(answer.content), fetched: answer.finished)
      monitor.update { state in
        host.pace.answered(at: clock.now)
        state.settle(copy, nil, of: origin, host: name)
        if let home = state.hosts[name] { state.remember(home, frontier) }
      }
    case (.robots, _): break
    case (.page(let request), _):
      try frontier.record(
        FetchOutcome(request: request, redirects: chain.redirects, ending: ending, attempts: chain.attempts))
      monitor.update { state in
        let hadFailed = host.pace.failuresInARow > 0
        host.pace.answered(at: clock.now)
        if hadFailed { state.remember(host, frontier) }
        state.finish(chain) { if case .page = ending { $0.pages += 1 } else { $0.notModified += 1 } }
      }
    }
  }

  /// The chain goes on elsewhere, when that host's turn has come.
  func redirected(
    _ chain: Chain, _ answer: Exchange, to next: PageURL, after pause: Duration?, at host: CrawlHost
  ) throws {
    let isKnown = monitor.update { $0.hosts[next.host] != nil }
    let target = isKnown ? nil : try makeHost(next.host, redirectedFrom: host)
    monitor.update { state in
      if let target {
        // The frontier has no request for it; if it ever has, it says so when it is asked for hosts.
        target.isDry = true
        state.add(target)
      }
      host.pace.answered(at: clock.now)
      if let pause { host.pace.rest(from: clock.now, for: pause) }
      var chain = chain
      chain.follow(answer, to: next)
      state.enqueue(chain, frontier)
    }
  }

  /// A hop has failed: the chain is begun again later, or ends.
  func failed(_ chain: Chain, _ failure: FetchFailure, answer: Exchange?, at host: CrawlHost) throws {
    let now = clock.now
    let (wait, isTooOften) = monitor.update { state in
      if failure.isOfHost {
        host.pace.failed(at: now, retryAfter: failure.retryAfter)
        state.remember(host, frontier)
      } else {
        host.pace.answered(at: now)
      }
      return (
        (host.pace.notBefore ?? now) - now, host.pace.failuresInARow >= policy.hostFailures
      )
    }
    let isLong = wait > host.patience
    if failure.isTransient, chain.attempts < policy.attempts, !isTooOften, !isLong {
      var chain = chain
      chain.beginAgain()
      monitor.update { $0.enqueue(chain, frontier) }
    } else if chain.request == nil {
      settleRobots(chain, failure)
    } else if failure.code == .rateLimited, isLong {
      // The page has not failed: its turn comes when the host may be asked again.
      monitor.update { state in
        state.hosts[chain.home]?.summary.lastFailure = failure
        state.abandon(chain, because: failure.cause, frontier)
      }
    } else {
      try fail(chain, failure, answer: answer)
    }
    // Without robots.txt the host's pages fail unasked; they are to be told, and then it is left.
    if isTooOften, chain.request != nil { monitor.update { $0.end(host, .tooManyFailures, frontier) } }
  }

  /// The page has failed for this run.
  func fail(_ chain: Chain, _ failure: FetchFailure, answer: Exchange?) throws {
    guard let request = chain.request else { return }
    try frontier.record(
      FetchOutcome(
        request: request, redirects: chain.redirects, ending: .failed(failure, answer: answer),
        attempts: chain.attempts))
    monitor.update { state in
      state.finish(chain) { summary in
        summary.failures[failure.code, default: 0] += 1
        summary.lastFailure = failure
      }
    }
  }

  /// There is no robots.txt, or it cannot be had (RFC 9309, section 2.3.1).
  private func settleRobots(_ chain: Chain, _ failure: FetchFailure) {
    guard case .robots(let origin, let name) = chain.purpose else { return }
    let isUnavailable =
      switch failure.code {
      case .notFound, .refusedByServer, .unexpectedStatus, .tooManyRedirects, .redirectLoop,
        .redirectWithoutLocation:
        true
      default: false
      }
    let copy = RobotsCopy(answer: isUnavailable ? .unavailable : .unreachable, fetched: clock.now)
    monitor.update { state in
      state.settle(copy, failure, of: origin, host: name)
      if let home = state.hosts[name] { state.remember(home, frontier) }
    }
  }
}
