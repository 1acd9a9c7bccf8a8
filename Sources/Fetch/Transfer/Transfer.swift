/// What libcurl's callbacks of one transfer share.
final class Transfer {
  /// What has come.
  var answer: AnswerCollector
  /// Whether it was cut off because the crawl ends.
  private(set) var isStopped = false

  private let limits: TransferLimits
  private let stop: StopFlag
  private let start = ContinuousClock.now
  private var lastByte: ContinuousClock.Instant?
  private var seen = 0

  init(limits: TransferLimits, body: BodyLimit, addresses: [AddressRange], stop: StopFlag) {
    answer = AnswerCollector(limits: limits, body: body, addresses: AddressGuard(allowed: addresses))
    self.limits = limits
    self.stop = stop
  }

  /// The transfer that a callback was given.
  static func of(_ context: UnsafeMutableRawPointer?) -> Transfer {
    guard let context else { preconditionFailure("libcurl calls back without what it was given") }
    return Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
  }

  /// Whether the transfer may go on. Called often, and at least every second.
  func goesOn() -> Bool {
    if stop.isSet {
      isStopped = true
      return false
    }
    let now = ContinuousClock.now
    if answer.received > seen {
      seen = answer.received
      lastByte = now
    }
    if let lastByte, now - lastByte > limits.idle {
      return answer.refuse(.idleTimeout, "nothing came for \(limits.idle) in the middle of the answer")
    }
    // The times for the connection and for the first byte both count from the start.
    if lastByte == nil, !answer.requestHead.isEmpty, now - start > limits.firstByte {
      return answer.refuse(.firstByteTimeout, "no answer came within \(limits.firstByte)")
    }
    return true
  }
}
