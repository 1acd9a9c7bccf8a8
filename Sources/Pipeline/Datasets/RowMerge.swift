internal import Load

/// Rows in the order of their keys.
protocol RowSource: AnyObject {
  /// The next row; nothing at the end.
  ///
  /// - Throws: a `Stop` where it cannot be read.
  func next() throws -> ResourceRow?
}

/// Rows of several sources as one row of rows; of equal keys those of the earlier source come first.
struct RowMerge {
  private let sources: [any RowSource]

  init(_ sources: [any RowSource]) {
    self.sources = sources
  }

  /// Hands out every row; of each source one is in memory at a time.
  ///
  /// - Throws: a `Stop` where a source cannot be read, and what `body` throws.
  /// - Complexity: O(rows × sources).
  func forEach(_ body: (ResourceRow) throws -> Void) throws {
    var heads = try sources.map { try $0.next() }
    while let first = Self.firstHead(heads) {
      if let row = heads[first] { try body(row) }
      heads[first] = try sources[first].next()
    }
  }

  /// The source whose next row comes first; of equal keys the first.
  private static func firstHead(_ heads: [ResourceRow?]) -> Int? {
    var first: Int?
    for (index, head) in heads.enumerated() {
      guard let head else { continue }
      if let best = first, let row = heads[best], !head.key.lexicographicallyPrecedes(row.key) { continue }
      first = index
    }
    return first
  }
}

/// Rows in memory.
final class HeldRows: RowSource {
  private var rows: IndexingIterator<[ResourceRow]>
  init(_ rows: [ResourceRow]) { self.rows = rows.makeIterator() }
  func next() -> ResourceRow? { rows.next() }
}

/// The rows of one spill, each a frame that holds three, key, CSV and JSON, behind the length of the
/// part of the key that its group shares.
final class SpilledRows: RowSource {
  private let frames: FrameReader

  /// - Throws: a `Stop` that names the file.
  init(path: String) throws { frames = try FrameReader(path: path) }

  func next() throws -> ResourceRow? { try frames.next().map(Self.decode) }

  private static func decode(_ frame: ArraySlice<UInt8>) -> ResourceRow {
    var fields: [[UInt8]] = []
    var offset = frame.startIndex + 4
    while offset < frame.endIndex {
      let size = Frame.number(frame[offset..<offset + 4])
      fields.append(Array(frame[offset + 4..<offset + 4 + size]))
      offset += 4 + size
    }
    return ResourceRow(
      key: fields[0], csv: fields[1], json: fields[2],
      groupLength: Frame.number(frame[frame.startIndex..<frame.startIndex + 4]))
  }
}

/// Writes a spill as `SpilledRows` reads it.
final class SpillWriter {
  private let sink: ByteSink
  private var frame: [UInt8] = []

  /// - Throws: a `Stop` that names the file.
  init(creating path: String) throws { sink = try ByteSink(creating: path) }

  /// Appends a row.
  ///
  /// - Throws: a `Stop` that names the file.
  func write(_ row: ResourceRow) throws {
    frame.removeAll(keepingCapacity: true)
    let fields = [row.key, row.csv, row.json]
    Frame.append(length: fields.reduce(4) { $0 + 4 + $1.count }, to: &frame)
    Frame.append(length: row.groupLength, to: &frame)
    for field in fields { Frame.append(field, to: &frame) }
    try sink.write(frame)
  }

  /// Ends the writing.
  ///
  /// - Throws: a `Stop` that names the file.
  func close() throws { try sink.close(isScratch: true) }
}
