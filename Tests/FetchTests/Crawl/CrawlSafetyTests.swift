import Fetch
import Foundation
import Glibc
import TestServers
import Testing

/// What is not asked.
@Suite(.timeLimit(.minutes(20))) struct CrawlSafetyTests {
  @Test func aHostThatIsNotNamedIsNotAsked() async throws {
    let server = try RawServer(address: "127.0.0.2") { _ in answer("page") }.start()
    let frontier = MemoryFrontier(try FetchRequest.list([server.url("/a")]))
    _ = try await CrawlEngine(policy: .test(), frontier: frontier).run()
    #expect(frontier.outcomes.first?.failure?.code == .hostNotAllowed)
    #expect(server.asked.isEmpty)
  }

  @Test func loopbackIsRefusedUnlessItIsNamed() async throws {
    let server = try RawServer { _ in answer("page") }.start()
    let frontier = MemoryFrontier(try FetchRequest.list([server.url("/a")]))
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
    let frontier = MemoryFrontier(try FetchRequest.list(["http://localhost:\(server.port)/a"]))
    let policy = try CrawlPolicy.test {
      $0.allowed = AllowList(["localhost:*"]) ?? $0.allowed
      $0.allowedAddresses = []
    }
    _ = try await CrawlEngine(policy: policy, frontier: frontier).run()
    #expect(frontier.outcomes.first?.failure?.code == .addressRefused)
    #expect(server.asked.isEmpty)
  }

  @Test func aNameWithoutAnAddressIsNoHost() async throws {
    // A label of 64 letters is none: no question goes out to a name server.
    let host = String(repeating: "a", count: 64) + ".gov.cn"
    let frontier = MemoryFrontier(try FetchRequest.list(["http://\(host)/a"]))
    let policy = try CrawlPolicy.test { $0.allowed = AllowList(["*.gov.cn"]) ?? $0.allowed }
    _ = try await CrawlEngine(policy: policy, frontier: frontier).run()
    #expect(frontier.outcomes.first?.failure?.code == .nameNotResolved)
  }

  @Test func theEnvironmentNamesNoProxy() async throws {
    setenv("http_proxy", "http://127.0.0.1:1", 1)
    defer { unsetenv("http_proxy") }
    let server = try RawServer { $0.target == "/robots.txt" ? [] : answer("page") }.start()
    let frontier = MemoryFrontier(try FetchRequest.list([server.url("/a")]))
    _ = try await CrawlEngine(policy: .test(), frontier: frontier).run()
    #expect(frontier.outcomes.first?.isPage == true)
  }

  @Test func theConfigurationNamesAProxy() async throws {
    let proxy = try RawServer { $0.target.hasSuffix("/robots.txt") ? answer("") : answer("by proxy") }.start()
    let frontier = MemoryFrontier(try FetchRequest.list(["http://www.example.gov.cn/a"]))
    let policy = try CrawlPolicy.test {
      $0.allowed = AllowList(["*.gov.cn"]) ?? $0.allowed
      $0.proxy = proxy.url("")
    }
    _ = try await CrawlEngine(policy: policy, frontier: frontier).run()
    #expect(frontier.outcomes.first?.answer?.content == Array("by proxy".utf8))
    #expect(
      proxy.asked.map(\.target) == ["http://www.example.gov.cn/robots.txt", "http://www.example.gov.cn/a"])
  }

  /// What a proxy is told of its user is no part of the request that is archived.
  @Test func aProxysPasswordIsNotKept() async throws {
    let proxy = try RawServer { $0.target.hasSuffix("/robots.txt") ? answer("") : answer("by proxy") }.start()
    let frontier = MemoryFrontier(try FetchRequest.list(["http://www.example.gov.cn/a"]))
    let policy = try CrawlPolicy.test {
      $0.allowed = AllowList(["*.gov.cn"]) ?? $0.allowed
      $0.proxy = proxy.url("").replacing("http://", with: "http://user:secret@")
    }
    _ = try await CrawlEngine(policy: policy, frontier: frontier).run()
    let sent = try #require(proxy.asked.last?.head)
    let kept = String(decoding: try #require(frontier.outcomes.first?.answer).requestHead, as: UTF8.self)
    #expect(sent.contains("\r\nProxy-Authorization: Basic dXNlcjpzZWNyZXQ=\r\n"))
    #expect(!kept.contains("roxy-Authorization"))
    #expect(kept == sent.replacing("Proxy-Authorization: Basic dXNlcjpzZWNyZXQ=\r\n", with: ""))
  }

  /// The proxy's own answer, with which a tunnel begins, is not the page's.
  @Test func pagesComeThroughATunnel() async throws {
    let far = try await SelfSignedServer.start(pages: ["page"])
    let proxy = try RawServer { asked in
      [.text("HTTP/1.1 200 Connection established\r\nETag: \"proxy\"\r\n\r\n"), .tunnel(port: far.port)]
    }.start()
    let url = "https://127.0.0.1:\(far.port)/"
    let frontier = MemoryFrontier(try FetchRequest.list([url + "page", url + "missing"]))
    let policy = try CrawlPolicy.test {
      $0.proxy = proxy.url("")
      $0.certificates = far.certificate.path
    }
    _ = try await CrawlEngine(policy: policy, frontier: frontier).run()
    let page = try #require(frontier.outcomes.first { $0.request.url.target == "/page" })
    #expect(page.isPage, "\(page.failure?.description ?? "")")
    #expect(page.answer?.content == Array("page".utf8))
    #expect(page.answer?.field("etag") == nil)
    #expect(page.answer.map { String(decoding: $0.responseHead, as: UTF8.self) } == "HTTP/1.0 200 OK\r\n\r\n")
    #expect(proxy.asked.first?.target == "127.0.0.1:\(far.port)")
  }

  @Test func ownCertificatesAreTrusted() async throws {
    let server = try await SelfSignedServer.start(pages: ["page"])
    let frontier = MemoryFrontier(try FetchRequest.list(["https://127.0.0.1:\(server.port)/page"]))
    let policy = try CrawlPolicy.test { $0.certificates = server.certificate.path }
    let summary = try await CrawlEngine(policy: policy, frontier: frontier).run()
    #expect(frontier.outcomes.first?.isPage == true, "\(frontier.outcomes.first?.failure?.description ?? "")")
    #expect(summary.hosts["127.0.0.1"]?.notes == [])
  }
}
