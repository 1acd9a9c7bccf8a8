import Fetch
import TestServers
import Testing

/// What is sent and what is kept.
@Suite(.timeLimit(.minutes(20))) struct CrawlExchangeTests {
  @Test func keepsWhatWasSentAndWhatCame() async throws {
    let server = try RawServer { _ in
      [.text("HTTP/1.1 200 OK\r\nServer:  IIS \r\nETag: W/\"1\"\r\nContent-Length: 4\r\n\r\npage"), .keep]
    }.start()
    let frontier = MemoryFrontier(try FetchRequest.list([server.url("/a?b=1")]))
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
    let frontier = MemoryFrontier(try FetchRequest.list((0..<20).map { server.url("/\($0)") }))
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
}
