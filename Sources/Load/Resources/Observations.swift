public import Records

extension Resource where Row == ObservationRow {
  /// One row for each statement of a number; `preferred` is known last, see `FigureJudge`.
  public static let observations = Resource(
    name: "observations", title: "Observations", chineseTitle: "指标观测值",
    description: """
      One row for each statement of a number in a document. Sorted by region_code, place, indicator_id (else indicator), \
      measure, breakdown, status, standard_unit, period_start and period_end, bytewise; of rows that state the same figure \
      the one to be preferred comes first.
      """,
    columns: columns, lateFields: [preferred], primaryKey: ["observation_id"],
    foreignKeys: [.document, .region, .indicator, .unit], groupedBy: addGroupKey, sortedBy: addRankKey)

  static var columns: [Column<ObservationRow>] {
    (identity + subject + number + time + evidence + reading).map { column in
      Column(column.field) { column.cell($0.observation) }
    } + origin
  }

  static var identity: [Column<Observation>] {
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

  static var subject: [Column<Observation>] {
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

  static var number: [Column<Observation>] {
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

  static var time: [Column<Observation>] {
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

  static var periodPattern: String {
    "[0-9]{4}(-(H[12]|Q[1-4]|[0-9]{2}(-[0-9]{2})?))?(/[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?"
  }
}
