import Foundation
import Quantities
import Records
import Vocabulary

// JSON Lines `{"text": …, "published": …}` in, annotations out: for the scorer, until the command does it.
let annotator = Annotator(vocabulary: try Vocabulary.builtIn())

func number(_ value: ExactDecimal?) -> Any { value.map { NSDecimalNumber(string: "\($0)") } ?? NSNull() }

while let line = readLine() {
  guard !line.isEmpty, let data = line.data(using: .utf8),
    let object = try JSONSerialization.jsonObject(with: data) as? [String: Any],
    let text = object["text"] as? String
  else { continue }
  let published = (object["published"] as? String).flatMap { Day(iso: $0) }
  let annotation = annotator.annotate(text, published: published)
  var counter = ScalarCounter(text)
  func span(_ span: ByteSpan) -> ScalarSpan { counter.span(span) }
  func surface(_ span: ByteSpan) -> String {
    String(decoding: Array(text.utf8)[span.start..<span.end], as: UTF8.self)
  }
  let quantities: [[String: Any]] = annotation.quantities.map { q in
    let s = span(q.span)
    return [
      "text": surface(q.span), "start": s.start, "end": s.end, "kind": q.kind.rawValue,
      "value": number(q.value),
      "low": number(q.low?.value), "high": number(q.high?.value), "relation": q.relation.rawValue,
      "unit": q.unit,
      "standard_value": number(q.standardValue), "standard_unit": q.standardUnit, "rules": q.rules,
      "reading": q.reading.rawValue,
    ]
  }
  let periods: [[String: Any]] = annotation.periods.map { p in
    let s = span(p.span)
    return [
      "text": surface(p.span), "start": s.start, "end": s.end, "from": "\(p.period.start)",
      "to": "\(p.period.end)",
      "period": p.period.label, "basis": p.basis.rawValue, "instant": p.isInstant, "rules": p.rules,
    ]
  }
  let out = try JSONSerialization.data(
    withJSONObject: ["text": text, "quantities": quantities, "periods": periods],
    options: [.sortedKeys, .withoutEscapingSlashes])
  print(String(decoding: out, as: UTF8.self))
}
