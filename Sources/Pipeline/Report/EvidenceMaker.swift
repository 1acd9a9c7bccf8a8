internal import Normalize
internal import Quantities
internal import Records
internal import Report
internal import Vocabulary

/// Brings the rows of a document onto its text.
struct EvidenceMaker {
  private let vocabulary: Vocabulary
  private let normalizer: Normalizer
  private let annotator: Annotator

  init(vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    normalizer = Normalizer(vocabulary: vocabulary)
    annotator = Annotator(vocabulary: vocabulary)
  }

  /// The page of the document.
  func sheet(of document: Document, _ note: DocumentNote, _ rows: DocumentRows.Rows) -> EvidenceSheet {
    var sheet = EvidenceSheet(document)
    let map = OffsetMap(document.text)
    var origins = FieldOrigins(document, vocabulary.gazetteer, annotator)
    for row in rows.observations {
      let figure = Figure(row.row, of: note)
      guard let span = figure.span.flatMap(map.bytes) else { continue }
      let provenance = origins.provenance(of: figure, at: span)
      sheet.marks.append(NumberMark(at: span, .observed(figure, provenance)))
    }
    for row in rows.quarantined {
      let figure = Figure(row, of: note)
      guard let span = figure.span.flatMap(map.bytes) else { continue }
      sheet.marks.append(NumberMark(at: span, .quarantined(figure, reason: row["reason"] ?? "")))
    }
    for row in rows.findings {
      let remark = Remark(code: row["code"] ?? "", message: row["message"] ?? "")
      if let start = row["start"].flatMap({ Int($0) }), let end = row["end"].flatMap({ Int($0) }),
        start < end,
        let span = map.bytes(ScalarSpan(start, end))
      {
        sheet.marks.append(NumberMark(at: span, .doubted(remark)))
      } else {
        sheet.remarks.append(remark)
      }
    }
    sheet.marks += origins.words.map { NumberMark(at: $0, .words) }
    sheet.marks += origins.times.map { NumberMark(at: $0.span, .time($0.period.label)) }
    addRefusals(rows, to: &sheet)
    return sheet
  }

  /// The set does not tell which numbers state nothing: the document is read again.
  ///
  /// Where that does not give the observations that the set has, it was made by other rules or tables; then nothing is said.
  private func addRefusals(_ rows: DocumentRows.Rows, to sheet: inout EvidenceSheet) {
    guard !sheet.document.text.isEmpty else { return }
    let statements = normalizer.statements(in: sheet.document)
    let read = Set(statements.observations.map(\.id) + statements.quarantined.map(\.observation.id))
    let known = rows.observations.compactMap { $0.row["observation_id"] }
    guard read.isSuperset(of: known) else { return }
    sheet.knowsRefusals = true
    let taken = sheet.marks.filter { if case .observed = $0.outcome { true } else { false } }.map(\.span)
      .sorted()
    for refusal in statements.refusals where !Self.overlaps(refusal.span, taken) {
      sheet.marks.append(NumberMark(at: refusal.span, .refused(rule: refusal.rule)))
    }
  }

  /// Whether the span shares a byte with one of `spans`, which are in order.
  private static func overlaps(_ span: ByteSpan, _ spans: [ByteSpan]) -> Bool {
    var (low, high) = (0, spans.count)
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].end <= span.start { low = middle + 1 } else { high = middle }
    }
    return low < spans.count && spans[low].start < span.end
  }
}
