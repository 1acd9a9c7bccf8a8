/// When a host may be asked again.
struct HostPace: Sendable {
  /// The time from an answer to the next request, without chance.
  private(set) var delay: Duration
  /// Not before.
  private(set) var notBefore: Moment?
  /// How many attempts have failed since the last answer.
  private(set) var failuresInARow: Int

  private let jitterPercent: Int
  private let backoff: Duration
  private let backoffCap: Duration
  private var chance: Chance

  /// Begins where the last run ended.
  init(host: String, policy: HostPolicy, crawl: CrawlPolicy, memory: HostMemory) {
    delay = policy.delay
    jitterPercent = policy.jitterPercent
    backoff = crawl.backoff
    backoffCap = crawl.backoffCap
    notBefore = memory.notBefore
    failuresInARow = memory.failuresInARow
    chance = Chance(seed: crawl.seed, name: host)
  }

  /// Whether the host may be asked now.
  func allows(_ now: Moment) -> Bool { notBefore.map { $0 <= now } ?? true }

  /// robots.txt asks for a delay; the longer one holds.
  mutating func honour(crawlDelay: Duration) { delay = max(delay, crawlDelay) }

  /// The host has answered, whatever it said.
  mutating func answered(at now: Moment) {
    failuresInARow = 0
    notBefore = now + varied(delay)
  }

  /// The host has not answered, or asks to be left alone.
  mutating func failed(at now: Moment, retryAfter: Duration?) {
    failuresInARow += 1
    // 2^40 seconds are more than any cap.
    let wait = min(backoff * (1 << min(failuresInARow - 1, 40)), backoffCap)
    notBefore = now + max(varied(max(wait, delay)), retryAfter ?? .zero)
  }

  /// The host asks to be left alone for a while although all is well.
  mutating func rest(from now: Moment, for duration: Duration) {
    notBefore = max(notBefore ?? now, now + duration)
  }

  /// The duration and up to the jitter more.
  private mutating func varied(_ duration: Duration) -> Duration {
    guard jitterPercent > 0 else { return duration }
    let milliseconds = duration.wholeMilliseconds
    return duration
      + .milliseconds(Int64.random(in: 0...(milliseconds * Int64(jitterPercent) / 100), using: &chance))
  }
}
