import Fetch
import Foundation
import Glibc
import Synchronization
import Testing

/// A crawl of servers on loopback that do nothing wrong.
@Suite(.timeLimit(.minutes(1))) struct CrawlTests {
  private func requests(_ urls: [String]) throws -> [FetchRequest] {
    try urls.map { FetchRequest(url: try PageURL($0)) }
  }

  private func loopback(_ change: (inout CrawlPolicy) -> Void = { _ in }) throws -> CrawlPolicy {
    let allowed = try #require(AllowList(["127.0.0.*:*"]))
    let range = try #require(AddressRange("127.0.0.0/8"))
    return try .test { policy in
      policy.allowed = allowed
      policy.allowedAddresses = [range]
      change(&policy)
    }
  }

  // MARK: What is sent and kept

  @Test func keepsWhatWasSentAndWhatCame() async throws {
    let server = try RawServer { _ in
      [.text("HTTP/1.1 200 OK\r\nServer:  IIS \r\nETag: W/\"1\"\r\nContent-Length: 4\r\n\r\npage"), .keep]
    }.start()
    let frontier = MemoryFrontier(try requests([server.url("/a?b=1")]))
    _ = try await CrawlEngine(policy: .test(), frontier: frontier, clock: TestClock()).run()
    let answer = try #require(frontier.outcomes.first?.answer)
    let sent = try #require(server.asked.last?.head)
    #expect(answer.requestHead == Array(sent.utf8))
    #expect(sent.hasPrefix("GET /a?b=1 HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\n"))
    #expect(sent.contains("\r\nUser-Agent: xianzhi/0 (office@example.org)\r\n"))
    #expect(sent.contains("\r\nAccept-Encoding: gzip, deflate, br\r\n"))
    #expect(!sent.contains("If-None-Match"))
    #expect(
      answer.responseHead
        == Array("HTTP/1.1 200 OK\r\nServer:  IIS \r\nETag: W/\"1\"\r\nContent-Length: 4\r\n\r\n".utf8))
    #expect(answer.payload == Array("page".utf8))
    #expect(answer.field("server") == Array("IIS".utf8))
    #expect(answer.remoteAddress == "127.0.0.1")
    #expect(answer.started >= TestClock.start && answer.started <= answer.finished)
    #expect(Validators(answer)?.etag == Array("W/\"1\"".utf8))
  }

  @Test func asksOverOneConnection() async throws {
    let server = try RawServer {
      answer("page", status: $0.target == "/robots.txt" ? "404 Not Found" : "200 OK")
    }.start()
    let frontier = MemoryFrontier(try requests((0..<20).map { server.url("/\($0)") }))
    let policy = try CrawlPolicy.test { $0.parallelHosts = 4 }
    let summary = try await CrawlEngine(policy: policy, frontier: frontier).run()
    #expect(summary.hosts["127.0.0.1"]?.pages == 20)
    #expect(summary.hosts["127.0.0.1"]?.ended == nil)
    #expect(Set(server.asked.map(\.connection)) == [1])
    #expect(server.asked.map(\.target) == ["/robots.txt"] + (0..<20).map { "/\($0)" })
  }

  @Test func validatorsGoBackToTheirOwnURLAlone() async throws {
    let server = try RawServer {
      $0.target == "/robots.txt"
        ? [] : $0.target == "/old" ? redirect("/new") : answer("", status: "304 Not Modified")
    }.start()
    let old = try PageURL(server.url("/old"))
    let new = try PageURL(server.url("/new"))
    let frontier = MemoryFrontier([
      FetchRequest(url: old, validators: Validators(url: new, etag: Array("\"1\"".utf8), lastModified: nil))
    ])
    _ = try await CrawlEngine(policy: .test(), frontier: frontier).run()
    #expect(frontier.outcomes.first?.isNotModified == true)
    let heads = server.asked.filter { $0.target != "/robots.txt" }.map {
      $0.head.contains("If-None-Match: \"1\"")
    }
    #expect(heads == [false, true])
  }

  @Test func aValueThatWouldEndItsLineIsNotSent() async throws {
    let server = try RawServer { $0.target == "/robots.txt" ? [] : answer("page") }.start()
    let url = try PageURL(server.url("/a"))
    let evil = Validators(url: url, etag: Array("\"1\"\r\nX-Evil: 1".utf8), lastModified: Array("\n".utf8))
    let frontier = MemoryFrontier([FetchRequest(url: url, validators: evil)])
    _ = try await CrawlEngine(policy: .test(), frontier: frontier).run()
    #expect(frontier.outcomes.first?.isPage == true)
    #expect(server.asked.last?.head.contains("Evil") == false)
  }

  // MARK: Pace

  @Test func waitsBetweenRequests() async throws {
    let server = try RawServer {
      answer("page", status: $0.target == "/robots.txt" ? "404 Not Found" : "200 OK")
    }.start()
    let frontier = MemoryFrontier(try requests((0..<10).map { server.url("/\($0)") }))
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
    let frontier = MemoryFrontier(try requests((0..<3).map { server.url("/\($0)") }))
    let policy = try CrawlPolicy.test {
      $0.defaults.jitterPercent = 0
      $0.parallelHosts = 1
    }
    _ = try await CrawlEngine(policy: policy, frontier: frontier, clock: JumpingClock()).run()
    let starts = frontier.outcomes.compactMap { $0.answer?.started.milliseconds }
    #expect(zip(starts, starts.dropFirst()).map { $1 - $0 } == [20_000, 20_000])
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
    let frontier = MemoryFrontier(try requests(urls))
    let policy = try loopback { $0.parallelHosts = 8 }
    _ = try await CrawlEngine(policy: policy, frontier: frontier).run()
    #expect(frontier.outcomes.count(where: \.isPage) == 40)
    #expect(most.withLock { $0.host } == 1)
    #expect(most.withLock { $0.all } > 1)
    #expect(frontier.state.withLock { !$0.wasAskedTwice })
  }

  @Test func aRunTakesItsShareOfPages() async throws {
    let server = try RawServer { $0.target == "/robots.txt" ? [] : answer("page") }.start()
    let frontier = MemoryFrontier(try requests((0..<10).map { server.url("/\($0)") }))
    let policy = try CrawlPolicy.test { $0.defaults.maxPages = 4 }
    let summary = try await CrawlEngine(policy: policy, frontier: frontier).run()
    #expect(frontier.outcomes.count == 4)
    #expect(frontier.givenBack.count == 1)
    #expect(summary.hosts["127.0.0.1"]?.ended == .pageLimit)
    // Pages that robots.txt forbids take no share.
    let closed = try RawServer {
      answer($0.target == "/robots.txt" ? "User-agent: *\nDisallow: /no" : "page")
    }.start()
    let mixed = MemoryFrontier(try requests((0..<10).map { closed.url($0 < 6 ? "/no\($0)" : "/\($0)") }))
    _ = try await CrawlEngine(policy: policy, frontier: mixed).run()
    #expect(mixed.outcomes.count == 10)
    // A share that is just enough ends nothing.
    let whole = MemoryFrontier(try requests((0..<4).map { server.url("/\($0)") }))
    let second = try await CrawlEngine(policy: policy, frontier: whole).run()
    #expect(second.hosts["127.0.0.1"]?.ended == nil)
  }

  @Test func keepsToTheNight() async throws {
    let server = try RawServer { $0.target == "/robots.txt" ? [] : answer("page") }.start()
    // It is 16:00 in China at the start; pages come every 20 minutes.
    let policy = try CrawlPolicy.test {
      $0.defaults.night = NightWindow("15:00-17:00")
      $0.defaults.delay = .seconds(1200)
      $0.patience = .seconds(1800)
      $0.parallelHosts = 1
    }
    let frontier = MemoryFrontier(try requests((0..<10).map { server.url("/\($0)") }))
    let summary = try await CrawlEngine(policy: policy, frontier: frontier, clock: JumpingClock()).run()
    #expect(frontier.outcomes.count == 2)
    #expect(summary.hosts["127.0.0.1"]?.ended == .outsideWindow)
  }

  // MARK: From run to run

  @Test func aHostThatAskedToBeLeftAloneIsLeftAloneByTheNextRun() async throws {
    let server = try RawServer {
      $0.target == "/robots.txt"
        ? [] : answer("", status: "429 Too Many Requests", fields: ["Retry-After: 3600"])
    }.start()
    let urls = try requests([server.url("/a"), server.url("/b")])
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
    let urls = try requests([server.url("/a"), server.url("/b")])
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
      let frontier = MemoryFrontier(try requests([server.url("/a")]))
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
    let port = try freePort()
    let frontier = MemoryFrontier(try requests((0..<100).map { "http://127.0.0.1:\(port)/\($0)" }))
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
      try requests((0..<100).map { "http://127.0.0.1:\(port)/\($0)" }), memories: memories)
    let later = JumpingClock(at: TestClock.start + .seconds(86_400))
    _ = try await CrawlEngine(policy: policy, frontier: second, clock: later).run()
    #expect(second.outcomes.count == 5)
    #expect(second.state.withLock { $0.memories["127.0.0.1"]?.failuresInARow } == 5)
  }

  // MARK: Queue

  @Test func pagesBringPages() async throws {
    let server = try RawServer { $0.target == "/robots.txt" ? [] : answer("page") }.start()
    let other = try RawServer(address: "127.0.0.2") { $0.target == "/robots.txt" ? [] : answer("page") }
      .start()
    let base = server.url("")
    let far = other.url("/far")
    let frontier = MemoryFrontier(try requests([server.url("/0")])) { outcome in
      guard outcome.request.url.host == "127.0.0.1", let number = Int(outcome.request.url.target.dropFirst()),
        number < 50
      else { return [] }
      let urls = ["\(base)/\(number + 1)"] + (number == 25 ? [far] : [])
      return urls.compactMap { url in (try? PageURL(url)).map { FetchRequest(url: $0) } }
    }
    _ = try await CrawlEngine(policy: loopback(), frontier: frontier).run()
    #expect(frontier.outcomes.count(where: \.isPage) == 52)
    #expect(other.asked.contains { $0.target == "/far" })
  }

  @Test func redirectsToOtherHostsWaitForTheirTurn() async throws {
    // Each sends half of its pages to the other: no one may wait for ever.
    let ports = Mutex<[String: Int]>([:])
    @Sendable func serve(_ asked: Asked, other: String) -> [Step] {
      if asked.target == "/robots.txt" { return [] }
      guard asked.target.hasPrefix("/away") else { return answer("page") }
      return redirect("http://\(other):\(ports.withLock { $0[other] ?? 0 })/here\(asked.target.dropFirst(5))")
    }
    let one = try RawServer(address: "127.0.0.1") { serve($0, other: "127.0.0.2") }.start()
    let two = try RawServer(address: "127.0.0.2") { serve($0, other: "127.0.0.1") }.start()
    ports.withLock { $0 = ["127.0.0.1": one.port, "127.0.0.2": two.port] }
    let urls = (0..<20).flatMap { [one.url("/away\($0)"), two.url("/away\($0)"), one.url("/stay\($0)")] }
    let frontier = MemoryFrontier(try requests(urls))
    _ = try await CrawlEngine(policy: loopback { $0.parallelHosts = 4 }, frontier: frontier).run()
    #expect(frontier.outcomes.count(where: \.isPage) == 60)
    #expect(frontier.outcomes.count { $0.redirects.count == 1 } == 40)
    #expect(frontier.state.withLock { !$0.wasAskedTwice })
    #expect(Set(one.asked.map(\.connection)).count == 1)
  }

  @Test func aRedirectToAHostThatIsLeftGivesThePageBack() async throws {
    let dead = try freePort()
    let server = try RawServer {
      $0.target == "/robots.txt" ? [] : redirect("http://127.0.0.2:\(dead)\($0.target)")
    }
    .start()
    let frontier = MemoryFrontier(try requests((0..<20).map { server.url("/\($0)") }))
    let policy = try loopback {
      $0.hostFailures = 3
      $0.attempts = 1
    }
    let summary = try await CrawlEngine(policy: policy, frontier: frontier).run()
    #expect(frontier.outcomes.count + frontier.givenBack.count == 20)
    #expect(frontier.outcomes.count == 3)
    #expect(summary.hosts["127.0.0.2"]?.ended == .tooManyFailures)
    #expect(summary.hosts["127.0.0.1"]?.ended == nil)
  }

  // MARK: Ends

  @Test func stopsWithinSecondsAndGivesBack() async throws {
    let server = try RawServer {
      $0.target == "/robots.txt" ? [] : $0.target == "/slow" ? [.pause(.seconds(20))] : answer("page")
    }.start()
    let far = try RawServer(address: "127.0.0.2") { $0.target == "/robots.txt" ? [] : answer("page") }.start()
    let urls = try requests([
      server.url("/a"), server.url("/slow"), server.url("/b"), far.url("/a"), far.url("/b"),
    ])
    let frontier = MemoryFrontier(urls)
    let policy = try loopback {
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
    let frontier = MemoryFrontier(try requests([server.url("/a")]))
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

  @Test func anEmptyQueueIsNoWork() async throws {
    let summary = try await CrawlEngine(policy: .test(), frontier: MemoryFrontier([])).run()
    #expect(summary == CrawlSummary())
  }

  // MARK: Safety

  @Test func aHostThatIsNotNamedIsNotAsked() async throws {
    let server = try RawServer(address: "127.0.0.2") { _ in answer("page") }.start()
    let frontier = MemoryFrontier(try requests([server.url("/a")]))
    _ = try await CrawlEngine(policy: .test(), frontier: frontier).run()
    #expect(frontier.outcomes.first?.failure?.code == .hostNotAllowed)
    #expect(server.asked.isEmpty)
  }

  @Test func loopbackIsRefusedUnlessItIsNamed() async throws {
    let server = try RawServer { _ in answer("page") }.start()
    let frontier = MemoryFrontier(try requests([server.url("/a")]))
    let policy = try CrawlPolicy.test { $0.allowedAddresses = [] }
    let summary = try await CrawlEngine(policy: policy, frontier: frontier).run()
    let failure = try #require(frontier.outcomes.first?.failure)
    #expect(failure.code == .addressRefused)
    #expect(
      failure.description
        == "\(server.url("/a")): robots.txt cannot be had: 127.0.0.1 is loopback (address-refused)")
    #expect(server.asked.isEmpty)
    #expect(summary.hosts["127.0.0.1"]?.failures == [.addressRefused: 1])
  }

  @Test func namesAreCheckedByTheirAddress() async throws {
    let server = try RawServer { _ in answer("page") }.start()
    let frontier = MemoryFrontier(try requests(["http://localhost:\(server.port)/a"]))
    let policy = try CrawlPolicy.test {
      $0.allowed = AllowList(["localhost:*"]) ?? $0.allowed
      $0.allowedAddresses = []
    }
    _ = try await CrawlEngine(policy: policy, frontier: frontier).run()
    #expect(frontier.outcomes.first?.failure?.code == .addressRefused)
    #expect(server.asked.isEmpty)
  }

  @Test func theEnvironmentNamesNoProxy() async throws {
    setenv("http_proxy", "http://127.0.0.1:1", 1)
    defer { unsetenv("http_proxy") }
    let server = try RawServer { $0.target == "/robots.txt" ? [] : answer("page") }.start()
    let frontier = MemoryFrontier(try requests([server.url("/a")]))
    _ = try await CrawlEngine(policy: .test(), frontier: frontier).run()
    #expect(frontier.outcomes.first?.isPage == true)
  }

  @Test func theConfigurationNamesAProxy() async throws {
    let proxy = try RawServer { $0.target.hasSuffix("/robots.txt") ? answer("") : answer("by proxy") }.start()
    let frontier = MemoryFrontier(try requests(["http://www.example.gov.cn/a"]))
    let policy = try CrawlPolicy.test {
      $0.allowed = AllowList(["*.gov.cn"]) ?? $0.allowed
      $0.proxy = proxy.url("")
    }
    _ = try await CrawlEngine(policy: policy, frontier: frontier).run()
    #expect(frontier.outcomes.first?.answer?.content == Array("by proxy".utf8))
    #expect(
      proxy.asked.map(\.target) == ["http://www.example.gov.cn/robots.txt", "http://www.example.gov.cn/a"])
  }

  @Test func ownCertificatesAreTrusted() async throws {
    let port = try freePort()
    let server = try await SelfSignedServer.start(port: port, pages: ["page"])
    let frontier = MemoryFrontier(try requests(["https://127.0.0.1:\(port)/page"]))
    let policy = try CrawlPolicy.test { $0.certificates = server.certificate.path }
    let summary = try await CrawlEngine(policy: policy, frontier: frontier).run()
    #expect(frontier.outcomes.first?.isPage == true, "\(frontier.outcomes.first?.failure?.description ?? "")")
    #expect(summary.hosts["127.0.0.1"]?.notes == [])
  }
}
