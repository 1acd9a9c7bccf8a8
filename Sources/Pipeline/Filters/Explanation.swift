internal import Extract
internal import Load
internal import Normalize
internal import Records
internal import SystemPackage
internal import Vocabulary

/// `xianzhi explain`: what a page or a sentence states, and how it was read.
public struct Explanation {
  /// The forms of an explanation.
  public enum Format: String, CaseIterable, Sendable {
    /// For people.
    case text
    /// For programs: the observations as JSON Lines.
    case json
  }

  private let defaults: SourceDefaults

  /// - Throws: a `Stop` with status 64 for a day or a code that is none.
  public init(published: String?, region: String?) throws {
    defaults = try SourceDefaults(published: published, region: region)
  }

  /// Explains the page in the file `subject`, the page on standard input for `-`, else the sentence that it is.
  ///
  /// - Throws: a `Stop` with status 66 where a file cannot be read, and where the subject is the name of a page that is not
  ///   there.
  public func run(_ subject: String, as format: Format) throws {
    let vocabulary = try Vocabulary.builtIn()
    let document = try document(subject, vocabulary)
    let statements = Normalizer(vocabulary: vocabulary).statements(in: document)
    let sink = ByteSink(.standardOutput, name: "standard output")
    switch format {
    case .json:
      var bytes: [UInt8] = []
      for row in RowMaker(vocabulary).rows(of: statements, in: document).observations {
        ObservationLine.append(row, to: &bytes)
      }
      try sink.write(bytes)
    case .text: try sink.write(Array(ExplanationText(document, statements).text.utf8))
    }
    try sink.flush()
  }

  /// Prints every line of the page in the file `subject`, or on standard input for `-`, behind what became of it and a tab.
  ///
  /// - Throws: a `Stop` with status 66 where the file cannot be read.
  public func printLines(of subject: String) throws {
    let extractor = Extractor(vocabulary: try Vocabulary.builtIn())
    let sink = ByteSink(.standardOutput, name: "standard output")
    for line in extractor.lines(of: try page(subject)) {
      // A line may hold tabs; it holds no line feed.
      try sink.write(Array("\(line.fate.rawValue)\t\(line.text)\n".utf8))
    }
    try sink.flush()
  }

  private func page(_ subject: String) throws(Stop) -> Page {
    do throws(FileReader.Failure) {
      return try PageLoader(limit: Configuration.Limits().pageBytes).page(named: FileName(subject), defaults)
    } catch {
      throw Stop(.noInput, "\(subject): \(error.cause)")
    }
  }

  private func document(_ subject: String, _ vocabulary: Vocabulary) throws(Stop) -> Document {
    guard subject == "-" || System.exists(subject) || Self.isFileName(subject) else {
      return sentence(subject)
    }
    return Extractor(vocabulary: vocabulary).document(from: try page(subject))
  }

  /// Whether the subject is meant as a file: official prose has no words with a slash or an ending in Latin letters.
  private static func isFileName(_ subject: String) -> Bool {
    subject.contains("/") || FilePath(subject).extension?.utf8.allSatisfy { $0 < 0x80 } == true
  }

  /// A document of one paragraph.
  private func sentence(_ text: String) -> Document {
    var document = Document(
      id: PageLoader.page(Array(text.utf8), source: "argument", defaults).id, source: "argument")
    document.text = text
    document.blocks = [Block(.paragraph, span: ByteSpan(0, text.utf8.count))]
    document.published = defaults.published
    document.regionCode = defaults.region
    return document
  }
}
