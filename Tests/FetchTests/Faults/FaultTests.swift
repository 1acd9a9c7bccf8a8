import Fetch
import Foundation
import Synchronization
import TestServers
import Testing

@Suite struct FaultTests {
  @Test(.timeLimit(.minutes(20)), arguments: ServerFault.all) func fault(_ fault: ServerFault) async throws {
    try await Turns.servers.take { try await Self.check(fault) }
  }

  private static func check(_ fault: ServerFault) async throws {
    let faulty = try await FaultyServer(fault) { $0.target == "/after" ? answer("after") : fault.steps($0) }
    let server = faulty.server
    let page = try PageURL(faulty.base + "/page")
    let validators = fault.validators.map {
      Validators(
        url: page, etag: $0.etag.map { Array($0.utf8) }, lastModified: $0.lastModified.map { Array($0.utf8) })
    }
    let requests = [
      FetchRequest(url: page, validators: validators), FetchRequest(url: try PageURL(faulty.base + "/after")),
    ]
    let frontier = MemoryFrontier(requests)
    let policy = try CrawlPolicy.test { fault.policy.apply(&$0, server) }
    let summary = try await CrawlEngine(policy: policy, frontier: frontier, clock: TestClock()).run()

    // Nothing is lost and nothing is doubled.
    let ends = frontier.outcomes.map(\.request.url) + frontier.givenBack.map(\.url)
    #expect(Set(ends).count == ends.count)
    if !fault.leavesHost { #expect(Set(ends) == Set(requests.map(\.url))) }
    #expect(frontier.state.withLock { !$0.wasAskedTwice })
    if fault.kind == .http { #expect(server.asked.count { $0.target == "/page" } == fault.times) }

    let outcome = frontier.outcomes.first { $0.request.url == page }
    let seen: ServerFault.Expected? =
      switch outcome?.ending {
      case .page: .page
      case .notModified: .notModified
      case .failed(let failure, _): .failed(failure.code)
      case nil: frontier.givenBack.contains { $0.url == page } ? .rests : nil
      }
    #expect(seen == fault.expected, "\(outcome?.failure?.description ?? "")")
    if let outcome { #expect(fault.check(outcome)) }
    let after = frontier.outcomes.first { $0.request.url.target == "/after" }
    #expect((after?.isPage ?? false) == !fault.leavesHost)
    withExtendedLifetime(faulty) {}
    if fault.kind == .selfSigned, fault.expected == .page {
      #expect(
        summary.hosts["127.0.0.1"]?.notes == [.certificateNotVerified(reason: "signed by the county itself")])
    }
  }

  /// docs/fetch.md explains the reasons, and no others.
  @Test func everyReasonIsExplained() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../docs/fetch.md")
      .standardized
    let page = try String(contentsOf: file, encoding: .utf8)
    let start = try #require(page.firstRange(of: "## Reasons\n")).upperBound
    let end = try #require(page.firstRange(of: "## Not done\n")).lowerBound
    let explained = page[start..<end].split(separator: "\n").filter { $0.hasPrefix("| `") }
      .compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) }
    #expect(explained == FetchFailure.Code.allCases.map(\.rawValue))
  }

  @Test func thereAreFaultsEnough() {
    #expect(ServerFault.all.count >= 30)
    #expect(Set(ServerFault.all.map(\.server)).count == ServerFault.all.count)
  }

  /// The table in docs/operate.md has the rows of these faults, and no others.
  @Test func theTableIsThatOfTheManual() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../../docs/operate.md"
    )
    .standardized
    let text = try String(contentsOf: file, encoding: .utf8)
    let marks = ("<!-- faults: made from Tests/TestServers -->\n", "<!-- /faults -->\n")
    let start = try #require(text.firstRange(of: marks.0)).upperBound
    let end = try #require(text.firstRange(of: marks.1)).lowerBound
    let header =
      "| the server | the run | reason | exit status | in the archive |\n| --- | --- | --- | --- | --- |\n"
    let table = header + ServerFault.all.map { $0.row + "\n" }.joined()
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try text.replacingCharacters(in: start..<end, with: table).write(
        to: file, atomically: true, encoding: .utf8)
    } else {
      #expect(text[start..<end] == table)
    }
  }
}
