import Fetch
import Synchronization
import TestServers
import Testing

/// What one run tells the next.
@Suite(.timeLimit(.minutes(20))) struct CrawlMemoryTests {
  @Test func aHostThatAskedToBeLeftAloneIsLeftAloneByTheNextRun() async throws {
    let server = try RawServer {
      $0.target == "/robots.txt"
        ? [] : answer("", status: "429 Too Many Requests", fields: ["Retry-After: 3600"])
    }.start()
    let urls = try FetchRequest.list([server.url("/a"), server.url("/b")])
    let first = MemoryFrontier(urls)
    let summary = try await CrawlEngine(policy: .test(), frontier: first, clock: JumpingClock()).run()
    let until = try #require(first.state.withLock { $0.memories["127.0.0.1"]?.notBefore })
    #expect(until == TestClock.start + .seconds(3600))
    #expect(summary.hosts["127.0.0.1"]?.ended == .resting(until: until))
    #expect(summary.hosts["127.0.0.1"]?.lastFailure?.code == .rateLimited)
    #expect(first.outcomes.isEmpty)
    #expect(first.givenBack == [urls[0]])

    let asked = server.asked.count
    let memories = first.state.withLock(\.memories)
    let second = MemoryFrontier(urls, memories: memories)
    _ = try await CrawlEngine(policy: .test(), frontier: second, clock: JumpingClock()).run()
    #expect(server.asked.count == asked)

    let later = JumpingClock(at: TestClock.start + .seconds(3600))
    _ = try await CrawlEngine(
      policy: .test(), frontier: MemoryFrontier(urls, memories: memories), clock: later
    ).run()
    #expect(server.asked.count > asked)
  }

  @Test func robotsIsCachedForADay() async throws {
    let server = try RawServer {
      answer($0.target == "/robots.txt" ? "User-agent: *\nDisallow: /b\n" : "page")
    }
    .start()
    let urls = try FetchRequest.list([server.url("/a"), server.url("/b")])
    let first = MemoryFrontier(urls)
    _ = try await CrawlEngine(policy: .test(), frontier: first, clock: JumpingClock()).run()
    let memories = first.state.withLock(\.memories)
    func robotsAsked() -> Int { server.asked.count { $0.target == "/robots.txt" } }
    #expect(robotsAsked() == 1)

    let second = MemoryFrontier(urls, memories: memories)
    let soon = JumpingClock(at: TestClock.start + .seconds(86_000))
    _ = try await CrawlEngine(policy: .test(), frontier: second, clock: soon).run()
    #expect(robotsAsked() == 1)
    #expect(second.outcomes.compactMap(\.failure?.code) == [.robotsDisallowed])

    let late = JumpingClock(at: TestClock.start + .seconds(86_500))
    _ = try await CrawlEngine(
      policy: .test(), frontier: MemoryFrontier(urls, memories: memories), clock: late
    ).run()
    #expect(robotsAsked() == 2)
  }

  @Test func whatIsOddAboutRobotsIsNoted() async throws {
    func notes(_ steps: @escaping @Sendable () -> [Step]) async throws -> (String, [HostNote]?) {
      let server = try RawServer { $0.target == "/robots.txt" ? steps() : answer("page") }.start()
      let frontier = MemoryFrontier(try FetchRequest.list([server.url("/a")]))
      let summary = try await CrawlEngine(policy: .test(), frontier: frontier).run()
      #expect(frontier.outcomes.first?.isPage == true)
      return (server.url(""), summary.hosts["127.0.0.1"]?.notes)
    }
    let html = try await notes { answer("<html><body>404</body></html>") }
    #expect(html.1 == [.robotsIsHTML(origin: html.0)])
    let endless = try await notes {
      [.text("HTTP/1.1 200 OK\r\n\r\nUser-agent: *\n"), .endless(Array("# and so on\n".utf8))]
    }
    #expect(endless.1 == [.robotsCut(origin: endless.0)])
    let bomb = try await notes { answer(Compressed.gzipBomb, fields: ["Content-Encoding: gzip"]) }
    #expect(bomb.1 == [.robotsCut(origin: bomb.0)])
    let plain = try await notes { answer("User-agent: *\n") }
    #expect(plain.1 == [])
  }

  @Test func aHostThatFailsTooOftenIsLeft() async throws {
    let dead = try DeadPort()
    let frontier = MemoryFrontier(
      try FetchRequest.list((0..<100).map { "http://127.0.0.1:\(dead.port)/\($0)" }))
    let policy = try CrawlPolicy.test { $0.hostFailures = 5 }
    let summary = try await CrawlEngine(policy: policy, frontier: frontier, clock: JumpingClock()).run()
    #expect(summary.hosts["127.0.0.1"]?.ended == .tooManyFailures)
    #expect(frontier.outcomes.count == 5)
    #expect(frontier.outcomes.allSatisfy { $0.failure?.code == .connectionFailed })
    // Three attempts at robots.txt; nothing else was tried.
    let memories = frontier.state.withLock(\.memories)
    #expect(memories["127.0.0.1"]?.failuresInARow == 3)

    // The next night two more failures are enough, and its pages are told all the same.
    let second = MemoryFrontier(
      try FetchRequest.list((0..<100).map { "http://127.0.0.1:\(dead.port)/\($0)" }), memories: memories)
    let later = JumpingClock(at: TestClock.start + .seconds(86_400))
    _ = try await CrawlEngine(policy: policy, frontier: second, clock: later).run()
    #expect(second.outcomes.count == 5)
    #expect(second.state.withLock { $0.memories["127.0.0.1"]?.failuresInARow } == 5)
  }
}
