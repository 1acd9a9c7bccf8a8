internal import Load

/// Sorts more rows than fit into memory: full buffers are sorted and spilled, spills are merged in levels.
///
/// Rows come out in the order of their keys' bytes, rows with the same key in the order in which they came. As soon as
/// there are `fanIn` spills of one level, they become one of the next: so no merge opens more than `fanIn` files, and
/// neither memory nor the number of files grows with the rows.
final class SpillingSorter {
  private let folder: String
  private let name: String
  private let limit: Int
  private let fanIn: Int
  private var rows: [ResourceRow] = []
  private var held = 0
  /// The spills by their levels, in each the oldest first; those of a higher level are older.
  private var levels: [[String]] = []
  private var spillCount = 0
  /// What a row costs in memory beside its bytes: three arrays and their headers.
  private static let overhead = 160

  /// Makes a sorter that keeps about `limit` bytes in memory, spills into files in `folder`, and reads up to `fanIn`
  /// files at once.
  init(folder: String, name: String, limit: Int = 8 << 20, fanIn: Int = 16) {
    precondition(fanIn > 1, "a merge of one file is none")
    self.folder = folder
    self.name = name
    self.limit = limit
    self.fanIn = fanIn
  }

  /// Rows that nobody asks for leave no files behind.
  deinit { levels.joined().forEach(System.remove) }

  /// Adds a row.
  ///
  /// - Throws: a `Stop` where a spill cannot be written or read.
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
    var path = newPath()
    let spill = try SpillWriter(creating: path)
    for row in rows { try spill.write(row) }
    try spill.close()
    rows.removeAll(keepingCapacity: true)
    held = 0
    var level = 0
    while true {
      if level == levels.count { levels.append([]) }
      levels[level].append(path)
      guard levels[level].count == fanIn else { return }
      path = try merged(levels[level])
      levels[level] = []
      level += 1
    }
  }

  private func newPath() -> String {
    defer { spillCount += 1 }
    return Path.join(folder, "\(name).\(spillCount).spill")
  }

  /// Makes one spill of several, which are removed.
  private func merged(_ paths: [String]) throws -> String {
    let path = newPath()
    let spill = try SpillWriter(creating: path)
    try RowMerge(paths.map { try SpilledRows(path: $0) }).forEach(spill.write)
    try spill.close()
    paths.forEach(System.remove)
    return path
  }

  /// Hands out every row in order, and removes the spills; the sorter is empty then.
  ///
  /// - Throws: a `Stop` where a spill cannot be read, and what `body` throws.
  /// - Complexity: O(rows × (log rows in memory + fan-in × log spills)).
  func forEach(_ body: (ResourceRow) throws -> Void) throws {
    sortHeld()
    var spills = Array(levels.reversed().joined())
    levels = []
    defer { spills.forEach(System.remove) }
    // The newest are the smallest; the rows in memory count as one.
    while spills.count >= fanIn {
      let count = min(fanIn, spills.count - fanIn + 2)
      let newest = Array(spills.suffix(count))
      spills.removeLast(count)
      spills.append(try merged(newest))
    }
    let held = HeldRows(rows)
    rows = []
    self.held = 0
    try RowMerge(spills.map { try SpilledRows(path: $0) } + [held]).forEach(body)
  }
}
