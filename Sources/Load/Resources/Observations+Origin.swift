import Records

extension Resource where Row == ObservationRow {
  /// What is known of an observation beside its text.
  static var origin: [Column<ObservationRow>] {
    [
      Column(
        Field(
          "freq", "Frequency", "频率", .string, where: .one(of: Frequency.self), concept: "FREQ",
          """
          How long the period is. A: a year. S: a half. Q: a quarter. M: a month. D: a day. _O: any other stretch, such as \
          January to September.
          """)
      ) { .code($0.observation.period.map(Frequency.init(of:))) },
      Column(
        Field(
          "region_level", "Level of the region", "行政级别", .string, where: .one(of: RegionLevel.self),
          "The order of the place that region_code names, whatever place says.")
      ) { .code($0.regionLevel) },
      Column(
        Field("rule", "Rule", "主要规则", .string, "The one of rules that told what the number is about.")
      ) { .text($0.rule) },
      Column(
        Field(
          "unit_id", "Unit id", "单位编号", .string,
          """
          The vocabulary's name for the unit: value times the factor of units.csv is standard_value. Missing where the \
          vocabulary has no such unit.
          """)
      ) { .text($0.unitID) },
      Column(
        Field("published", "Published", "发布日期", .date, "The day on which the document came out.")
      ) { .day($0.published) },
      Column(
        Field(
          "tier", "Tier", "来源层级", .string, where: .one(of: Tier.self),
          "Who speaks in the document: a statistics bureau, a government, media, or whoever prints it again.")
      ) { .code($0.tier) },
      Column(
        Field(
          "flags", "Flags", "标记", .string,
          """
          What deserves a look, joined by a space: codes of findings at the number, corrected where a correction changed the \
          row, and the words that corrections flag rows with.
          """)
      ) { .text($0.flags.joined(separator: " ")) },
    ]
  }

  /// The last column: it is known when all rows of a figure are together.
  static var preferred: Field {
    Field(
      "preferred", "Preferred", "首选", .boolean, where: .required,
      """
      Whether the row is the one to use among those that state the same figure: region, place, indicator, measure, \
      breakdown, status, standard_unit and period, capacities and norms (status_note) apart from what came about. A number goes before a bound, then tier, then the later date, then the \
      more precise print decide. A row of a reprint is never preferred, one that can be compared with no other always is.
      """)
  }
}
