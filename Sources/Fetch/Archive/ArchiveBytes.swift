/// The bytes of an archive file, wherever they lie.
public protocol ArchiveBytes {
  /// Reads bytes from `offset` on into `room`, which is never empty; 0 at the end.
  func read(at offset: Int64, into room: UnsafeMutableRawBufferPointer) throws -> Int
}

/// A stretch of an archive file in memory that moves through it.
struct ArchiveWindow {
  private let source: any ArchiveBytes
  private var buffer = [UInt8](repeating: 0, count: 1 << 17)
  private var start = 0
  private var end = 0
  /// Where in the file the next byte lies.
  private(set) var offset: Int64

  init(_ source: any ArchiveBytes, from offset: Int64) {
    self.source = source
    self.offset = offset
  }

  /// How many bytes are there, after reading on until there are `least` or the file ends. `least` is at most 64 KiB.
  mutating func available(_ least: Int) throws -> Int {
    while end - start < least {
      if start > 0 {
        let rest = start..<end
        buffer.withUnsafeMutableBytes { $0.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[rest])) }
        (start, end) = (0, end - start)
      }
      let (source, place, filled) = (source, offset + Int64(end), end)
      let count = try buffer.withUnsafeMutableBytes {
        try source.read(at: place, into: UnsafeMutableRawBufferPointer(rebasing: $0[filled...]))
      }
      if count == 0 { break }
      end += count
    }
    return end - start
  }

  /// Lends the bytes that are there.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    try buffer.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[start..<end])) }
  }

  /// Passes over bytes that are there.
  mutating func skip(_ count: Int) {
    start += count
    offset += Int64(count)
  }

  /// Goes to another place.
  mutating func seek(to place: Int64) {
    let distance = place - offset
    if distance >= 0, distance <= Int64(end - start) {
      skip(Int(distance))
    } else {
      (start, end, offset) = (0, 0, place)
    }
  }
}
