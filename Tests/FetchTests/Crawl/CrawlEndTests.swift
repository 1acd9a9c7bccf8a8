import Fetch
import Glibc
import Synchronization
import TestServers
import Testing

/// How a crawl ends.
@Suite(.timeLimit(.minutes(20))) struct CrawlEndTests {
  @Test func stopsWithinSecondsAndGivesBack() async throws {
    let server = try RawServer {
      $0.target == "/robots.txt" ? [] : $0.target == "/slow" ? [.pause(.seconds(20))] : answer("page")
    }.start()
    let far = try RawServer(address: "127.0.0.2") { $0.target == "/robots.txt" ? [] : answer("page") }.start()
    let urls = try FetchRequest.list([
      server.url("/a"), server.url("/slow"), server.url("/b"), far.url("/a"), far.url("/b"),
    ])
    let frontier = MemoryFrontier(urls)
    let policy = try CrawlPolicy.loopback {
      $0.limits.firstByte = .seconds(60)
      $0.limits.total = .seconds(60)
      // The second host waits for its turn.
      $0.hosts["127.0.0.2"] = HostPolicy()
    }
    let engine = CrawlEngine(policy: policy, frontier: frontier)
    async let result = engine.run()
    while server.asked.last?.target != "/slow" || far.asked.last?.target != "/robots.txt" {
      try await Task.sleep(for: .milliseconds(10))
    }
    try await Task.sleep(for: .milliseconds(100))
    let start = ContinuousClock.now
    engine.stop()
    engine.stop()
    let summary = try await result
    #expect(ContinuousClock.now - start < .seconds(3))
    #expect(frontier.outcomes.map(\.request) == [urls[0]])
    #expect(Set(frontier.givenBack) == [urls[1], urls[3]])
    #expect(summary.hosts["127.0.0.1"]?.ended == .stopped)
    #expect(summary.hosts["127.0.0.2"]?.ended == .stopped)
  }

  @Test func aCrawlThatIsStoppedBeforeItBeginsDoesNothing() async throws {
    let server = try RawServer { _ in answer("page") }.start()
    let frontier = MemoryFrontier(try FetchRequest.list([server.url("/a")]))
    let engine = CrawlEngine(policy: try .test(), frontier: frontier)
    engine.stop()
    let summary = try await engine.run()
    #expect(summary.hosts.isEmpty)
    #expect(server.asked.isEmpty)
  }

  @Test func whatTheFrontierThrowsEndsTheCrawl() async throws {
    struct Full: Error {}
    final class Broken: Frontier {
      let request: FetchRequest
      init(_ request: FetchRequest) { self.request = request }
      func hosts() throws -> [String] { [request.url.host] }
      func next(host: String) throws -> FetchRequest? { request }
      func record(_ outcome: FetchOutcome) throws { throw Full() }
      func giveBack(_ request: FetchRequest) throws {}
      func memory(of host: String) throws -> HostMemory { HostMemory() }
      func remember(_ memory: HostMemory, of host: String) throws {}
    }
    let server = try RawServer { $0.target == "/robots.txt" ? [] : answer("page") }.start()
    let frontier = Broken(FetchRequest(url: try PageURL(server.url("/a"))))
    await #expect(throws: Full.self) { try await CrawlEngine(policy: .test(), frontier: frontier).run() }
    #expect(server.asked.count { $0.target == "/a" } == 1)
  }

  @Test func aClosedConnectionIsNoSignal() async throws {
    let server = try RawServer { $0.target == "/robots.txt" ? [] : answer("page") }.start()
    let isBlocked = Mutex(false)
    let frontier = MemoryFrontier(try FetchRequest.list([server.url("/a")])) { _ in
      // On the thread that has made the exchange.
      var signals = sigset_t()
      pthread_sigmask(SIG_BLOCK, nil, &signals)
      isBlocked.withLock { $0 = sigismember(&signals, SIGPIPE) == 1 }
      return []
    }
    _ = try await CrawlEngine(policy: .test(), frontier: frontier).run()
    #expect(isBlocked.withLock { $0 })
  }

  @Test func anEmptyQueueIsNoWork() async throws {
    let summary = try await CrawlEngine(policy: .test(), frontier: MemoryFrontier([])).run()
    #expect(summary == CrawlSummary())
  }
}
