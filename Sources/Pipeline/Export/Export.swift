internal import Load
internal import Records
internal import Vocabulary

/// `xianzhi export`: the tables of a run, or some of their rows, in forms for other tools, without running it again.
public struct Export {
  /// What is to be written beside the tables.
  public struct Options: Sendable {
    /// Wide tables of the rows that are left.
    public var wide = false
    /// Copies that spreadsheets open as they are meant.
    public var excel = false
    /// A database.
    public var sqlite = false
    /// CSVW metadata.
    public var csvw = false
    /// Which rows: `region=520600`, `indicator=gdp`, `period=2019/2022`.
    public var conditions: [String] = []
    /// The configuration of the run, where it has tables of its own: what they say of indicators and units is how wide tables
    /// are made.
    public var configuration: String?

    /// Makes the options of a plain copy.
    public init() {}
  }

  private let options: Options
  private let filter: RowFilter
  private let vocabulary: Vocabulary

  /// - Throws: a `Stop` with status 64 for a condition that is none, a `Fault` where a table of the configuration is wrong.
  public init(_ options: Options) throws {
    self.options = options
    filter = try RowFilter(options.conditions)
    vocabulary = try Vocabulary.of(configuration: options.configuration)
  }

  /// Writes what is wanted of the datasets in `run` into the folder `output`, which appears whole or not at all.
  ///
  /// - Throws: a `Stop` with status 64 where a condition names what nobody knows, 66 where `run` holds no datasets, 73 to 75 where the folder cannot be written.
  public func callAsFunction(_ run: String, to output: String) async throws {
    guard !OutputFolder.holds(run, at: output) else {
      throw Stop(.cannotCreate, "\(output): is what is read; name another folder")
    }
    let set = try TableSet(folder: run)
    try filter.check(against: set, vocabulary)
    try await OutputFolder.take(output).publish { folder in
      let files = TableFiles(folder: folder)
      let figures = FigureTables(files: files, vocabulary: vocabulary)
      for table in set.tables where !Self.isWide(table) {
        try copy(table, of: set, to: files) { record in
          guard options.wide, table.schema.name == "observations" else { return }
          try figures.add(published: record)
        }
      }
      if options.wide { try figures.writePanels() }
      let copies = TableCopies(excel: options.excel, sqlite: options.sqlite, csvw: options.csvw)
      _ = try files.describe(set.about, with: copies)
    }
  }

  /// Whether a table is one of those that are made anew of the rows that are left.
  private static func isWide(_ table: TableSet.Entry) -> Bool {
    ["panel", "growth"].contains { table.schema.name == $0 || table.schema.name.hasPrefix($0 + "_") }
  }

  private func copy(
    _ table: TableSet.Entry, of set: TableSet, to files: TableFiles, _ take: (CSVCells) throws -> Void
  ) throws {
    let isWanted = filter.test(for: table.schema)
    try files.makeFolder(of: table.path)
    var file = try DataFileWriter(creating: Path.join(files.folder, table.path))
    try file.write(Array((table.schema.fields.map(\.name).joined(separator: ",") + "\n").utf8))
    try table.forEach(in: set.folder) { cells in
      if let isWanted, !isWanted(cells) { return }
      try file.write(cells.record)
      try take(cells)
    }
    files.add(table.schema, path: table.path, try file.close())
  }
}
