internal import Load
internal import Records

/// An explanation for people: each sentence with its numbers marked, and below it what each number became.
struct ExplanationText {
  private(set) var text = ""
  private let scalars: [Unicode.Scalar]

  init(_ document: Document, _ statements: Statements) {
    scalars = Array(document.text.unicodeScalars)
    if let title = document.title { text += "\(title)\n" }
    let facts = [
      document.published.map { "published \($0)" }, document.publisher.map { "by \($0)" },
      document.kind == .article ? nil : "\(document.kind.rawValue), no article",
    ].compactMap { $0 }
    if !facts.isEmpty { text += facts.joined(separator: ", ") + "\n" }
    var rest = statements.observations[...]
    while let first = rest.first {
      let count = rest.prefix { $0.sentence == first.sentence && $0.section == first.section }.count
      add(rest.prefix(count))
      rest = rest.dropFirst(count)
    }
    if statements.observations.isEmpty { text += "no statement of a number\n" }
    for row in statements.quarantined {
      text += "\nkept apart, \(row.reason)\n" + line(row.observation)
    }
    if !statements.refusals.isEmpty { text += "\n" }
    let bytes = Array(document.text.utf8)
    for refusal in statements.refusals {
      let words = String(decoding: bytes[refusal.span.start..<refusal.span.end], as: UTF8.self)
      text += "states nothing by \(refusal.rule): ⟦\(words)⟧\n"
    }
    for row in FindingRow.rows(of: document, and: statements.findings) {
      text += "\n\(row.code.rawValue): \(row.message)" + (row.surface.map { " ⟦\($0)⟧" } ?? "") + "\n"
    }
  }

  /// Adds the observations of one sentence.
  private mutating func add(_ observations: ArraySlice<Observation>) {
    guard let first = observations.first else { return }
    text += "\n"
    if !first.section.isEmpty { text += "\(first.section)\n" }
    text += "\(marked(first.sentence, observations))\n"
    for observation in observations { text += line(observation) }
  }

  /// The sentence with the spans of its observations between ⟦ and ⟧.
  private func marked(_ sentence: String, _ observations: ArraySlice<Observation>) -> String {
    let words = Array(sentence.unicodeScalars)
    guard let first = observations.first, let start = start(of: words, around: first.span) else {
      return sentence
    }
    var marked = String.UnicodeScalarView()
    var place = start
    for span in Set(observations.map(\.span)).sorted(by: { $0.start < $1.start }) where span.start >= place {
      marked += scalars[place..<span.start]
      marked.append("⟦")
      marked += scalars[span.start..<span.end]
      marked.append("⟧")
      place = span.end
    }
    marked += scalars[place..<max(place, start + words.count)]
    return String(marked)
  }

  /// Where the sentence that holds `span` starts in the text.
  private func start(of sentence: [Unicode.Scalar], around span: ScalarSpan) -> Int? {
    let earliest = max(0, span.end - sentence.count)
    return (earliest...max(earliest, span.start)).first { start in
      start + sentence.count <= scalars.count
        && scalars[start..<start + sentence.count].elementsEqual(sentence)
    }
  }

  private func line(_ observation: Observation) -> String {
    let quantity = observation.quantity
    var parts = ["  \(observation.surface)  \(observation.indicator)"]
    if let id = observation.indicatorID { parts.append("[\(id)]") }
    if observation.measure != .level { parts.append(observation.measure.rawValue) }
    if observation.status != .actual { parts.append(observation.status.rawValue) }
    parts.append("= \(value(quantity)) \(quantity.unit)")
    if let standard = quantity.standardValue, quantity.standardUnit != quantity.unit {
      parts.append("(\(quantity.isExact ? "" : "≈ ")\(standard) \(quantity.standardUnit))")
    }
    if let place = observation.place { parts.append("of \(place)") }
    if let region = observation.regionName { parts.append("in \(region)") }
    if let period = observation.period {
      parts.append("for \(period.label)" + (observation.periodBasis.map { " (\($0.rawValue))" } ?? ""))
    }
    return parts.joined(separator: " ")
      + "\n    read \(quantity.reading.rawValue) by \(observation.rules.joined(separator: " "))\n"
  }

  private func value(_ quantity: Quantity) -> String {
    let relation = quantity.relation == .equal ? "" : "\(quantity.relation.rawValue) "
    if let value = quantity.value { return relation + value.description }
    return relation
      + [quantity.low, quantity.high].map { $0?.value.description ?? "" }.joined(separator: "…")
  }
}
