internal import Load
internal import Records

/// What was read in one text as a line of JSON: what `annotate` writes.
enum AnnotationLine {
  /// Appends the text with its quantities, its periods and, where there are any, its findings, and a line feed.
  ///
  /// Offsets count in the text, in Unicode scalars.
  ///
  /// - Complexity: linear in the text where quantities and periods come in order, as an annotation has
  ///   them.
  static func append(_ annotation: Annotation, of text: String, to bytes: inout [UInt8]) {
    var json = JSONWriter(appendingTo: consume bytes)
    json.beginObject()
    json.key("text")
    json.string(text)
    json.key("quantities")
    json.beginArray()
    var counter = ScalarCounter(text)
    for quantity in annotation.quantities { append(quantity, text, &counter, to: &json) }
    json.endArray()
    json.key("periods")
    json.beginArray()
    counter = ScalarCounter(text)
    for period in annotation.periods { append(period, text, &counter, to: &json) }
    json.endArray()
    if !annotation.findings.isEmpty {
      json.key("findings")
      json.beginArray()
      for finding in annotation.findings { append(finding, &counter, to: &json) }
      json.endArray()
    }
    json.endObject()
    bytes = json.finish()
    bytes.append(UInt8(ascii: "\n"))
  }

  private static func append(
    _ quantity: Quantity, _ text: String, _ counter: inout ScalarCounter, to json: inout JSONWriter
  ) {
    json.beginObject()
    json.key("text")
    json.string(slice(text, quantity.span))
    json.span(counter.span(quantity.span))
    json.key("kind")
    json.string(quantity.kind.rawValue)
    json.key("value")
    json.decimal(quantity.value)
    json.key("low")
    json.decimal(quantity.low?.value)
    json.key("high")
    json.decimal(quantity.high?.value)
    json.key("relation")
    json.string(quantity.relation.rawValue)
    json.key("unit")
    json.string(quantity.unit)
    json.key("standard_value")
    json.decimal(quantity.standardValue)
    json.key("standard_unit")
    json.string(quantity.standardUnit)
    json.key("low_closed")
    json.boolean(quantity.low?.isClosed)
    json.key("high_closed")
    json.boolean(quantity.high?.isClosed)
    json.key("is_exact")
    json.boolean(quantity.standardValue == nil ? nil : quantity.isExact)
    json.key("reading")
    json.string(quantity.reading.rawValue)
    json.key("rules")
    json.strings(quantity.rules)
    json.endObject()
  }

  private static func append(
    _ mention: PeriodMention, _ text: String, _ counter: inout ScalarCounter, to json: inout JSONWriter
  ) {
    json.beginObject()
    json.key("text")
    json.string(slice(text, mention.span))
    json.span(counter.span(mention.span))
    json.key("from")
    json.string(mention.period.start.description)
    json.key("to")
    json.string(mention.period.end.description)
    json.key("period")
    json.string(mention.period.label)
    json.key("period_basis")
    json.string(mention.basis.rawValue)
    json.key("is_instant")
    json.boolean(mention.isInstant)
    json.key("rules")
    json.strings(mention.rules)
    json.endObject()
  }

  private static func append(_ finding: Finding, _ counter: inout ScalarCounter, to json: inout JSONWriter) {
    json.beginObject()
    json.key("code")
    json.string(finding.code.rawValue)
    json.key("message")
    json.string(finding.message)
    if let span = finding.span { json.span(counter.span(span)) }
    json.endObject()
  }

  private static func slice(_ text: String, _ span: ByteSpan) -> String {
    let start = text.utf8.index(text.startIndex, offsetBy: span.start)
    return String(text[start..<text.utf8.index(start, offsetBy: span.count)])
  }
}
