/// A stretch of a text in UTF-8 bytes: how spans are counted inside the program.
///
/// 0-based and half open; both ends lie on scalar boundaries of the text that it belongs to.
public struct ByteSpan: Hashable, Comparable, Sendable {
  /// The first byte.
  public var start: Int
  /// The byte behind the last one.
  public var end: Int

  /// Makes the span from `start` up to, not including, `end`.
  public init(_ start: Int, _ end: Int) {
    precondition(start <= end, "a span ends before it starts")
    self.start = start
    self.end = end
  }

  /// How many bytes it covers.
  public var count: Int { end - start }
  /// Whether it covers nothing.
  public var isEmpty: Bool { start == end }

  /// Whether the two share a byte.
  public func overlaps(_ other: ByteSpan) -> Bool { start < other.end && other.start < end }
  /// Whether the other lies inside this one.
  public func contains(_ other: ByteSpan) -> Bool { start <= other.start && other.end <= end }

  /// Orders by start, then by end.
  public static func < (left: ByteSpan, right: ByteSpan) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}

/// A stretch of a text in Unicode scalars: how spans leave the program.
///
/// 0-based and half open, as Python's `str` counts.
public struct ScalarSpan: Hashable, Sendable {
  /// The first scalar.
  public let start: Int
  /// The scalar behind the last one.
  public let end: Int

  /// Makes the span from `start` up to, not including, `end`.
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }
}

/// Turns byte offsets of one text into scalar offsets.
///
/// It remembers where it was: offsets asked for in rising order cost one pass over the text in all, an
/// offset before the last one starts again from the front.
public struct ScalarCounter {
  private let text: String
  private var index: String.Index
  private var scalars = 0
  private var bytes = 0

  /// Starts at the front of `text`.
  public init(_ text: String) {
    self.text = text
    self.index = text.startIndex
  }

  /// The scalars before the byte at `offset`, which must lie on a scalar boundary within the text.
  public mutating func scalars(before offset: Int) -> Int {
    if offset < bytes {
      index = text.startIndex
      (scalars, bytes) = (0, 0)
    }
    let target = text.utf8.index(index, offsetBy: offset - bytes)
    let passed = text.utf8[index..<target]
    scalars += passed.withContiguousStorageIfAvailable { Self.scalars(in: $0) } ?? Self.scalars(in: passed)
    (index, bytes) = (target, offset)
    return scalars
  }

  private static func scalars(in bytes: some Sequence<UInt8>) -> Int {
    var count = 0
    for byte in bytes where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// The same for bytes that lie beside each other, eight at a time.
  private static func scalars(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var (offset, continued) = (0, 0)
    while offset + 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      // A byte that goes on with a scalar has its highest bit and not the next one; the product adds up the eight.
      let marks = word &>> 7 & ~(word &>> 6) & 0x0101_0101_0101_0101
      continued += Int((marks &* 0x0101_0101_0101_0101) &>> 56)
      offset += 8
    }
    while offset < raw.count {
      if raw[offset] & 0xC0 == 0x80 { continued += 1 }
      offset += 1
    }
    return raw.count - continued
  }

  /// The same stretch in scalars.
  public mutating func span(_ span: ByteSpan) -> ScalarSpan {
    let start = scalars(before: span.start)
    return ScalarSpan(start, scalars(before: span.end))
  }
}
