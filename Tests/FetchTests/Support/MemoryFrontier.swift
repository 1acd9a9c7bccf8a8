import Fetch
import Synchronization

/// A queue and an archive in memory.
final class MemoryFrontier: Frontier {
  struct State {
    var queue: [String: [FetchRequest]] = [:]
    var outcomes: [FetchOutcome] = []
    var givenBack: [FetchRequest] = []
    var memories: [String: HostMemory] = [:]
    /// Hosts of which a request is out.
    var out: Set<String> = []
    /// Whether a host was asked for while its request was out.
    var wasAskedTwice = false
  }

  let state: Mutex<State>
  /// Called when something was recorded; what it answers joins the queue.
  let discover: @Sendable (FetchOutcome) -> [FetchRequest]

  init(
    _ requests: [FetchRequest], memories: [String: HostMemory] = [:],
    discover: @escaping @Sendable (FetchOutcome) -> [FetchRequest] = { _ in [] }
  ) {
    var state = State(memories: memories)
    for request in requests { state.queue[request.url.host, default: []].append(request) }
    self.state = Mutex(state)
    self.discover = discover
  }

  var outcomes: [FetchOutcome] { state.withLock(\.outcomes) }
  var givenBack: [FetchRequest] { state.withLock(\.givenBack) }

  func hosts() throws -> [String] {
    state.withLock { $0.queue.filter { !$0.value.isEmpty }.keys.sorted() }
  }

  func next(host: String) throws -> FetchRequest? {
    state.withLock { state in
      if state.out.contains(host) { state.wasAskedTwice = true }
      guard state.queue[host]?.isEmpty == false else { return nil }
      state.out.insert(host)
      return state.queue[host]?.removeFirst()
    }
  }

  func record(_ outcome: FetchOutcome) throws {
    let found = discover(outcome)
    state.withLock { state in
      state.out.remove(outcome.request.url.host)
      state.outcomes.append(outcome)
      for request in found { state.queue[request.url.host, default: []].append(request) }
    }
  }

  func giveBack(_ request: FetchRequest) throws {
    state.withLock { state in
      state.out.remove(request.url.host)
      state.givenBack.append(request)
    }
  }

  func memory(of host: String) throws -> HostMemory {
    state.withLock { $0.memories[host] ?? HostMemory() }
  }

  func remember(_ memory: HostMemory, of host: String) throws {
    state.withLock { $0.memories[host] = memory }
  }
}
