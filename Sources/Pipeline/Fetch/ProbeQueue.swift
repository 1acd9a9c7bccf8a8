internal import Fetch
internal import Synchronization

/// One page to fetch, and what became of it; nothing is kept.
final class ProbeQueue: Frontier {
  private struct Content {
    var isAsked = false
    var outcome: FetchOutcome?
    var robots: [String: RobotsCopy] = [:]
  }

  private let url: PageURL
  private let content = Mutex(Content())

  init(_ url: PageURL) { self.url = url }

  /// What became of the page; nothing where it was not tried to its end.
  var outcome: FetchOutcome? { content.withLock { $0.outcome } }

  /// The robots.txt that holds for the page.
  var robots: RobotsCopy? { content.withLock { $0.robots[url.origin] } }

  func hosts() -> [String] { content.withLock { $0.isAsked } ? [] : [url.host] }

  func next(host: String) -> Fetch.FetchRequest? {
    content.withLock { content in
      guard host == url.host, !content.isAsked else { return nil }
      content.isAsked = true
      return Fetch.FetchRequest(url: url)
    }
  }

  func record(_ outcome: FetchOutcome) { content.withLock { $0.outcome = outcome } }

  func giveBack(_ request: Fetch.FetchRequest) {}

  func memory(of host: String) -> HostMemory { HostMemory() }

  func remember(_ memory: HostMemory, of host: String) {
    content.withLock { $0.robots.merge(memory.robots) { $1 } }
  }
}
