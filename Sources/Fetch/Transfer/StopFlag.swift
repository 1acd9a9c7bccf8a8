internal import Synchronization

/// Says to all transfers of a crawl that it is to end. Set once, from any thread or signal source.
final class StopFlag: Sendable {
  private let flag = Atomic(false)

  /// Whether the crawl is to end.
  var isSet: Bool { flag.load(ordering: .relaxed) }

  /// Ends the crawl.
  func set() { flag.store(true, ordering: .relaxed) }
}
