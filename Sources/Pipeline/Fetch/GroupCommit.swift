internal import Fetch

/// Lets threads that have something to keep share one write: who comes while another writes waits, and what has gathered in
/// the meantime is written together.
///
/// Nobody waits for others to come: a thread alone writes at once.
final class GroupCommit<Item: Sendable>: Sendable {
  private struct State {
    /// What waits to be written, and how many came before the first of it.
    var waiting: [Item] = []
    var first = 0
    /// Of how many it is known that they are written.
    var written = 0
    var isWriting = false
    var error: (any Error)?
  }

  private enum Turn {
    case written
    case failed(any Error)
    /// To write these.
    case write([Item])
  }

  private let monitor = Monitor(State())

  /// Writes the item, alone or with others; it is written when this returns.
  ///
  /// - Parameter write: writes all items or none; called by one thread at a time.
  /// - Throws: what the write of it threw, or an earlier one: behind a write that failed nothing is written any more.
  func keep(_ item: Item, _ write: ([Item]) throws -> Void) throws {
    let number = monitor.update { state in
      state.waiting.append(item)
      return state.first + state.waiting.count
    }
    switch monitor.wait(for: { Self.turn(of: number, &$0) }) {
    case .written: return
    case .failed(let error): throw error
    case .write(let items):
      let result = Result { try write(items) }
      try monitor.announce { state in
        state.isWriting = false
        switch result {
        case .success: state.written += items.count
        case .failure(let error): state.error = error
        }
        try result.get()
      }
    }
  }

  private static func turn(of number: Int, _ state: inout State) -> Awaited<Turn> {
    // What was written before a failure is written all the same.
    if number <= state.written { return .ready(.written) }
    if let error = state.error { return .ready(.failed(error)) }
    if state.isWriting { return .after(nil) }
    let items = state.waiting
    state.isWriting = true
    state.first += items.count
    state.waiting = []
    return .ready(.write(items))
  }
}
