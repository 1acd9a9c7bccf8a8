internal import Load

/// Sorts more rows than fit into memory: full buffers are sorted and spilled, and merged at the end.
///
/// Rows come out in the order of their keys' bytes, rows with the same key in the order in which they came.
final class SpillingSorter {
  private let folder: String
  private let name: String
  private let limit: Int
  private var rows: [ResourceRow] = []
  private var held = 0
  private var spills: [String] = []
  /// What a row costs in memory beside its bytes: three arrays and their headers.
  private static let overhead = 160

  /// Makes a sorter that keeps about `limit` bytes in memory and spills into files in `folder`.
  init(folder: String, name: String, limit: Int = 8 << 20) {
    self.folder = folder
    self.name = name
    self.limit = limit
  }

  /// Adds a row.
  ///
  /// - Throws: a `Stop` where a spill cannot be written.
  func append(_ row: ResourceRow) throws {
    held += row.key.count + row.csv.count + row.json.count + Self.overhead
    rows.append(row)
    if held > limit { try spill() }
  }

  private func sortHeld() {
    // Rows with equal keys keep their order: `sort` is stable in fact, but nothing promises it.
    let order = rows.indices.sorted {
      rows[$0].key == rows[$1].key ? $0 < $1 : rows[$0].key.lexicographicallyPrecedes(rows[$1].key)
    }
    rows = order.map { rows[$0] }
  }

  private func spill() throws {
    sortHeld()
    let path = Path.join(folder, "\(name).\(spills.count).spill")
    let sink = try ByteSink(creating: path)
    for row in rows { try sink.write(Self.encode(row)) }
    try sink.close(isScratch: true)
    spills.append(path)
    rows.removeAll(keepingCapacity: true)
    held = 0
  }

  /// Hands out every row in order, and removes the spills.
  ///
  /// - Throws: a `Stop` where a spill cannot be read, and what `body` throws.
  /// - Complexity: O(rows × (log rows in memory + spills)).
  func forEach(_ body: (ResourceRow) throws -> Void) throws {
    sortHeld()
    defer { spills.forEach(System.remove) }
    var sources: [any RowSource] = try spills.map { try SpilledRows(path: $0) }
    sources.append(HeldRows(rows))
    var heads = try sources.map { try $0.next() }
    while let first = Self.firstHead(heads) {
      if let row = heads[first] { try body(row) }
      heads[first] = try sources[first].next()
    }
  }

  /// The source whose next row comes first; of equal keys the oldest, so that the order of coming stays.
  private static func firstHead(_ heads: [ResourceRow?]) -> Int? {
    var first: Int?
    for (index, head) in heads.enumerated() {
      guard let head else { continue }
      if let best = first, let row = heads[best], !head.key.lexicographicallyPrecedes(row.key) { continue }
      first = index
    }
    return first
  }

  private static func encode(_ row: ResourceRow) -> [UInt8] {
    var bytes: [UInt8] = []
    for field in [row.key, row.csv, row.json] { Frame.append(field, to: &bytes) }
    var frame: [UInt8] = []
    Frame.append(bytes, to: &frame)
    return frame
  }

  fileprivate static func decode(_ frame: ArraySlice<UInt8>) -> ResourceRow {
    var fields: [[UInt8]] = []
    var offset = frame.startIndex
    while offset < frame.endIndex {
      let size = Frame.number(frame[offset..<offset + 4])
      fields.append(Array(frame[offset + 4..<offset + 4 + size]))
      offset += 4 + size
    }
    return ResourceRow(key: fields[0], csv: fields[1], json: fields[2])
  }
}

private protocol RowSource: AnyObject {
  func next() throws -> ResourceRow?
}

private final class HeldRows: RowSource {
  private var rows: IndexingIterator<[ResourceRow]>
  init(_ rows: [ResourceRow]) { self.rows = rows.makeIterator() }
  func next() -> ResourceRow? { rows.next() }
}

/// The rows of one spill.
private final class SpilledRows: RowSource {
  private let frames: FrameReader
  init(path: String) throws { frames = try FrameReader(path: path) }
  func next() throws -> ResourceRow? { try frames.next().map(SpillingSorter.decode) }
}
