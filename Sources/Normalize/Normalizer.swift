public import Records
public import Vocabulary
internal import Quantities

/// Turns documents into statements: what each number is about, where, when, and how sure.
///
/// One pass over the text: numbers and times, then sentence after sentence covered with tokens, read
/// by rules of measure and of subject (one file each), with what is carried from one to the next kept
/// in `Discourse`, `PeriodTracker` and `PlaceTracker`.
public struct Normalizer: Sendable {
  private let vocabulary: Vocabulary
  private let annotator: Annotator
  private let words: WordTable
  private let places: Lexicon
  private let pages: PageRefusal

  /// Makes a normalizer that knows the words, indicators, units and places of `vocabulary`.
  public init(vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    annotator = Annotator(vocabulary: vocabulary)
    words = WordTable(vocabulary.words, vocabulary.endings)
    // Names of two characters are words too: 城区, 郊区.
    places = Lexicon(
      vocabulary.gazetteer.names.enumerated().lazy.filter { $1.utf8.count >= 9 }.map {
        (word: $1, payload: $0)
      })
    pages = PageRefusal(vocabulary.phrases)
  }

  /// What the document states, in the order of its text; nothing where it is of a page without an article, which has
  /// nothing to place either.
  ///
  /// - Complexity: O(bytes of the text).
  public func statements(in document: Document) -> Statements {
    var statements = Statements()
    guard document.kind == .article else { return statements }
    let finder = RegionFinder(gazetteer: vocabulary.gazetteer, year: document.published?.year)
    let region = place(finder.region(of: document), &statements)
    var text = document.text
    text.withUTF8 { bytes in
      statements.citations = Citations.read(bytes, of: document)
      if let refusal = pages.reason(bytes) {
        statements.findings.append(refusal)
        return
      }
      var annotation = Annotation()
      annotator.annotate(bytes, published: document.published, into: &annotation)
      let context = Context(
        document: document, vocabulary: vocabulary, annotation: annotation, text: bytes,
        words: words, places: places, region: region, indicators: IndicatorNames(vocabulary: vocabulary))
      var reader = Reader(context)
      reader.title(document.title, annotator)
      reader.read(document.blocks, annotator)
      (statements.observations, statements.refusals) = (reader.recorder.observations, reader.refusals)
      statements.findings += annotation.findings + reader.recorder.findings
      statements.findings += Checks.findings(statements.observations, vocabulary)
      statements.quarantined = RangeCheck.quarantine(&statements.observations, vocabulary)
    }
    return statements
  }

  private func place(_ result: RegionFinder.Result, _ statements: inout Statements) -> Place? {
    switch result {
    case .place(let place): return place
    case .nation: return nil
    case .ambiguous(let name):
      statements.findings.append(
        Finding(.ambiguousRegion, "several places are called \"\(name)\" and nothing tells which"))
      return nil
    case .nothing:
      statements.findings.append(Finding(.noRegion, "no place is named in the title or the text"))
      return nil
    }
  }
}
