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
  private let leads: LeadWords
  private let surveys: SurveyNames
  private let indicators: IndicatorNames
  private let ranges: RangeCheck
  private let landmarks: LandmarkTable

  /// Makes a normalizer that knows the words, indicators, units and places of `vocabulary`.
  public init(vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    annotator = Annotator(vocabulary: vocabulary)
    words = WordTable(vocabulary.words, vocabulary.endings, places: vocabulary.gazetteer.names)
    ranges = RangeCheck(vocabulary)
    indicators = IndicatorNames(vocabulary: vocabulary)
    leads = LeadWords(vocabulary)
    surveys = SurveyNames(vocabulary.surveys)
    landmarks = LandmarkTable(
      names: vocabulary.gazetteer.names, pages: PageRefusal(vocabulary.phrases))
  }

  /// What the document states, in the order of its text; nothing where it is of a page without an article, which has
  /// nothing to place either.
  ///
  /// - Complexity: O(bytes of the text).
  public func statements(in document: Document) -> Statements {
    var statements = Statements()
    guard document.kind == .article else { return statements }
    let finder = RegionFinder(gazetteer: vocabulary.gazetteer, year: document.published?.year)
    var text = document.text
    text.withUTF8 { bytes in
      let landmarks = landmarks.read(bytes)
      let found = finder.region(of: document, landmarks)
      let region = place(found, &statements)
      statements.citations = Citations.read(landmarks.titles, in: bytes, of: document)
      if let refusal = landmarks.refusal {
        statements.findings.append(refusal)
        return
      }
      var annotation = Annotation()
      let report = DayOfReport(document, bytes, annotator)
      var document = document
      if let report { document.published = report.day }
      let reference = ReferenceDay(document, annotator)
      annotator.annotate(bytes, published: reference.day, into: &annotation)
      reference.prune(&annotation.periods)
      let context = Context(
        document: document, vocabulary: vocabulary, annotation: annotation, text: bytes,
        words: words, leads: leads, surveys: surveys, indicators: indicators, region: region, report: report)
      var reader = Reader(context)
      reader.title(document.title, annotator)
      reader.read(document.blocks, annotator)
      statements.observations = reader.recorder.takeObservations()
      statements.refusals = reader.refusals
      statements.findings += annotation.findings + reader.recorder.findings
      let weighed = WeighedObservations(statements.observations)
      let doubts = ranges.doubts(weighed)
      statements.findings += Checks.findings(weighed, vocabulary, doubts)
      statements.quarantined = RangeCheck.quarantine(&statements.observations, doubts)
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
