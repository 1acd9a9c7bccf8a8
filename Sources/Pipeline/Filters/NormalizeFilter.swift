internal import Load
internal import Normalize
internal import Records
internal import Vocabulary

/// `xianzhi normalize`: documents in, observations out.
public struct NormalizeFilter {
  private let findings: String?
  private let quarantine: String?

  /// What was doubtful goes to the file `findings`, and observations whose values cannot be go to the file `quarantine`,
  /// where they are named.
  public init(findings: String?, quarantine: String?) {
    self.findings = findings
    self.quarantine = quarantine
  }

  /// Writes the observations of each document before those of the next; standard input is read where no file is named.
  ///
  /// - Throws: a `Stop` with status 65 for a line that is no document, 66 for a file that cannot be read.
  public func run(_ files: FileNames, to output: String?) throws {
    let vocabulary = try Vocabulary.builtIn()
    let normalizer = Normalizer(vocabulary: vocabulary)
    let maker = RowMaker(vocabulary)
    try FilterOutput.write(to: output) { sink in
      try Self.write(to: findings) { findings in
        try Self.write(to: quarantine) { quarantine in
          try run(files, normalizer, maker, sink, findings: findings, quarantine: quarantine)
        }
      }
    }
  }

  /// Calls `body` with a sink for the file, or with nothing where none is named.
  private static func write(to file: String?, _ body: (ByteSink?) throws -> Void) throws {
    guard let file else { return try body(nil) }
    try FilterOutput.write(to: file) { try body($0) }
  }

  private func run(
    _ files: FileNames, _ normalizer: Normalizer, _ maker: RowMaker, _ sink: ByteSink, findings: ByteSink?,
    quarantine: ByteSink?
  ) throws {
    try Lines.forEach(in: files) { line in
      let document = try DocumentLine.read(line)
      let statements = normalizer.statements(in: document)
      var bytes: [UInt8] = []
      let rows = maker.rows(of: statements, in: document)
      for row in rows.observations { ObservationLine.append(row, to: &bytes) }
      try sink.write(bytes)
      if let quarantine {
        for row in rows.quarantined {
          try quarantine.write(Resource.quarantine.encode(row).json + [UInt8(ascii: "\n")])
        }
      }
      guard let findings else { return }
      for row in FindingRow.rows(of: document, and: statements.findings) {
        try findings.write(Resource.findings.encode(row).json + [UInt8(ascii: "\n")])
      }
    }
  }
}
