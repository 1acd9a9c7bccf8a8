internal import Glibc

/// A state that one thread at a time may touch, and on which threads can wait (a mutex and a condition variable).
package final class Monitor<State>: @unchecked Sendable {
  private var state: State
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  /// Begins with this state.
  package init(_ state: State) {
    self.state = state
    pthread_mutex_init(mutex, nil)
    // Without this the waits would follow whoever sets the system's clock.
    var attributes = pthread_condattr_t()
    pthread_condattr_init(&attributes)
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
    pthread_cond_init(condition, &attributes)
    pthread_condattr_destroy(&attributes)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  /// Does something with the state, alone. Whoever waits is not told: for changes that leave nobody anything to do, or
  /// that another one follows.
  package func update<Result>(_ body: (inout State) throws -> Result) rethrows -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return try body(&state)
  }

  /// The same, and one that waits looks again. If it finds something, it wakes the next (`wait`).
  package func change<Result>(_ body: (inout State) throws -> Result) rethrows -> Result {
    defer { pthread_cond_signal(condition) }
    return try update(body)
  }

  /// The same, and all that wait look again.
  package func announce<Result>(_ body: (inout State) throws -> Result) rethrows -> Result {
    defer { pthread_cond_broadcast(condition) }
    return try update(body)
  }

  /// What the answer of `body` is once it has one. It is asked again after the time that it names, or after a change;
  /// nothing: only after a change. Then one more that waits looks too, for there may be more than one thing to do.
  package func wait<Result>(for body: (inout State) -> Awaited<Result>) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while true {
      switch body(&state) {
      case .ready(let result):
        pthread_cond_signal(condition)
        return result
      case .after(.some(let duration)) where duration > .zero: sleep(duration)
      case .after(.some): continue
      case .after(nil): pthread_cond_wait(condition, mutex)
      }
    }
  }

  private func sleep(_ duration: Duration) {
    var until = timespec()
    clock_gettime(CLOCK_MONOTONIC, &until)
    // Rounded up to the millisecond, so that nobody wakes up just before the time.
    let milliseconds = min(duration.wholeMilliseconds, 3_600_000) + 1
    let nanoseconds = until.tv_nsec + Int(milliseconds % 1000) * 1_000_000
    until.tv_sec += Int(milliseconds / 1000) + nanoseconds / 1_000_000_000
    until.tv_nsec = nanoseconds % 1_000_000_000
    pthread_cond_timedwait(condition, mutex, &until)
  }
}

/// An answer, or when to ask again.
package enum Awaited<Result> {
  /// The answer.
  case ready(Result)
  /// To be asked again after this time; nothing: when something has changed.
  case after(Duration?)
}
