public import Records

extension Resource where Row == Observation {
  /// One row for each statement of a number.
  public static let observations = Resource(
    name: "observations", title: "Observations", chineseTitle: "指标观测值",
    description: """
      One row for each statement of a number in a document. Sorted by region_code, indicator_id (else \
      indicator), measure, breakdown, period_start, period_end, document_id and start, bytewise.
      """,
    columns: columns, primaryKey: ["observation_id"], foreignKeys: [.document], sortedBy: addSortKey)

  static var columns: [Column<Observation>] { identity + subject + number + time + evidence + reading }

  static func addSortKey(_ row: Observation, _ key: inout SortKey) {
    key.add(row.regionCode)
    key.add(row.indicatorID ?? row.indicator)
    key.add(row.measure.rawValue)
    key.add(row.breakdown)
    key.add(row.period?.start)
    key.add(row.period?.end)
    key.add(row.documentID)
    key.add(row.span.start)
    // Beyond what a reader looks for: so that no two rows are equal.
    key.add(row.span.end)
    key.add(row.id)
  }

  private static var identity: [Column<Observation>] {
    [
      Column(
        Field(
          "observation_id", "Observation", "观测编号", .string, where: .required,
          "A name for the statement that stays the same as long as document, place in it and reading do.")
      ) { .text($0.id) },
      Column(
        Field("document_id", "Document", "文档编号", .string, where: .required, "The document that says it.")
      ) { .text($0.documentID) },
    ]
  }

  private static var subject: [Column<Observation>] {
    [
      Column(
        Field(
          "region_code", "Region code", "行政区划代码", .string, where: .regionCode, concept: "REF_AREA",
          "The code of GB/T 2260 of the place that the number is about; for a town or a village that of its county."
        )
      ) { .text($0.regionCode) },
      Column(
        Field("region_name", "Region", "地区", .string, "The region's name in full, as it was at the time.")
      ) { .text($0.regionName) },
      Column(
        Field(
          "place", "Place", "具体地点或单位", .string,
          "The town, village, district or institution inside the region; missing where it is the whole region."
        )
      ) { .text($0.place) },
      Column(
        Field(
          "indicator_id", "Indicator id", "指标编号", .string, concept: "INDICATOR",
          "The vocabulary's name for the indicator; missing where the vocabulary has none.")
      ) { .text($0.indicatorID) },
      Column(
        Field(
          "indicator", "Indicator", "指标", .string, where: .required,
          "What is counted or measured: the vocabulary's name, else the words of the text.")
      ) { .text($0.indicator) },
      Column(
        Field(
          "measure", "Measure", "度量方式", .string, where: .one(of: Measure.self, required: true),
          """
          level: an amount. share: a part of a whole. change_rate: growth in % or times. change: growth as an \
          amount. difference: against another region or total. rank: a place in an order. A fall is negative.
          """)
      ) { .code($0.measure) },
      Column(
        Field(
          "status", "Status", "状态", .string, where: .one(of: Status.self, required: true),
          concept: "OBS_STATUS",
          "actual: it came about. target: a plan, a goal or a forecast.")
      ) { .code($0.status) },
    ]
  }

  private static var number: [Column<Observation>] {
    [
      Column(
        Field(
          "value", "Value", "数值", .number, concept: "OBS_VALUE",
          "The printed number in unit, 万 and 亿 multiplied out; missing for a range.")
      ) { .decimal($0.quantity.value) },
      Column(
        Field("low", "Lower end", "下限", .number, "The lower end in unit, where the text gives one.")
      ) { .decimal($0.quantity.low?.value) },
      Column(
        Field("high", "Upper end", "上限", .number, "The upper end in unit, where the text gives one.")
      ) { .decimal($0.quantity.high?.value) },
      Column(
        Field(
          "relation", "Relation", "数值关系", .string, where: .one(of: Relation.self, required: true),
          """
          How the printed number stands to the true one. eq: exactly. approx: about. gt: more than. ge: at \
          least. lt: less than. le: at most. range: between low and high.
          """)
      ) { .code($0.quantity.relation) },
      Column(
        Field(
          "unit", "Unit", "计量单位", .string, concept: "UNIT_MEASURE",
          "The unit as printed, without 万 and 亿; missing for a bare number.")
      ) { .text($0.quantity.unit) },
      Column(
        Field(
          "standard_value", "Standard value", "标准单位数值", .number,
          "The value in standard_unit; missing for a range and where the unit has no factor.")
      ) { .decimal($0.quantity.standardValue) },
      Column(
        Field(
          "standard_unit", "Standard unit", "标准单位", .string,
          "The unit in which values of one dimension are compared: m2, kg, CNY.")
      ) { .text($0.quantity.standardUnit) },
    ]
  }

  private static var time: [Column<Observation>] {
    [
      Column(
        Field(
          "period", "Period", "时期", .string, where: Constraints(pattern: periodPattern),
          concept: "TIME_PERIOD",
          """
          The time that the number is about, by its shortest label: 2013, 2016/2020, 2013-H1, 2013-Q1, 2013-06, \
          2013-01/2013-09, 2013-06-30.
          """)
      ) { .text($0.period?.label) },
      Column(
        Field("period_start", "First day", "起始日", .date, "The first day of the period.")
      ) { .day($0.period?.start) },
      Column(
        Field("period_end", "Last day", "截止日", .date, "The last day of the period, included.")
      ) { .day($0.period?.end) },
    ]
  }

  private static var periodPattern: String {
    "[0-9]{4}(-(H[12]|Q[1-4]|[0-9]{2}(-[0-9]{2})?))?(/[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?"
  }

  private static var evidence: [Column<Observation>] {
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

  private static var reading: [Column<Observation>] {
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
