package import Fetch
import Synchronization

/// A clock that begins at a moment of its own and runs evenly.
package struct TestClock: CrawlClock {
  /// 2026-11-24T08:00:00Z.
  package static let start = Moment(milliseconds: 1_795_507_200_000)
  private let real = ContinuousClock.now

  /// Begins at the start.
  package init() {}

  package var now: Moment { Self.start + (ContinuousClock.now - real) }
  package func sleep(until moment: Moment) -> Duration { max(moment - now, .zero) }
}

/// A clock that stands still while nobody waits, and jumps where somebody does.
package final class JumpingClock: CrawlClock, @unchecked Sendable {
  private let time: Mutex<Moment>

  package init(at start: Moment = TestClock.start) { time = Mutex(start) }

  package var now: Moment { time.withLock { $0 } }

  package func sleep(until moment: Moment) -> Duration {
    time.withLock { $0 = max($0, moment) }
    return .zero
  }
}
