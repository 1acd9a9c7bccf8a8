/// The bytes of records one after another, whether they lie in gzip members or plainly in the file.
struct RecordStream {
  /// Why no more bytes could be had.
  struct Damage: Error {
    var cause: String
  }

  private(set) var window: ArchiveWindow
  private let inflater = MemberInflater()
  private var output = [UInt8](repeating: 0, count: 1 << 17)
  private var start = 0
  private var end = 0
  /// Whether a gzip member is open.
  private(set) var isInMember = false
  private var isPlain = false
  /// Where the open member began.
  private var memberStart: Int64 = 0

  init(_ source: any ArchiveBytes, from offset: Int64) {
    window = ArchiveWindow(source, from: offset)
  }

  /// Where in the file the record begins whose first byte is next: for gzip its member.
  var place: Int64 {
    if isPlain { return window.offset - Int64(end - start) }
    return isInMember || start < end ? memberStart : window.offset
  }

  /// Whether bytes of the open member are left.
  var hasRest: Bool { start < end }

  /// Opens what begins here, unless a member is open or bytes are left. Returns false at the end of the file.
  mutating func begin() throws -> Bool {
    if start < end || isInMember { return true }
    guard try window.available(3) > 0 else { return false }
    isPlain = window.withBytes { !($0.count > 2 && $0[0] == 0x1F && $0[1] == 0x8B) }
    if !isPlain {
      inflater.reset()
      isInMember = true
      memberStart = window.offset
    }
    return true
  }

  /// Makes more bytes; false at the end of the member, or of the file where it is plain.
  ///
  /// - Throws: `Damage` for gzip that is damaged or ends too early, and what the source throws.
  mutating func fill() throws -> Bool {
    if start == end { (start, end) = (0, 0) }
    if end == output.count {
      guard start > 0 else { return true }
      let rest = start..<end
      output.withUnsafeMutableBytes { $0.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[rest])) }
      (start, end) = (0, end - start)
    }
    return isPlain ? try fillPlainly() : try fillFromMember()
  }

  private mutating func fillPlainly() throws -> Bool {
    guard try window.available(1) > 0 else { return false }
    let room = end
    let count = window.withBytes { bytes in
      output.withUnsafeMutableBufferPointer { output in
        let count = min(bytes.count, output.count - room)
        for index in 0..<count { output[room + index] = bytes[index] }
        return count
      }
    }
    window.skip(count)
    end += count
    return true
  }

  private mutating func fillFromMember() throws -> Bool {
    guard isInMember else { return false }
    while true {
      let hasInput = try window.available(1) > 0
      let room = end
      let inflater = inflater
      let step = window.withBytes { bytes in
        output.withUnsafeMutableBufferPointer {
          inflater.step(bytes, into: UnsafeMutableBufferPointer(rebasing: $0[room...]))
        }
      }
      window.skip(step.taken)
      end += step.made
      switch step.state {
      case .ended:
        isInMember = false
        return step.made > 0
      case .damaged: throw Damage(cause: "the gzip is damaged")
      case .running:
        if step.made > 0 { return true }
        if !hasInput { throw Damage(cause: "the file ends in the middle of a gzip member") }
      }
    }
  }

  /// The bytes that are there.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    try output.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[start..<end])) }
  }

  /// How many bytes are there.
  var count: Int { end - start }

  /// Passes over bytes that are there.
  mutating func skip(_ count: Int) { start += count }

  /// Leaves what is open and goes to another place.
  mutating func seek(to place: Int64) {
    (start, end, isInMember, isPlain) = (0, 0, false, false)
    window.seek(to: place)
  }

  /// Goes to the end of the file.
  mutating func passToEnd() throws {
    while case let count = try window.available(1), count > 0 { window.skip(count) }
  }

  /// Whether a record begins at the place in the file: `WARC/`, or gzip of it.
  mutating func beginsRecord(at place: Int64) throws -> Bool {
    seek(to: place)
    guard try begin() else { return false }
    do {
      while count < 5, try fill() {}
    } catch is Damage {
      return false
    }
    return withBytes { $0.starts(with: Array("WARC/".utf8)) }
  }

  /// The place of the next byte that a record may begin with, from here on: the first of gzip's magic or of `WARC/`
  /// at the beginning of a line.
  mutating func nextCandidate(from place: Int64) throws -> Int64? {
    seek(to: place)
    while true {
      let count = try window.available(6)
      guard count >= 3 else { return nil }
      let (found, passed): (Int?, Int) = window.withBytes { bytes in
        for index in 0..<(bytes.count - 2) {
          if bytes[index] == 0x1F, bytes[index + 1] == 0x8B, bytes[index + 2] == 8 { return (index, 0) }
          if bytes[index] == UInt8(ascii: "W"), bytes[index + 1] == UInt8(ascii: "A"),
            bytes[index + 2] == UInt8(ascii: "R")
          {
            return (index, 0)
          }
        }
        return (nil, bytes.count - 2)
      }
      if let found { return window.offset + Int64(found) }
      window.skip(passed)
    }
  }
}
