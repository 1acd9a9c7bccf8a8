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

  /// The sentence with the surfaces of its observations between ⟦ and ⟧, as they stand in order.
  private func marked(_ sentence: String, _ observations: ArraySlice<Observation>) -> String {
    var (marked, rest) = ("", sentence[...])
    var last: ScalarSpan?
    for observation in observations where observation.span != last {
      last = observation.span
      let surface = String(String.UnicodeScalarView(scalars[observation.span.start..<observation.span.end]))
      guard let place = rest.firstRange(of: surface) else { continue }
      marked += rest[..<place.lowerBound] + "⟦\(surface)⟧"
      rest = rest[place.upperBound...]
    }
    return marked + rest
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
