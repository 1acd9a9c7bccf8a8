/// What a walk over bytes taken for UTF-8 finds.
struct UTF8Scan: Equatable {
  /// Sequences of two to four bytes that are well formed.
  var sequences = 0
  /// Maximal ill-formed stretches, each of which becomes one U+FFFD.
  var errors = 0
  /// Where the first ill-formed stretch begins.
  var firstError: Int?

  /// Walks over all of `bytes`.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let count = bytes.count
    let raw = UnsafeRawBufferPointer(bytes)
    var index = 0
    while index < count {
      if bytes[index] < 0x80 {
        while index + 8 <= count,
          raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
          index += 8
        }
        while index < count, bytes[index] < 0x80 { index += 1 }
        continue
      }
      let length = Self.sequence(in: bytes, at: index)
      if length > 0 {
        sequences += 1
        index += length
      } else {
        errors += 1
        if firstError == nil { firstError = index }
        index -= length
      }
    }
  }

  /// The length of the well-formed sequence at `offset`, or minus the length of the ill-formed stretch.
  ///
  /// Follows table 3-7 of the Unicode Standard; an ill-formed stretch is a maximal subpart, as the
  /// WHATWG Encoding Standard replaces it.
  @inline(__always)
  static func sequence(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
    let first = bytes[offset]
    let needed: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch first {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: needed = 1
    case 0xE0: (needed, low) = (2, 0xA0)
    case 0xED: (needed, high) = (2, 0x9F)
    case 0xE1...0xEF: needed = 2
    case 0xF0: (needed, low) = (3, 0x90)
    case 0xF1...0xF3: needed = 3
    case 0xF4: (needed, high) = (3, 0x8F)
    default: return -1
    }
    for step in 1...needed {
      guard offset + step < bytes.count else { return -step }
      let byte = bytes[offset + step]
      guard byte >= low, byte <= high else { return -step }
      (low, high) = (0x80, 0xBF)
    }
    return needed + 1
  }

  /// `bytes` with U+FFFD for each ill-formed stretch.
  static func repaired(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + 64)
    var index = 0
    var kept = 0
    while index < bytes.count {
      let length = sequence(in: bytes, at: index)
      if length > 0 {
        index += length
      } else {
        output.append(contentsOf: bytes[kept..<index])
        output.append(scalar: 0xFFFD)
        index -= length
        kept = index
      }
    }
    output.append(contentsOf: bytes[kept..<index])
    return output
  }
}
