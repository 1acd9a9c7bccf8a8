internal import Load
internal import Records

/// `xianzhi load`: observations in, datasets out.
public struct LoadFilter {
  private let documents: [String]

  /// The documents in the files `documents` go to `documents.csv`.
  public init(documents: [String]) {
    self.documents = documents
  }

  /// Writes the datasets of the observations into a folder that appears whole or not at all; standard input is read where
  /// no file is named.
  ///
  /// - Throws: a `Stop` with status 65 for a line that is no observation, 66 for a file that cannot be read, 73 to 75 where
  ///   the folder cannot be written.
  public func run(_ files: FileNames, to output: String) async throws {
    try await OutputFolder.take(output).publish { folder in
      let writer = DatasetWriter(
        folder: folder, formats: Set(DataFormat.allCases), tables: documents.isEmpty ? [] : [.documents])
      try Lines.forEach(in: files) { line in try writer.add(try ObservationLine.read(line)) }
      if !documents.isEmpty {
        try Lines.forEach(in: FileNames(documents)) { line in try writer.add(try DocumentLine.read(line)) }
      }
      try writer.finish()
    }
  }
}
