import Fetch
import Glibc
import Synchronization
import TestServers
import Testing

/// How hosts are paced.
@Suite(.timeLimit(.minutes(20))) struct CrawlPaceTests {
  @Test func waitsBetweenRequests() async throws {
    let server = try RawServer {
      answer("page", status: $0.target == "/robots.txt" ? "404 Not Found" : "200 OK")
    }.start()
    let frontier = MemoryFrontier(try FetchRequest.list((0..<10).map { server.url("/\($0)") }))
    let clock = JumpingClock()
    let policy = try CrawlPolicy.test {
      $0.defaults.delay = .seconds(3)
      $0.defaults.jitterPercent = 50
      $0.parallelHosts = 1
    }
    _ = try await CrawlEngine(policy: policy, frontier: frontier, clock: clock).run()
    let starts = frontier.outcomes.compactMap { $0.answer?.started.milliseconds }
    let waits = zip(starts, starts.dropFirst()).map { $1 - $0 }
    #expect(starts.count == 10)
    #expect(waits.allSatisfy { (3000...4500).contains($0) })
    #expect(Set(waits).count > 1)
    // robots.txt was asked for first, and the pages waited for it too.
    #expect(starts[0] - TestClock.start.milliseconds >= 3000)
  }

  @Test func crawlDelayIsKept() async throws {
    let server = try RawServer {
      answer($0.target == "/robots.txt" ? "User-agent: *\nCrawl-delay: 20\n" : "page")
    }.start()
    let frontier = MemoryFrontier(try FetchRequest.list((0..<3).map { server.url("/\($0)") }))
    let policy = try CrawlPolicy.test {
      $0.defaults.jitterPercent = 0
      $0.parallelHosts = 1
    }
    _ = try await CrawlEngine(policy: policy, frontier: frontier, clock: JumpingClock()).run()
    let starts = frontier.outcomes.compactMap { $0.answer?.started.milliseconds }
    #expect(zip(starts, starts.dropFirst()).map { $1 - $0 } == [20_000, 20_000])
  }

  /// A run waits for a host only so long, but for the delay that the configuration asks for always.
  @Test func aLongDelayIsWaitedFor() async throws {
    let server = try RawServer { $0.target == "/robots.txt" ? [] : answer("page") }.start()
    let frontier = MemoryFrontier(try FetchRequest.list((0..<3).map { server.url("/\($0)") }))
    let policy = try CrawlPolicy.test {
      $0.defaults.delay = .seconds(3600)
      $0.patience = .seconds(900)
      $0.parallelHosts = 1
    }
    let summary = try await CrawlEngine(policy: policy, frontier: frontier, clock: JumpingClock()).run()
    #expect(frontier.outcomes.count(where: \.isPage) == 3)
    #expect(summary.hosts["127.0.0.1"]?.ended == nil)
  }

  @Test func hostsAreAskedInParallelAndAHostNever() async throws {
    let running = Mutex<[String: Int]>([:])
    let most = Mutex((host: 0, all: 0))
    let servers = try (1...4).map { number in
      try RawServer(address: "127.0.0.\(number)") { asked in
        if asked.target == "/robots.txt" { return [] }
        let counts = running.withLock { running in
          running["\(number)", default: 0] += 1
          return (running["\(number)"] ?? 0, running.values.reduce(0, +))
        }
        most.withLock { $0 = (max($0.host, counts.0), max($0.all, counts.1)) }
        usleep(20_000)
        running.withLock { $0["\(number)", default: 0] -= 1 }
        return answer("page")
      }.start()
    }
    let urls = servers.flatMap { server in (0..<10).map { server.url("/\($0)") } }
    let frontier = MemoryFrontier(try FetchRequest.list(urls))
    let policy = try CrawlPolicy.loopback { $0.parallelHosts = 8 }
    _ = try await CrawlEngine(policy: policy, frontier: frontier).run()
    #expect(frontier.outcomes.count(where: \.isPage) == 40)
    #expect(most.withLock { $0.host } == 1)
    #expect(most.withLock { $0.all } > 1)
    #expect(frontier.state.withLock { !$0.wasAskedTwice })
  }

  @Test func aRunTakesItsShareOfPages() async throws {
    let server = try RawServer { $0.target == "/robots.txt" ? [] : answer("page") }.start()
    let frontier = MemoryFrontier(try FetchRequest.list((0..<10).map { server.url("/\($0)") }))
    let policy = try CrawlPolicy.test { $0.defaults.maxPages = 4 }
    let summary = try await CrawlEngine(policy: policy, frontier: frontier).run()
    #expect(frontier.outcomes.count == 4)
    #expect(frontier.givenBack.count == 1)
    #expect(summary.hosts["127.0.0.1"]?.ended == .pageLimit)
    // Pages that robots.txt forbids take no share.
    let closed = try RawServer {
      answer($0.target == "/robots.txt" ? "User-agent: *\nDisallow: /no" : "page")
    }.start()
    let mixed = MemoryFrontier(
      try FetchRequest.list((0..<10).map { closed.url($0 < 6 ? "/no\($0)" : "/\($0)") }))
    _ = try await CrawlEngine(policy: policy, frontier: mixed).run()
    #expect(mixed.outcomes.count == 10)
    // A share that is just enough ends nothing.
    let whole = MemoryFrontier(try FetchRequest.list((0..<4).map { server.url("/\($0)") }))
    let second = try await CrawlEngine(policy: policy, frontier: whole).run()
    #expect(second.hosts["127.0.0.1"]?.ended == nil)
  }

  @Test func keepsToTheNight() async throws {
    let server = try RawServer { $0.target == "/robots.txt" ? [] : answer("page") }.start()
    // It is 16:00 in China at the start; pages come every 20 minutes.
    let policy = try CrawlPolicy.test {
      $0.defaults.nights = [NightWindow("15:00-17:00")!, NightWindow("12:00-02:00")!]
      $0.defaults.delay = .seconds(1200)
      $0.patience = .seconds(1800)
      $0.parallelHosts = 1
    }
    let frontier = MemoryFrontier(try FetchRequest.list((0..<10).map { server.url("/\($0)") }))
    let summary = try await CrawlEngine(policy: policy, frontier: frontier, clock: JumpingClock()).run()
    #expect(frontier.outcomes.count == 2)
    #expect(summary.hosts["127.0.0.1"]?.ended == .outsideWindow)
  }
}
