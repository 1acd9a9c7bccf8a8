import Fetch
import Synchronization
import TestServers
import Testing

/// How pages go through the crawl.
@Suite(.timeLimit(.minutes(20))) struct CrawlQueueTests {
  @Test func pagesBringPages() async throws {
    let server = try RawServer { $0.target == "/robots.txt" ? [] : answer("page") }.start()
    let other = try RawServer(address: "127.0.0.2") { $0.target == "/robots.txt" ? [] : answer("page") }
      .start()
    let base = server.url("")
    let far = other.url("/far")
    let frontier = MemoryFrontier(try FetchRequest.list([server.url("/0")])) { outcome in
      guard outcome.request.url.host == "127.0.0.1", let number = Int(outcome.request.url.target.dropFirst()),
        number < 50
      else { return [] }
      let urls = ["\(base)/\(number + 1)"] + (number == 25 ? [far] : [])
      return urls.compactMap { url in (try? PageURL(url)).map { FetchRequest(url: $0) } }
    }
    _ = try await CrawlEngine(policy: .loopback(), frontier: frontier).run()
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
    let frontier = MemoryFrontier(try FetchRequest.list(urls))
    _ = try await CrawlEngine(policy: .loopback { $0.parallelHosts = 4 }, frontier: frontier).run()
    #expect(frontier.outcomes.count(where: \.isPage) == 60)
    #expect(frontier.outcomes.count { $0.redirects.count == 1 } == 40)
    #expect(frontier.state.withLock { !$0.wasAskedTwice })
    // One connection after the other: a host that has run dry is hung up on, and a redirect may come there later.
    let connections = one.asked.map(\.connection)
    #expect(connections == connections.sorted())
  }

  @Test func aRedirectToAHostThatIsLeftGivesThePageBack() async throws {
    let dead = try DeadPort(address: "127.0.0.2")
    let server = try RawServer {
      $0.target == "/robots.txt" ? [] : redirect("http://127.0.0.2:\(dead.port)\($0.target)")
    }
    .start()
    let frontier = MemoryFrontier(try FetchRequest.list((0..<20).map { server.url("/\($0)") }))
    let policy = try CrawlPolicy.loopback {
      $0.hostFailures = 3
      $0.attempts = 1
    }
    let summary = try await CrawlEngine(policy: policy, frontier: frontier).run()
    #expect(frontier.outcomes.count + frontier.givenBack.count == 20)
    #expect(frontier.outcomes.count == 3)
    #expect(summary.hosts["127.0.0.2"]?.ended == .tooManyFailures)
    #expect(summary.hosts["127.0.0.1"]?.ended == nil)
  }
}
