internal import Extract
internal import Load
internal import Normalize
internal import Records
internal import SystemPackage
internal import Vocabulary

/// `xianzhi explain`: what a page or a sentence states, and how it was read.
public struct Explanation {
  private let defaults: SourceDefaults

  /// - Throws: a `Stop` with status 64 for a day or a code that is none.
  public init(published: String?, region: String?) throws {
    defaults = try SourceDefaults(published: published, region: region)
  }

  /// Explains the page in the file `subject`, the page on standard input for `-`, else the sentence that it is.
  ///
  /// - Throws: a `Stop` with status 66 where a file cannot be read.
  public func run(_ subject: String, asJSON: Bool) throws {
    let vocabulary = try Vocabulary.builtIn()
    let document = try document(subject, vocabulary)
    let statements = Normalizer(vocabulary: vocabulary).statements(in: document)
    let sink = ByteSink(.standardOutput, name: "standard output")
    if asJSON {
      var bytes: [UInt8] = []
      for observation in statements.observations { ObservationLine.append(observation, to: &bytes) }
      try sink.write(bytes)
    } else {
      try sink.write(Array(ExplanationText(document, statements).text.utf8))
    }
    try sink.flush()
  }

  private func document(_ subject: String, _ vocabulary: Vocabulary) throws -> Document {
    let extractor = Extractor(vocabulary: vocabulary)
    if subject == "-" {
      let bytes = try FileReader.read(.standardInput)
      return extractor.document(
        from: Page(id: PageLoader.id(of: bytes), source: "-", bytes: bytes, defaults: defaults))
    }
    if System.exists(subject) {
      do throws(FileReader.Failure) {
        let page = try PageLoader.page(
          Input(path: subject, defaults: defaults), limit: Configuration.Limits().pageBytes)
        return extractor.document(from: page)
      } catch {
        throw Stop(.noInput, "\(subject): \(error.cause)")
      }
    }
    return sentence(subject)
  }

  /// A document of one paragraph.
  private func sentence(_ text: String) -> Document {
    var document = Document(id: PageLoader.id(of: Array(text.utf8)), source: "argument")
    document.text = text
    document.blocks = [Block(.paragraph, span: ByteSpan(0, text.utf8.count))]
    document.published = defaults.published
    document.regionCode = defaults.region
    return document
  }
}
