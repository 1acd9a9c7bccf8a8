import Fetch
import Synchronization

/// A clock that begins at a moment of its own and runs evenly.
struct TestClock: CrawlClock {
  /// 2026-11-24T08:00:00Z.
  static let start = Moment(milliseconds: 1_795_507_200_000)
  private let real = ContinuousClock.now

  var now: Moment { Self.start + (ContinuousClock.now - real) }
  func sleep(until moment: Moment) -> Duration { max(moment - now, .zero) }
}

/// A clock that stands still while nobody waits, and jumps where somebody does.
final class JumpingClock: CrawlClock, @unchecked Sendable {
  private let time: Mutex<Moment>

  init(at start: Moment = TestClock.start) { time = Mutex(start) }

  var now: Moment { time.withLock { $0 } }

  func sleep(until moment: Moment) -> Duration {
    time.withLock { $0 = max($0, moment) }
    return .zero
  }
}
