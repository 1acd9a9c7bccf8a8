/// Reads WARC files record by record: 1.0 and 1.1, gzip per record or over the whole file, or none.
///
/// One record is in memory at a time. What is damaged is told with its place, and reading goes on at the next record
/// that begins like one.
public struct WARCReader {
  /// What stands next in the file.
  public enum Item: Sendable {
    /// A whole record; where it lies. Records that share a gzip member share their place.
    case record(WARCRecord, at: Range<Int64>)
    /// Bytes that are no whole record.
    case damage(WARCDamage)
  }

  private static let headLimit = 1 << 16
  private var stream: RecordStream
  private let blockLimit: Int

  /// Reads from `offset` on, where a record begins.
  ///
  /// - Parameter blockLimit: the largest block that is kept; a record with a larger one becomes a `damage`.
  public init(_ source: any ArchiveBytes, from offset: Int64 = 0, blockLimit: Int) {
    stream = RecordStream(source, from: offset)
    self.blockLimit = blockLimit
  }

  /// The next record or damage; nothing at the end of the file.
  ///
  /// - Throws: what the source throws.
  public mutating func next() throws -> Item? {
    var place = stream.place
    do {
      guard try passToRecord() else { return nil }
      place = stream.place
      let (fields, length) = try head()
      if length > blockLimit {
        try pass(length)
        try finish()
        return .damage(
          WARCDamage(offset: place, cause: "a block of \(length) bytes; the limit is \(blockLimit)"))
      }
      let block = try block(length)
      try finish()
      return .record(WARCRecord(fields: fields, block: block), at: place..<max(place, end))
    } catch let damage as RecordStream.Damage {
      try findNext(behind: place)
      return .damage(WARCDamage(offset: place, cause: damage.cause))
    }
  }

  /// Where what was read ends in the file: for gzip the end of its member, if that was the last record in it.
  private var end: Int64 { stream.isInMember || stream.hasRest ? stream.place : stream.window.offset }

  /// Passes over the blank lines before a record; false at the end of the file.
  private mutating func passToRecord() throws -> Bool {
    while try stream.begin() {
      if try passBlank() { return true }
    }
    return false
  }

  /// Passes over line breaks; false where the member or the file ends behind them.
  private mutating func passBlank() throws -> Bool {
    while true {
      if stream.count == 0, try !stream.fill() { return false }
      let blank = stream.withBytes { bytes in bytes.prefix { $0 == 0x0D || $0 == 0x0A }.count }
      let isAll = blank == stream.count
      stream.skip(blank)
      if !isAll { return true }
    }
  }

  /// The fields of the record that begins here, and the length of its block.
  private mutating func head() throws -> (WARCFields, Int) {
    var searched = 0
    while true {
      if let size = stream.withBytes({ Self.endOfHead($0, from: max(0, searched - 3)) }) {
        defer { stream.skip(size) }
        return try stream.withBytes { try Self.fields($0[..<size]) }
      }
      searched = stream.count
      guard searched < 5 || stream.withBytes({ $0.starts(with: Array("WARC/".utf8)) }) else {
        throw RecordStream.Damage(cause: "no WARC record begins here")
      }
      guard searched < Self.headLimit else {
        throw RecordStream.Damage(cause: "a head of more than \(Self.headLimit) bytes")
      }
      guard try stream.fill() else {
        throw RecordStream.Damage(cause: "the file ends in the middle of a head")
      }
    }
  }

  private static func endOfHead(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    while let feed = bytes[index...].firstIndex(of: 0x0A) {
      if feed + 1 < bytes.count, bytes[feed + 1] == 0x0A { return feed + 2 }
      if feed + 2 < bytes.count, bytes[feed + 1] == 0x0D, bytes[feed + 2] == 0x0A { return feed + 3 }
      index = feed + 1
    }
    return nil
  }

  private static func fields(_ head: Slice<UnsafeBufferPointer<UInt8>>) throws -> (WARCFields, Int) {
    let bytes = Array(head)
    guard bytes.starts(with: Array("WARC/".utf8)), let first = bytes.firstIndex(of: 0x0A) else {
      throw RecordStream.Damage(cause: "no WARC record begins here")
    }
    let fields = WARCFields(bytes[(first + 1)...])
    guard let length = fields["Content-Length"].flatMap({ Int($0) }), length >= 0 else {
      throw RecordStream.Damage(cause: "a record without a Content-Length")
    }
    return (fields, length)
  }

  private mutating func block(_ length: Int) throws -> [UInt8] {
    var block: [UInt8] = []
    block.reserveCapacity(length)
    while block.count < length {
      try needBytes(length - block.count)
      let count = min(stream.count, length - block.count)
      stream.withBytes { block += $0[..<count] }
      stream.skip(count)
    }
    return block
  }

  /// Passes over a block that is not kept.
  private mutating func pass(_ length: Int) throws {
    var left = length
    while left > 0 {
      try needBytes(left)
      let count = min(stream.count, left)
      stream.skip(count)
      left -= count
    }
  }

  private mutating func needBytes(_ left: Int) throws {
    guard stream.count == 0 else { return }
    guard try stream.fill() else {
      throw RecordStream.Damage(cause: "the block ends \(left) bytes before its Content-Length")
    }
  }

  /// Reads the line breaks behind a block, and to the end of the member where nothing else is in it: only there its
  /// checksum is known.
  private mutating func finish() throws {
    if stream.isInMember || stream.hasRest { _ = try passBlank() }
  }

  /// Goes to the next place behind `place` at which a record begins, or to the end of the file.
  private mutating func findNext(behind place: Int64) throws {
    var search = place + 1
    while let candidate = try stream.nextCandidate(from: search) {
      if try stream.beginsRecord(at: candidate) {
        stream.seek(to: candidate)
        return
      }
      search = candidate + 1
    }
    try stream.passToEnd()
  }
}

/// Bytes of an archive file that are no whole record.
public struct WARCDamage: Hashable, Sendable {
  /// Where they begin in the file.
  public var offset: Int64
  /// What is wrong with them.
  public var cause: String
}
