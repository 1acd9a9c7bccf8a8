internal import Glibc

/// Fetches what the frontier has due: many hosts at once, one host never more than once, and each as its robots.txt and
/// the policy say.
///
/// Memory does not grow with the queue: of it, only the requests that are on their way are held.
public final class CrawlEngine: Sendable {
  private let policy: CrawlPolicy
  private let frontier: any Frontier
  private let clock: any CrawlClock
  private let flag = StopFlag()
  private let monitor: Monitor<CrawlState>

  /// Makes a crawl, which begins with `run()`.
  public init(policy: CrawlPolicy, frontier: any Frontier, clock: any CrawlClock = SystemClock()) {
    self.policy = policy
    self.frontier = frontier
    self.clock = clock
    monitor = Monitor(CrawlState(policy: policy))
  }

  /// Fetches until nothing is due any more, or `stop()` is called. To be called once.
  ///
  /// The work is done on threads of its own: transfers block.
  /// - Returns: what it came to; where the crawl was stopped, what it came to until then.
  /// - Throws: what the frontier has thrown.
  public func run() async throws -> CrawlSummary {
    let worker = CrawlWorker(policy: policy, frontier: frontier, clock: clock, stop: flag, monitor: monitor)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<max(1, policy.parallelHosts) {
        group.addTask { await Self.onThread { worker.work() } }
      }
    }
    let (summary, error) = monitor.update { state in
      let summary = state.close(frontier)
      return (summary, state.error)
    }
    if let error { throw error }
    return summary
  }

  /// Ends the crawl: transfers are broken off within a second, and what was on its way goes back to the frontier. From
  /// any thread; more than once does no harm.
  public func stop() {
    flag.set()
    monitor.announce { $0.stop() }
  }

  /// A connection that the other side has closed is an error of one write, here and in libcurl's TLS, and no signal that
  /// ends the process.
  private static func ignoreClosedConnections() {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
  }

  /// Runs the work on a thread of its own and waits for it.
  private static func onThread(_ work: @escaping @Sendable () -> Void) async {
    await withCheckedContinuation { continuation in
      let box = Unmanaged.passRetained(
        ThreadWork {
          Self.ignoreClosedConnections()
          work()
          continuation.resume()
        })
      var thread = pthread_t()
      let status = pthread_create(
        &thread, nil,
        { context in
          if let context { Unmanaged<ThreadWork>.fromOpaque(context).takeRetainedValue().body() }
          return nil
        }, box.toOpaque())
      if status == 0 {
        pthread_detach(thread)
      } else {
        // No more threads are to be had.
        box.takeRetainedValue().body()
      }
    }
  }
}

/// A closure that a thread is given.
private final class ThreadWork: Sendable {
  let body: @Sendable () -> Void
  init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}
