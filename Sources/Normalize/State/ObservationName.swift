internal import Records

/// The names of a document's observations: made of their document, their place there and what was read.
///
/// A name is the FNV-1a hash of these in 64 bits, as sixteen hexadecimal digits.
struct ObservationName {
  /// The hash of what all names of the document begin with.
  private let beginning: UInt64

  init(documentID: String) {
    var hash = Hash()
    hash.add(documentID)
    beginning = hash.value
  }

  func make(_ observation: Observation) -> String {
    var hash = Hash(value: beginning)
    hash.add(observation.span.start)
    hash.add(observation.span.end)
    hash.add(observation.indicatorID ?? observation.indicator)
    hash.add(observation.measure.rawValue)
    hash.add(observation.breakdown)
    return hash.digits
  }

  private struct Hash {
    var value: UInt64 = 0xcbf2_9ce4_8422_2325

    private mutating func add(byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }

    mutating func add(_ text: String) {
      value = text.bytes { bytes in
        var hash = self
        for byte in bytes { hash.add(byte: byte) }
        hash.add(byte: 0xFF)
        return hash.value
      }
    }

    /// Adds a number from zero on as its decimal digits.
    mutating func add(_ number: Int) {
      var power = 1
      while number / power >= 10 { power *= 10 }
      while power > 0 {
        add(byte: UInt8(ascii: "0") + UInt8(number / power % 10))
        power /= 10
      }
      add(byte: 0xFF)
    }

    var digits: String {
      String(unsafeUninitializedCapacity: 16) { buffer in
        for index in 0..<16 {
          let digit = UInt8(truncatingIfNeeded: value &>> UInt64(60 - 4 * index)) & 0x0F
          buffer[index] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
        }
        return 16
      }
    }
  }
}
