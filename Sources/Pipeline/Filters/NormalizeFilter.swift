internal import Load
internal import Normalize
internal import Records
internal import Vocabulary

/// `xianzhi normalize`: documents in, observations out.
public struct NormalizeFilter {
  private let findings: String?

  /// What was doubtful goes to the file `findings`, if one is named.
  public init(findings: String?) {
    self.findings = findings
  }

  /// Writes the observations of each document before those of the next; standard input is read where no file is named.
  ///
  /// - Throws: a `Stop` with status 65 for a line that is no document, 66 for a file that cannot be read.
  public func run(_ files: [String], to output: String?) throws {
    let normalizer = Normalizer(vocabulary: try Vocabulary.builtIn())
    try FilterOutput.write(to: output) { sink in
      guard let findings else { return try run(files, normalizer, sink, nil) }
      try FilterOutput.write(to: findings) { try run(files, normalizer, sink, $0) }
    }
  }

  private func run(_ files: [String], _ normalizer: Normalizer, _ sink: ByteSink, _ findings: ByteSink?)
    throws
  {
    try Lines.forEach(in: files) { line in
      let document = try DocumentLine.read(line)
      let statements = normalizer.statements(in: document)
      var bytes: [UInt8] = []
      for observation in statements.observations { ObservationLine.append(observation, to: &bytes) }
      try sink.write(bytes)
      guard let findings else { return }
      for row in FindingRow.rows(of: document, and: statements.findings) {
        try findings.write(Resource.findings.encode(row).json + [UInt8(ascii: "\n")])
      }
    }
  }
}
