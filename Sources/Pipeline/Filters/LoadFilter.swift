internal import Load
internal import Records
internal import Vocabulary

/// `xianzhi load`: observations in, datasets out.
public struct LoadFilter {
  private let documents: [String]
  private let configuration: String?
  private let copies: TableCopies

  /// The documents in the files `documents` go to `documents.csv`; the tables of `configuration`, where there is one, join the
  /// built-in ones; copies for Excel and a database are written where they are asked for.
  public init(
    documents: [String], configuration: String? = nil, excel: Bool = false, sqlite: Bool = false
  ) {
    (self.documents, self.configuration) = (documents, configuration)
    copies = TableCopies(excel: excel, sqlite: sqlite)
  }

  /// Writes the datasets of the observations into a folder that appears whole or not at all; standard input is read where
  /// no file is named.
  ///
  /// - Throws: a `Stop` with status 65 for a line that is no observation, 66 for a file that cannot be read, 73 to 75 where
  ///   the folder cannot be written; a `Fault` where a table of the configuration is wrong.
  public func run(_ files: FileNames, to output: String) async throws {
    let vocabulary = try Vocabulary.of(configuration: configuration)
    try await OutputFolder.take(output).publish { folder in
      var options = DatasetOptions()
      options.tables = documents.isEmpty ? [] : [.documents]
      options.copies = copies
      let writer = DatasetWriter(folder: folder, options, vocabulary)
      var check = LoadCheck(hasDocuments: !documents.isEmpty)
      if !documents.isEmpty {
        try Lines.forEach(in: FileNames(documents)) { line in
          let document = try DocumentLine.read(line)
          check.add(document)
          try writer.add(document)
        }
      }
      try Lines.forEach(in: files) { line in
        let row = try ObservationLine.read(line)
        try check.add(row, line)
        try writer.add(row)
      }
      try writer.finish()
    }
  }
}
