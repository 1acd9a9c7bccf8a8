internal import Load

/// The differences between the observations of two runs, found by merges on the disk.
struct DatasetDiff {
  private let old: Side
  private let new: Side
  private let scratch: String
  private let fields: [Field]

  /// One of the two sets.
  private struct Side {
    let set: TableSet
    let record: RunRecord
    /// The documents, by their sources, and the sources by the documents.
    var documents: [String: String] = [:]
    var sources: [String: String] = [:]

    init(folder: String) throws {
      set = try TableSet(folder: folder)
      record = RunRecord(folder: set.folder)
      guard let table = set["documents"] else { return }
      let id = try set.column("document_id", of: table)
      let source = try set.column("source", of: table)
      try table.forEach(in: set.folder) { cells in
        documents[cells[source]] = cells[id]
        sources[cells[id]] = cells[source]
      }
    }

    func source(of cells: CSVCells) -> String { sources[cells[1]] ?? cells[1] }
  }

  /// Reads what the sets say of themselves; rows are sorted in the folder `scratch`.
  ///
  /// - Throws: a `Stop` with status 66 where a folder holds no datasets, 65 where their columns differ.
  init(old: String, new: String, scratch: String) throws {
    self.old = try Side(folder: old)
    self.new = try Side(folder: new)
    self.scratch = scratch
    fields = self.old.set["observations"]?.schema.fields ?? []
    guard fields.map(\.name) == self.new.set["observations"]?.schema.fields.map(\.name) else {
      throw Stop(
        .data, "\(old) and \(new) were made by versions whose columns differ; they cannot be compared")
    }
  }

  /// Hands out every difference: rows are paired by id, then by their place in the document (a table that changed gives other
  /// ids), then by page and figure (a page with other bytes has other places).
  ///
  /// - Throws: a `Stop` where a file cannot be read or written.
  /// - Complexity: O(n log n) in the rows, in memory that does not grow with them.
  func forEach(_ body: (RowChange) throws -> Void) throws {
    let byPlace = SpillingSorter(folder: scratch, name: "places")
    try pairs(of: try rows(keyedBy: ["observation_id"]), body) { cells, isOld in
      try byPlace.append(row(cells, isOld: isOld, key: key(cells, ["document_id", "start", "end"])))
    }
    let byFigure = SpillingSorter(folder: scratch, name: "figures")
    try pairs(of: byPlace, body) { cells, isOld in
      try byFigure.append(row(cells, isOld: isOld, key: figureKey(cells, isOld: isOld)))
    }
    try pairs(of: byFigure, body) { cells, isOld in
      try body(isOld ? change(.gone, cells, nil) : change(.new, nil, cells))
    }
  }

  /// The rows of both sets, sorted by columns.
  private func rows(keyedBy columns: [String]) throws -> SpillingSorter {
    let sorter = SpillingSorter(folder: scratch, name: "rows")
    for (side, isOld) in [(old, true), (new, false)] {
      try side.set["observations"]?.forEach(in: side.set.folder) { cells in
        try sorter.append(row(cells, isOld: isOld, key: key(cells, columns)))
      }
    }
    return sorter
  }

  /// A row as it is sorted: its JSON says which set it is of.
  private func row(_ cells: CSVCells, isOld: Bool, key: [UInt8]) -> ResourceRow {
    ResourceRow(key: key, csv: cells.record, json: [isOld ? 0 : 1], groupLength: key.count)
  }

  /// Pairs rows that have one key, of several the first with the first; `body` gets the pairs that differ, `rest` the rows
  /// without a partner.
  private func pairs(
    of sorter: SpillingSorter, _ body: (RowChange) throws -> Void, rest: (CSVCells, Bool) throws -> Void
  ) throws {
    var (key, olds, news): ([UInt8], [CSVCells], [CSVCells]) = ([], [], [])
    func hand() throws {
      for (old, new) in zip(olds, news) where old.record != new.record {
        try body(change(.changed, old, new, fields.indices.filter { old[$0] != new[$0] }))
      }
      for old in olds.dropFirst(news.count) { try rest(old, true) }
      for new in news.dropFirst(olds.count) { try rest(new, false) }
    }
    try sorter.forEach { row in
      if row.key != key {
        try hand()
        (key, olds, news) = (row.key, [], [])
      }
      if row.json == [0] { olds.append(CSVCells(row.csv)) } else { news.append(CSVCells(row.csv)) }
    }
    try hand()
  }

  private static let figureColumns = [
    "region_code", "place", "indicator_id", "indicator", "measure", "breakdown", "status", "period",
    "standard_unit",
  ]

  private func figureKey(_ cells: CSVCells, isOld: Bool) -> [UInt8] {
    var key = SortKey()
    key.add((isOld ? old : new).source(of: cells))
    return key.bytes + self.key(cells, Self.figureColumns)
  }

  private func key(_ cells: CSVCells, _ names: [String]) -> [UInt8] {
    var key = SortKey()
    for name in names {
      if let index = fields.firstIndex(where: { $0.name == name }) { key.add(cells[index]) }
    }
    return key.bytes
  }

  private func change(_ kind: RowChange.Kind, _ old: CSVCells?, _ new: CSVCells?, _ columns: [Int] = [])
    -> RowChange
  {
    let source = new.map(self.new.source(of:)) ?? old.map(self.old.source(of:)) ?? ""
    return RowChange(
      kind: kind, cause: cause(source, old, new, columns), source: source, old: old, new: new,
      columns: columns)
  }

  private func cause(_ source: String, _ old: CSVCells?, _ new: CSVCells?, _ columns: [Int])
    -> RowChange.Cause
  {
    let names = columns.map { fields[$0].name }
    if names == ["preferred"] { return .otherSources }
    let knowsPages = !self.old.documents.isEmpty && !self.new.documents.isEmpty
    if knowsPages, self.old.documents[source] == nil { return .pageAdded }
    if knowsPages, self.new.documents[source] == nil { return .pageRemoved }
    if self.old.documents[source] != self.new.documents[source] { return .pageChanged }
    if isCorrected(old) != isCorrected(new) || names.contains("flags") && isCorrected(new) {
      return .correction
    }
    let (before, after) = (self.old.record, self.new.record)
    // Of a set that was loaded or exported nobody knows what made it.
    guard before.isComplete, after.isComplete else { return .unknown }
    if before.program != after.program { return .ruleChanged }
    if before.tables != after.tables { return .tableChanged }
    return before.corrections != after.corrections ? .correction : .unknown
  }

  private func isCorrected(_ cells: CSVCells?) -> Bool {
    guard let cells, let flags = fields.firstIndex(where: { $0.name == "flags" }) else { return false }
    return cells[flags].split(separator: " ").contains("corrected")
  }
}

extension TableSet {
  /// Where a column of a table stands.
  ///
  /// - Throws: a `Stop` with status 65 where there is no such column.
  func column(_ name: String, of table: Entry) throws(Stop) -> Int {
    guard let index = table.schema.fields.firstIndex(where: { $0.name == name }) else {
      throw Stop(.data, "\(Path.join(folder, table.path)): has no column \(name)")
    }
    return index
  }
}
