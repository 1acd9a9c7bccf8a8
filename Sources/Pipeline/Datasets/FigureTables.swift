internal import Load
internal import Vocabulary

/// The tables that are made of the observations while they are written: conflicts, revisions, panels.
final class FigureTables {
  private let files: TableFiles
  private let vocabulary: Vocabulary
  private let units: PanelUnits
  private let conflicts: SpillingSorter
  private let revisions: SpillingSorter
  private let levels: SpillingSorter
  private let growth: SpillingSorter
  private var levelIndicators: Set<String> = []
  private var growthIndicators: Set<String> = []

  init(files: TableFiles, vocabulary: Vocabulary) {
    (self.files, self.vocabulary) = (files, vocabulary)
    units = PanelUnits(vocabulary)
    conflicts = files.sorter("conflicts")
    revisions = files.sorter("revisions")
    levels = files.sorter("panel")
    growth = files.sorter("growth")
  }

  /// Takes what was decided of the next row.
  ///
  /// - Throws: a `Stop` where a spill cannot be written.
  func add(_ judgement: FigureJudge.Judgement) throws {
    try add(conflicts: judgement.conflicts)
    if let row = judgement.revision { try revisions.append(row) }
    if let cell = judgement.panelCell { try add(cell) }
  }

  /// Takes rows of `conflicts.csv`.
  ///
  /// - Throws: a `Stop` where a spill cannot be written.
  func add(conflicts rows: [ResourceRow]) throws {
    for row in rows { try conflicts.append(row) }
  }

  /// Takes a record of `observations.csv` as it was published.
  ///
  /// - Throws: a `Stop` where a spill cannot be written.
  func add(published record: CSVCells) throws {
    if let cell = PanelCell(published: record) { try add(cell) }
  }

  private func add(_ cell: PanelCell) throws {
    guard let row = units.row(of: cell) else { return }
    if cell.isGrowth {
      growthIndicators.insert(cell.indicatorID)
      try growth.append(row)
    } else {
      levelIndicators.insert(cell.indicatorID)
      try levels.append(row)
    }
  }

  /// Writes where rows disagree.
  func writePairs() throws {
    try files.write(.conflicts, conflicts)
    try files.write(.revisions, revisions)
  }

  /// Writes the wide tables.
  func writePanels() throws {
    try write(isGrowth: false, levels, levelIndicators)
    try write(isGrowth: true, growth, growthIndicators)
  }

  private func write(isGrowth: Bool, _ cells: SpillingSorter, _ indicators: Set<String>) throws {
    var tables = PanelTable.tables(isGrowth: isGrowth, indicators: indicators, vocabulary: vocabulary)
    var writers: [DataFileWriter] = []
    for table in tables {
      try files.makeFolder(of: table.path)
      var writer = try DataFileWriter(creating: Path.join(files.folder, table.path))
      try writer.write(table.header)
      writers.append(writer)
    }
    try cells.forEach { cell in
      for index in tables.indices {
        if let record = tables[index].take(cell) { try writers[index].write(record) }
      }
    }
    for index in tables.indices {
      if let record = tables[index].finish() { try writers[index].write(record) }
      files.add(tables[index].schema, path: tables[index].path, try writers[index].close())
    }
  }
}
