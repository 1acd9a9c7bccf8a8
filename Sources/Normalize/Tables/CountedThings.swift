internal import Records
internal import Vocabulary

/// Headings that count people or things, which no unit of money or measure beside the table is that of: 企业单位数 under 单位：万元.
///
/// Reads: the headings of row and column, and a unit that the table has as a whole.
/// Yields: whether the unit can be theirs.
/// Refuses: to judge where a heading names money: 工资总额 of 职工.
enum CountedThings {
  static func takes(_ unit: String, row: TableHeading, column: TableHeading, _ vocabulary: Vocabulary) -> Bool
  {
    let headings = [row.words, column.words]
    let ends = { (endings: [String]) in
      headings.contains { words in endings.contains { words.ends(with: $0) } }
    }
    guard !ends(money) else { return true }
    let isOfThings = ends(things)
    guard isOfThings || ends(people), let known = TableUnit.known(unit, vocabulary) else { return true }
    if known.kind != .count { return false }
    if !isOfThings { return known.id == "person" }
    return known.id != "person" && (known.id != "household" || ends(["户数"]))
  }

  /// Whether a heading names an amount of money.
  static func namesMoney(_ heading: TableHeading) -> Bool { money.contains { heading.words.ends(with: $0) } }

  private static let things: [String] = [
    "企业数", "单位数", "个数", "家数", "机构数", "学校数", "户数", "村数", "件数", "台数", "辆数", "次数", "班数", "项目数", "亏损企业", "企业个数",
    "法人单位", "产业活动单位",
  ]
  private static let people: [String] = [
    "人数", "人口", "人口数", "从业人员", "职工", "职工数", "劳动力", "教职工", "专任教师", "卫生技术人员", "在校学生", "户籍人口", "人员",
  ]
  private static let money: [String] = [
    "额", "值", "收入", "支出", "利润", "工资", "资产", "负债", "税金", "投资", "贷款", "存款", "费", "费用", "成本", "报酬", "所得税", "利税",
  ]
}
