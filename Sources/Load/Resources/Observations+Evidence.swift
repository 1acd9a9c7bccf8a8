import Records

extension Resource where Row == ObservationRow {
  static var evidence: [Column<Observation>] {
    [
      Column(
        Field(
          "text", "Text", "原文", .string, where: .required,
          "The characters of the document that say the number, with unit and marks of approximation.")
      ) { .text($0.surface) },
      Column(
        Field(
          "start", "Start", "起始位置", .integer, where: .requiredOffset,
          "Where text starts in the document's text: Unicode scalars before it.")
      ) { .integer($0.span.start) },
      Column(
        Field(
          "end", "End", "结束位置", .integer, where: .requiredOffset,
          "Where text ends in the document's text: Unicode scalars before its end.")
      ) { .integer($0.span.end) },
      Column(
        Field(
          "sentence", "Sentence", "所在句", .string, "The sentence around it; for a cell of a table its row.")
      ) { .text($0.sentence) },
      Column(
        Field(
          "section", "Section", "所在章节", .string,
          "The headings and the enumerated measure above it, from the outermost in, joined by “ / ”.")
      ) { .text($0.section) },
    ]
  }

  static var reading: [Column<Observation>] {
    [
      Column(
        Field(
          "breakdown", "Breakdown", "分组", .string,
          "Which part is meant, age=35岁以下, several joined by “;”; missing for the whole.")
      ) { .text($0.breakdown) },
      Column(
        Field(
          "status_note", "Status note", "状态说明", .string, where: .one(of: StatusNote.self),
          """
          What is finer than status. provisional: reckoned before the accounts were closed. estimated: expected of a \
          time that is nearly over. capacity: what something can do. norm: a price, a rate or a standard that is set.
          """)
      ) { .code($0.statusNote) },
      Column(
        Field(
          "period_basis", "Basis of the period", "时期依据", .string, where: .one(of: PeriodBasis.self),
          """
          How the period is known. stated: the words beside the number say it. relative: they say it against \
          the date of publication. inherited: it is carried from before. published: only the date of \
          publication is known, and the words say now.
          """)
      ) { .code($0.periodBasis) },
      Column(
        Field(
          "kind", "Kind", "数量类别", .string, where: .one(of: QuantityKind.self, required: true),
          "What sort of quantity it is, by its unit.")
      ) { .code($0.quantity.kind) },
      Column(
        Field("low_closed", "Lower end included", "含下限", .boolean, "Whether low itself belongs to the range.")
      ) { .boolean($0.quantity.low?.isClosed) },
      Column(
        Field(
          "high_closed", "Upper end included", "含上限", .boolean, "Whether high itself belongs to the range.")
      ) { .boolean($0.quantity.high?.isClosed) },
      Column(
        Field(
          "is_exact", "Exact", "换算精确", .boolean,
          "Whether standard_value is exact; false where it has no finite decimal and was rounded, half to even."
        )
      ) { $0.quantity.standardValue == nil ? .missing : .boolean($0.quantity.isExact) },
      Column(
        Field(
          "reading", "Reading", "读数方式", .string, where: .one(of: Reading.self, required: true),
          """
          How the numeral was read. strict: by the rules of written numerals. normal: not quite so, but with \
          one meaning. colloquial: as people speak, 三万五 is 35000.
          """)
      ) { .code($0.quantity.reading) },
      Column(
        Field(
          "rules", "Rules", "规则", .string,
          "The names of the rules that made it, in the order in which they did, joined by a space.")
      ) { .text($0.rules.joined(separator: " ")) },
    ]
  }
}
