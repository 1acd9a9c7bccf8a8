internal import SystemPackage

/// Hands out the lines of a file or of standard input one by one, or what another byte than the line feed ends; memory holds
/// one line and a buffer.
struct LineReader {
  /// The file's name, as errors print it.
  let name: String
  private let file: FileDescriptor
  private var buffer = [UInt8](repeating: 0, count: 1 << 18)
  /// The bytes not yet handed out: `buffer[start..<end]`.
  private var start = 0
  private var end = 0
  private var isAtEnd = false
  private var number = 0
  private let separator: UInt8

  /// - Throws: a `Stop` with status 66 where the file cannot be opened.
  init(_ file: FileName, separator: UInt8 = UInt8(ascii: "\n")) throws {
    self.separator = separator
    guard let path = file.path else {
      (self.file, name) = (.standardInput, "standard input")
      return
    }
    name = file.text
    do {
      self.file = try FileDescriptor.open(path, .readOnly, options: .closeOnExec)
    } catch {
      throw Stop(.noInput, "\(name): cannot be read: \(error)")
    }
  }

  /// Calls `body` with each line to the end of the file, which is then closed, without its line feed. An empty line is a line; nothing after the last line feed is none.
  ///
  /// - Throws: a `Stop` with status 74 where the system fails, and what `body` throws.
  mutating func forEach(_ body: (WireLine) throws -> Void) throws {
    defer { if file.rawValue != FileDescriptor.standardInput.rawValue { try? file.close() } }
    // Where a line is longer than the buffer, what was searched is not searched again.
    var searched = 0
    while true {
      while let feed = lineEnd(from: start + searched) {
        try hand(out: feed, to: body)
        start = feed + 1
        searched = 0
      }
      searched = end - start
      if isAtEnd { break }
      try fill()
    }
    if start < end { try hand(out: end, to: body) }
  }

  private mutating func hand(out end: Int, to body: (WireLine) throws -> Void) throws {
    number += 1
    try buffer.withUnsafeBufferPointer { bytes in
      try body(WireLine(bytes: UnsafeBufferPointer(rebasing: bytes[start..<end]), file: name, number: number))
    }
  }

  private func lineEnd(from start: Int) -> Int? {
    buffer.withUnsafeBufferPointer { $0[start..<end].firstIndex(of: separator) }
  }

  /// Reads on behind the bytes not yet handed out; the buffer doubles where a line fills it.
  private mutating func fill() throws {
    if start > 0 {
      buffer.withUnsafeMutableBytes { bytes in
        bytes.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
      }
      (start, end) = (0, end - start)
    }
    if end == buffer.count { buffer += [UInt8](repeating: 0, count: buffer.count) }
    do {
      let count = try buffer.withUnsafeMutableBytes { bytes in
        try file.read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[end...]))
      }
      isAtEnd = count == 0
      end += count
    } catch {
      throw Stop(.inputOutput, "\(name): cannot be read: \(error)")
    }
  }
}
