internal import Records

/// The name of an observation: made of its document, its place there and what was read.
enum ObservationName {
  /// The FNV-1a hash of these in 64 bits, as sixteen hexadecimal digits.
  static func make(_ observation: Observation) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ text: String) {
      for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      hash = (hash ^ 0xFF) &* 0x100_0000_01b3
    }
    add(observation.documentID)
    add(String(observation.span.start))
    add(String(observation.span.end))
    add(observation.indicatorID ?? observation.indicator)
    add(observation.measure.rawValue)
    add(observation.breakdown)
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
