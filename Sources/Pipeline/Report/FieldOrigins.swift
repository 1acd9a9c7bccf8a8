internal import Quantities
internal import Records
internal import Report
internal import Vocabulary

/// Finds where the observations of one document have their times and regions from.
///
/// What is shown are the nearest words before a number that name its time or region, else the headline; nothing is shown where
/// neither has it. Complexity: the text once for each region, the times of the text for each observation.
struct FieldOrigins {
  private let document: Document
  private let gazetteer: Gazetteer
  private let text: [UInt8]
  /// The times that the text names, in order.
  let times: [PeriodMention]
  private let titleTimes: Set<Period>
  private var names: [String: [ByteSpan]] = [:]
  private var used: Set<ByteSpan> = []

  init(_ document: Document, _ gazetteer: Gazetteer, _ annotator: Annotator) {
    self.document = document
    self.gazetteer = gazetteer
    text = Array(document.text.utf8)
    times = annotator.annotate(document.text, published: document.published).periods
    titleTimes = Set(
      annotator.annotate(document.title ?? "", published: document.published).periods.map(\.period))
  }

  /// The names of regions that were shown for any observation so far, in the order of the text.
  var words: [ByteSpan] { used.sorted() }

  /// Where the observation at `span` has its fields from.
  mutating func provenance(of figure: Figure, at span: ByteSpan) -> Provenance {
    Provenance(period: period(of: figure, at: span), region: region(of: figure, at: span))
  }

  private func period(of figure: Figure, at span: ByteSpan) -> Provenance.Origin? {
    guard let period = figure.period else { return nil }
    if figure.row["period_basis"] == PeriodBasis.published.rawValue { return .published }
    // Only a number that is itself dated so has its time from words such as 去年.
    let isRelative = figure.row["period_basis"] == PeriodBasis.relative.rawValue
    let mention = times.last {
      $0.span.end <= span.start && $0.period == period && ($0.basis == .stated || isRelative)
        && !isCompared($0)
    }
    if let mention { return .words(mention.span) }
    return titleTimes.contains(period) ? .title : nil
  }

  /// Whether a time is one that is compared with, as 上年 in 比上年增长: it dates nothing.
  private func isCompared(_ mention: PeriodMention) -> Bool {
    ["比", "较"].contains { text[..<mention.span.start].suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  private mutating func region(of figure: Figure, at span: ByteSpan) -> Provenance.Origin? {
    guard let code = figure.regionCode else { return nil }
    let place = gazetteer.place(code: code, in: figure.period?.end.year) ?? gazetteer.place(code: code)
    let candidates = [figure.regionName, place?.name, place?.shortName].compactMap(\.self)
    for name in candidates {
      if let words = places(of: name).last(where: { $0.end <= span.start }) {
        used.insert(words)
        return .words(words)
      }
    }
    if let title = document.title, candidates.contains(where: { title.contains($0) }) { return .title }
    return document.regionCode == code ? .source : nil
  }

  /// Where the name stands in the text.
  private mutating func places(of name: String) -> [ByteSpan] {
    if let known = names[name] { return known }
    let word = Array(name.utf8)
    var places: [ByteSpan] = []
    var at = 0
    while !word.isEmpty, at + word.count <= text.count {
      if text[at] == word[0], text[at..<at + word.count].elementsEqual(word) {
        places.append(ByteSpan(at, at + word.count))
        at += word.count
      } else {
        at += 1
      }
    }
    names[name] = places
    return places
  }
}
