internal import Glibc

/// Says what time it is. Tests have one of their own, which needs no waiting.
public protocol CrawlClock: Sendable {
  /// The time.
  var now: Moment { get }

  /// How long a thread that waits until then has to sleep; a clock for tests lets the time pass instead and says zero.
  func sleep(until moment: Moment) -> Duration
}

/// The system's clock, read once: from then on the time runs evenly, even where somebody sets the clock.
public struct SystemClock: CrawlClock {
  private let start = ContinuousClock.now
  private let moment: Moment

  /// Reads the system's clock.
  public init() {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    moment = Moment(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }

  /// The time.
  public var now: Moment { moment + (ContinuousClock.now - start) }

  /// The time from now until then.
  public func sleep(until moment: Moment) -> Duration { max(moment - now, .zero) }
}
