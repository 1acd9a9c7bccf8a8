import Synchronization

/// A server that has a fault, as long as this lives.
package final class FaultyServer: Sendable {
  /// The server that takes the steps; one that is not asked where another kind of server answers.
  package let server: RawServer
  /// The URL of its root, without a slash at the end.
  package let base: String
  private let others: Mutex<[AnyObject]>

  /// Starts it.
  ///
  /// - Parameter steps: what it does where it takes steps. Without an answer for it there is no robots.txt.
  package init(_ fault: ServerFault, _ steps: @escaping @Sendable (Asked) -> [Step]) async throws {
    server = try RawServer(backlog: fault.kind == .full ? 0 : 128) { asked in
      asked.target == "/robots.txt" && !fault.answersRobots ? [] : steps(asked)
    }
    switch fault.kind {
    case .http:
      others = Mutex([])
      base = server.url("")
      _ = server.start()
    case .full:
      let port = server.port
      others = Mutex((0..<3).map { _ in Occupant(port: port) })
      base = server.url("")
    case .selfSigned:
      let own = try await SelfSignedServer.start(pages: ["page", "after"])
      base = "https://127.0.0.1:\(own.port)"
      others = Mutex([own])
    }
  }
}

/// Lets a few tests at once have a server: the others wait, so that all have a share of the machine.
package actor Turns {
  package static let servers = Turns(8)
  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(_ count: Int) { free = count }

  /// Calls `body` when its turn has come.
  package nonisolated func take<Result: Sendable>(
    _ body: @Sendable () async throws -> Result
  ) async throws -> Result {
    await begin()
    do {
      let result = try await body()
      await end()
      return result
    } catch {
      await end()
      throw error
    }
  }

  private func begin() async {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  private func end() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }
}
