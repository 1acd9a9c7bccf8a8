internal import SystemPackage

/// Byte strings in a scratch file, each behind its length: what does not fit into memory until the end of a run.
enum Frame {
  /// Appends a length, four bytes with the lowest first, and the bytes that have it.
  static func append(_ bytes: some Collection<UInt8>, to frame: inout [UInt8]) {
    append(length: bytes.count, to: &frame)
    frame += bytes
  }

  /// Appends a length: what follows in so many bytes is for the caller to append.
  static func append(length: Int, to frame: inout [UInt8]) {
    withUnsafeBytes(of: UInt32(length).littleEndian) { frame += $0 }
  }

  /// The number that four bytes are.
  static func number(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}

/// Reads a file of frames from its start, through a buffer, or the one at an offset.
final class FrameReader {
  private let path: String
  private let file: FileDescriptor
  private var buffer: [UInt8] = []
  /// Where in the buffer the next frame starts.
  private var start = 0
  /// Where in the file the next frame starts.
  private(set) var offset = 0

  /// - Throws: a `Stop` that names the file.
  init(path: String) throws {
    self.path = path
    do {
      file = try FileDescriptor.open(FilePath(path), .readOnly, options: .closeOnExec)
    } catch {
      throw Stop(.inputOutput, "\(path): cannot be read again: \(error)")
    }
  }

  deinit {
    try? file.close()
  }

  /// The next frame's bytes, without their length; nothing at the end of the file.
  ///
  /// - Throws: a `Stop` that names the file where it cannot be read or ends in the middle of a frame.
  func next() throws -> ArraySlice<UInt8>? {
    guard try fill(4) else { return nil }
    let size = Frame.number(buffer[start..<start + 4])
    guard try fill(4 + size) else { throw Stop(.inputOutput, "\(path): ends in the middle of a row") }
    defer {
      start += 4 + size
      offset += 4 + size
    }
    return buffer[start + 4..<start + 4 + size]
  }

  /// Goes to a frame's start.
  ///
  /// - Throws: a `Stop` that names the file.
  func seek(to offset: Int) throws {
    do {
      try file.seek(offset: Int64(offset), from: .start)
    } catch {
      throw Stop(.inputOutput, "\(path): cannot be read again: \(error)")
    }
    buffer = []
    start = 0
    self.offset = offset
  }

  /// Makes sure that `wanted` bytes lie behind the start; false at the end of the file.
  private func fill(_ wanted: Int) throws -> Bool {
    if buffer.count - start >= wanted { return true }
    buffer.removeFirst(start)
    start = 0
    let filled = buffer.count
    // Small: each of the spills of a merge has one.
    let room = max(wanted - filled, 1 << 15)
    buffer += [UInt8](repeating: 0, count: room)
    do {
      var end = filled
      while end < wanted {
        let count = try buffer.withUnsafeMutableBytes {
          try file.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[end...]))
        }
        if count == 0 { break }
        end += count
      }
      buffer.removeLast(buffer.count - end)
      return end >= wanted
    } catch {
      throw Stop(.inputOutput, "\(path): cannot be read again: \(error)")
    }
  }
}
