import Synchronization
import TestServers
import Testing

@testable import Pipeline

@Suite(.timeLimit(.minutes(20))) struct GroupCommitTests {
  /// Runs the work on so many threads and waits for all.
  private func onThreads(_ count: Int, _ work: @escaping @Sendable (Int) -> Void) async {
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<count {
        group.addTask {
          await withCheckedContinuation { continuation in
            onThread {
              work(number)
              continuation.resume()
            }
          }
        }
      }
    }
  }

  @Test func eachItemIsWrittenOnceBeforeItsThreadGoesOn() async {
    let commits = GroupCommit<Int>()
    let written = Mutex<[[Int]]>([])
    let isEarly = Mutex(false)
    await onThreads(8) { thread in
      for number in 0..<200 {
        let item = thread * 1000 + number
        try? commits.keep(item) { items in written.withLock { $0.append(items) } }
        if written.withLock({ !$0.contains { $0.contains(item) } }) { isEarly.withLock { $0 = true } }
      }
    }
    #expect(!isEarly.withLock { $0 })
    let all = written.withLock { $0.joined().sorted() }
    let expected: [Int] = (0..<8).flatMap { thread in (0..<200).map { thread * 1000 + $0 } }
    #expect(all == expected)
    #expect(written.withLock { $0.allSatisfy { !$0.isEmpty } })
  }

  @Test func whatComesDuringAWriteIsWrittenTogether() async {
    let commits = GroupCommit<Int>()
    let written = Mutex<[[Int]]>([])
    let came = Atomic(0)
    await onThreads(5) { number in
      came.add(1, ordering: .sequentiallyConsistent)
      try? commits.keep(number) { items in
        // The first waits until the others are there, and a little for them to be counted in.
        while came.load(ordering: .sequentiallyConsistent) < 5 {}
        if written.withLock({ $0.isEmpty }) { pause(milliseconds: 200) }
        written.withLock { $0.append(items) }
      }
    }
    #expect(written.withLock { $0.joined().sorted() } == [0, 1, 2, 3, 4])
    #expect(written.withLock { $0.count } < 5)
  }

  @Test func nothingIsWrittenBehindAFailure() async {
    struct Full: Error {}
    let commits = GroupCommit<Int>()
    let failures = Atomic(0)
    let writes = Atomic(0)
    await onThreads(6) { number in
      for _ in 0..<10 {
        do {
          try commits.keep(number) { _ in
            writes.add(1, ordering: .sequentiallyConsistent)
            throw Full()
          }
        } catch is Full {
          failures.add(1, ordering: .sequentiallyConsistent)
        } catch {}
      }
    }
    #expect(failures.load(ordering: .sequentiallyConsistent) == 60)
    #expect(writes.load(ordering: .sequentiallyConsistent) == 1)
  }
}
