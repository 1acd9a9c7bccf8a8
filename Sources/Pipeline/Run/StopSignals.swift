internal import Glibc
internal import Synchronization

/// Notices SIGINT and SIGTERM: the run ends after the page it is at, a second signal ends it at once.
///
/// The handler does nothing but set a number that was there before, which is safe wherever it interrupts. A source of Dispatch is
/// no help: a signal that comes before it is registered is lost.
struct StopSignals: Sendable {
  private static let received = Atomic<Int32>(0)

  /// Starts to listen.
  init() {
    Self.received.store(0, ordering: .sequentiallyConsistent)
    for number in [SIGINT, SIGTERM] {
      _ = signal(number) { number in
        if StopSignals.received.exchange(number, ordering: .sequentiallyConsistent) != 0 {
          _exit(128 + number)
        }
      }
    }
  }

  /// The end that a signal asked for, if one came.
  var stop: Stop? {
    switch Self.received.load(ordering: .sequentiallyConsistent) {
    case SIGINT: Stop(.interrupted, "interrupted; nothing was published")
    case SIGTERM: Stop(.terminated, "terminated; nothing was published")
    default: nil
    }
  }
}
