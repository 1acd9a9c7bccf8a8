internal import Extract
internal import Load
internal import Records

/// What the documents of a run say together: which are parts of one article, and which blocks a site repeats.
///
/// It is filled in a first pass and used in a second; memory grows by some bytes a page for the names and not at all for
/// the blocks.
struct Batch: Sendable {
  private let options: Configuration.Pages
  private var series = PageSeries()
  private var blocks = RepeatedBlocks()

  init(_ options: Configuration.Pages) {
    self.options = options
  }

  /// Takes a document of the first pass in; `place` is where it lies.
  mutating func add(_ document: Document, at place: Int) {
    if options.joinsParts { series.add(document, at: place) }
    if options.dropsRepeatedBlocks { blocks.count(document) }
  }

  /// Takes out which documents may be parts of one article, by their places: the second pass needs no more of the names.
  mutating func takeGroups() -> [PageSeries.Group] { series.takeGroups() }

  /// The documents as the second pass reads them: one where they are parts of one article, else as many as there are.
  ///
  /// A part that went into another's document is a finding under its own source.
  func documents(of parts: [Document], missing: [Int]) -> (documents: [Document], joined: [FindingRow]) {
    var parts = options.dropsRepeatedBlocks ? parts.map(blocks.removing) : parts
    guard parts.count == 1 || Document.areParts(parts) else { return (parts, []) }
    guard missing.isEmpty else {
      let numbers = missing.map { $0 == 1 ? "its beginning" : "part \($0)" }.joined(separator: ", ")
      for index in parts.indices {
        parts[index].findings.append(
          Finding(.missingPart, "a part of an article of which \(numbers) is not among the pages"))
      }
      return (parts, [])
    }
    guard parts.count > 1, let whole = Document.joined(parts, id: Self.id(of: parts)) else {
      return (parts, [])
    }
    let rows = parts.enumerated().dropFirst().map { index, part in
      FindingRow(
        documentID: whole.id, source: part.source, code: .joinedPage,
        message: "is part \(index + 1) of \(whole.source)")
    }
    return ([whole], Array(rows))
  }

  /// The name of a document of several pages: of the ids of all, one a line, in their order, the first 16 hexadecimal
  /// digits of the SHA-256.
  private static func id(of parts: [Document]) -> String {
    String(Digest.sha256(Array(parts.map { $0.id + "\n" }.joined().utf8)).prefix(16))
  }
}
