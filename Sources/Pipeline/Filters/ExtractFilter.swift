internal import Extract
internal import Records
internal import SystemPackage
internal import Vocabulary

/// `xianzhi extract`: pages in, documents out.
public struct ExtractFilter {
  private let defaults: SourceDefaults

  /// - Throws: a `Stop` with status 64 for a day or a code that is none.
  public init(published: String?, region: String?) throws {
    defaults = try SourceDefaults(published: published, region: region)
  }

  /// Writes a document for each file, in the order given; `-` is standard input.
  ///
  /// A file that cannot be read is told of on standard error and the others go on.
  ///
  /// - Throws: a `Stop` with status 66 where a file could not be read, 73 or 74 where the output cannot be written.
  public func run(_ files: [String], to output: String?) throws {
    let extractor = Extractor(vocabulary: try Vocabulary.builtIn())
    var failures: [String] = []
    try FilterOutput.write(to: output) { sink in
      for file in files {
        do {
          var bytes: [UInt8] = []
          DocumentLine.append(extractor.document(from: try page(file)), to: &bytes)
          try sink.write(bytes)
        } catch let failure as FileReader.Failure {
          failures.append("\(file): \(failure.cause)")
        }
      }
    }
    if !failures.isEmpty { throw Stop(.noInput, failures.joined(separator: "\nxianzhi: ")) }
  }

  private func page(_ file: String) throws -> Page {
    let limit = Configuration.Limits().pageBytes
    guard file == "-" else { return try PageLoader.page(Input(path: file, defaults: defaults), limit: limit) }
    let bytes = try FileReader.read(.standardInput)
    return Page(id: PageLoader.id(of: bytes), source: "-", bytes: bytes, defaults: defaults)
  }
}
