internal import Dispatch
internal import Glibc
internal import Synchronization

/// Notices SIGINT and SIGTERM: the run ends after the page it is at, a second signal ends it at once.
final class StopSignals: Sendable {
  private let received = Atomic<Int32>(0)
  // Dispatch keeps its sources only as long as somebody holds them.
  private let sources = Mutex<[Source]>([])

  private struct Source: @unchecked Sendable {
    let signal: any DispatchSourceSignal
  }

  /// Starts to listen.
  init() {
    let queue = DispatchQueue(label: "signals")
    for number in [SIGINT, SIGTERM] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler { [weak self] in self?.receive(number) }
      source.resume()
      let held = Source(signal: source)
      sources.withLock { $0.append(held) }
    }
  }

  private func receive(_ number: Int32) {
    if received.exchange(number, ordering: .sequentiallyConsistent) != 0 { _exit(128 + number) }
  }

  /// The end that a signal asked for, if one came.
  var stop: Stop? {
    switch received.load(ordering: .sequentiallyConsistent) {
    case SIGINT: Stop(.interrupted, "interrupted; nothing was published")
    case SIGTERM: Stop(.terminated, "terminated; nothing was published")
    default: nil
    }
  }
}
