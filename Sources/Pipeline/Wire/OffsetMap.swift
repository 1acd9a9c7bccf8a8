internal import Records

/// Turns offsets of one text from bytes to scalars and back, in any order.
///
/// A mark every 64 bytes says how many scalars lie before it. Complexity: linear in the text once, then
/// logarithmic for each offset.
struct OffsetMap {
  private let bytes: [UInt8]
  private let marks: [Int32]
  private static let stride = 64

  /// How many scalars the text has.
  let scalarCount: Int

  init(_ text: String) {
    bytes = Array(text.utf8)
    var marks: [Int32] = []
    var scalars: Int32 = 0
    for (offset, byte) in bytes.enumerated() {
      if offset % Self.stride == 0 { marks.append(scalars) }
      if byte & 0xC0 != 0x80 { scalars += 1 }
    }
    self.marks = marks
    scalarCount = Int(scalars)
  }

  /// The scalars before a byte, which lies on a scalar boundary of the text.
  func scalars(before byte: Int) -> Int {
    let mark = min(byte / Self.stride, marks.count - 1)
    guard mark >= 0 else { return 0 }
    var scalars = Int(marks[mark])
    for byte in bytes[mark * Self.stride..<byte] where byte & 0xC0 != 0x80 { scalars += 1 }
    return scalars
  }

  /// The same stretch in scalars.
  func scalars(_ span: ByteSpan) -> ScalarSpan {
    ScalarSpan(scalars(before: span.start), scalars(before: span.end))
  }

  /// The bytes before a scalar; nothing where the text has none such.
  func bytes(before scalar: Int) -> Int? {
    guard (0...scalarCount).contains(scalar) else { return nil }
    if scalar == scalarCount { return bytes.count }
    // The last mark with at most `scalar` scalars before it.
    var (low, high) = (0, marks.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(marks[middle]) <= scalar { low = middle } else { high = middle }
    }
    var (offset, scalars) = (low * Self.stride, Int(marks[low]))
    while true {
      if bytes[offset] & 0xC0 != 0x80 {
        if scalars == scalar { return offset }
        scalars += 1
      }
      offset += 1
    }
  }

  /// The same stretch in bytes; nothing where it does not lie in the text.
  func bytes(_ span: ScalarSpan) -> ByteSpan? {
    guard span.start <= span.end, let start = bytes(before: span.start), let end = bytes(before: span.end)
    else {
      return nil
    }
    return ByteSpan(start, end)
  }
}
