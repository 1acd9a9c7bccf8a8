import Normalize
import Records
import Testing

/// Cells of tables: what their headings say, and the parts that headings name.
@Suite struct TableTests {
  /// The statements of a table whose first row and first column are headings, and of as many such side by side.
  private func statements(
    _ rows: [[String]], unit: String? = nil, region: String = "520621", title: String = "2021年统计表",
    published: Day? = nil, sides: Int = 1
  ) throws -> Statements {
    var document = Document(id: "test", source: "test")
    document.regionCode = region
    (document.title, document.published) = (title, published)
    var cells: [DataTable.Cell] = []
    for (row, line) in rows.enumerated() {
      for (column, text) in line.enumerated() {
        let start = document.text.utf8.count
        document.text += text
        let name = column - column % (line.count / sides)
        let isHeader = row == 0 || column == name
        cells.append(
          DataTable.Cell(
            row: row, column: column, isHeader: isHeader, rowPath: isHeader ? [] : [line[name]],
            columnPath: isHeader ? [] : [rows[0][column]], unit: isHeader ? nil : unit,
            span: ByteSpan(start, start + text.utf8.count)))
        document.text += column + 1 < line.count ? "\t" : "\n"
      }
    }
    let span = ByteSpan(0, document.text.utf8.count)
    document.tables = [DataTable(unit: unit, columnCount: rows[0].count, cells: cells, span: span)]
    document.blocks = [Block(.table, span: span)]
    return try RuleTests.normalizer.get().statements(in: document)
  }

  @Test func columnsOfPartsAreBreakdowns() throws {
    let found = try statements([["", "男", "女"], ["在校学生", "8000", "7230"]], unit: "人").observations
    #expect(found.map(\.breakdown) == ["sex=男", "sex=女"])
    #expect(found.map(\.indicator) == ["在校学生：男", "在校学生：女"])
    #expect(found.allSatisfy { $0.rules.contains("TableParts") })
  }

  @Test func rowsOfPartsBelongToTheRowAbove() throws {
    let found = try statements(
      [["指标", "2021年"], ["户籍人口", "24.1"], ["城镇", "10.1"], ["乡村", "14.0"]], unit: "万人"
    ).observations
    #expect(found.map(\.breakdown) == ["", "residence=城镇", "residence=乡村"])
    #expect(found.map(\.indicatorID) == ["household_pop", "household_pop", "household_pop"])
  }

  @Test func whatStandsBehindAmongIsAPart() throws {
    let found = try statements([["指标", "2021年"], ["粮食产量", "12"], ["其中：稻谷", "8"]], unit: "万吨").observations
    #expect(found.map(\.breakdown) == ["", "part=稻谷"])
    #expect(found.map(\.indicator).last == "粮食产量：稻谷")
  }

  @Test func headingsWithoutPartsNameIndicators() throws {
    let found = try statements([["", "产量（吨）"], ["茶叶", "3216"]]).observations
    #expect(found.map(\.breakdown) == [""])
    #expect(found.map(\.indicator) == ["茶叶 产量"])
    #expect(!found[0].rules.contains("TableParts"))
  }

  @Test func aUnitThatNoTableHasIsAFinding() throws {
    let rows = [["", "数量"], ["设备", "12"]]
    #expect(try statements(rows, unit: "嘎嗒").findings.map(\.code).contains(.unknownUnit))
    #expect(try !statements(rows, unit: "台").findings.map(\.code).contains(.unknownUnit))
  }

  @Test func aCaptionWithTwoUnitsGivesEachColumnItsOwn() throws {
    let found = try statements(
      [["地类", "面积", "占总面积比例"], ["耕地", "41230.5", "25.1"]], unit: "公顷、%"
    ).observations
    #expect(found.map(\.quantity.unit) == ["公顷", "%"])
    #expect(found.map(\.measure) == [.level, .share])
  }

  @Test func growthIsInPercentWhateverTheRowsUnitIs() throws {
    for heading in ["增长%", "比上年增长（%）", "增长速度", "同比增长"] {
      let found = try statements([["产品", "绝对数", heading], ["水泥（万吨）", "40.5", "-3.1"]]).observations
      #expect(found.map(\.quantity.unit) == ["吨", "%"], "\(heading)")
      #expect(found.map(\.quantity.value) == [ExactDecimal(405_000), ExactDecimal("-3.1")], "\(heading)")
      #expect(found.map(\.measure) == [.level, .changeRate], "\(heading)")
    }
    let amounts = try statements([["指标", "增长额"], ["税收（万元）", "12"]]).observations
    #expect(amounts.map(\.quantity.unit) == ["元"])
    let own = try statements([["指标", "增长（万元）"], ["税收", "12"]]).observations
    #expect(own.map(\.quantity.unit) == ["元"])
  }

  @Test func theNumberOfARowInItsListIsNoPartOfItsName() throws {
    let found = try statements([
      ["指标", "绝对数（亿元）", "同比±%"], ["一、地区生产总值", "62.5", "8.1"], ["（二）一般公共预算收入", "4.6", "2.4"],
      ["#税收收入", "3.1", "1.2"],
      ["3.固定资产投资", "48", "12"],
    ]).observations
    #expect(
      found.map(\.indicator) == [
        "地区生产总值", "地区生产总值", "一般公共预算收入", "一般公共预算收入", "一般公共预算收入：税收收入", "一般公共预算收入：税收收入", "固定资产投资",
        "固定资产投资",
      ])
    #expect(found.map(\.breakdown).filter { !$0.isEmpty } == ["part=税收收入", "part=税收收入"])
  }

  @Test func asManyUnitsAsColumnsAreTheirsInOrder() throws {
    let found = try statements([["乡镇", "面积", "单产", "总产"], ["怒溪镇", "3250", "430", "1398"]], unit: "亩、公斤、吨")
      .observations
    #expect(found.map(\.quantity.unit) == ["亩", "公斤", "吨"])
    let other = try statements([["乡镇", "面积", "单产", "总产"], ["怒溪镇", "3250", "430", "1398"]], unit: "亩、公斤")
    #expect(other.findings.map(\.code).contains(.unknownUnit))
  }

  @Test func unitsAreNotDealtToYearsOrParts() throws {
    let years = try statements([["指标", "2020年", "2021年"], ["总人口", "24", "25"]], unit: "亿元、万人")
    #expect(years.findings.map(\.code).contains(.unknownUnit))
    let parts = try statements([["年级", "合计", "男", "女"], ["一年级", "24", "13", "11"]], unit: "户、人、元")
    #expect(parts.findings.map(\.code).contains(.unknownUnit))
  }

  @Test func peopleMayGrowBySoMany() throws {
    let whole = try statements([["指标", "总数", "比上年增长"], ["教师（人）", "2400", "300"], ["学生（人）", "800", "-3.5"]])
      .observations
    #expect(whole.map(\.quantity.unit) == ["人", "人", "人", "%"])
    let sum = try statements([["指标", "余额", "比年初增长"], ["存款（亿元）", "120", "8"]]).observations
    #expect(sum.map(\.quantity.unit) == ["元", "元"])
  }

  @Test func fallsInTablesAreNegative() throws {
    let found = try statements([["指标", "比上年下降%", "增减%"], ["能耗", "3.5", "1.2"]]).observations
    #expect(found.map(\.quantity.value) == [ExactDecimal("-3.5"), ExactDecimal("1.2")])
  }

  @Test func rowsOfYearsAreOfTheirYear() throws {
    let found = try statements([["年份", "小学", "初中"], ["2015", "14230", "6810"]]).observations
    #expect(found.map { $0.period?.label } == ["2015", "2015"])
    #expect(found.map(\.indicator) == ["小学", "初中"])
    let other = try statements([["编号", "小学"], ["2015", "14230"]]).observations
    #expect(other.map { $0.period?.label } == ["2021"])
  }

  @Test func kindsOfInstitutionsAreNoPlaces() throws {
    let found = try statements(
      [["", "招生"], ["普通高中", "1320"], ["桃园中学", "210"], ["特殊教育学校", "35"]], unit: "人")
    #expect(found.observations.map(\.place) == [nil, "桃园中学", nil])
  }

  @Test func rowsOfPlacesAreOfThem() throws {
    let found = try statements([["单位", "耕 地 面 积（亩）"], ["全县", "500"], ["闵孝镇", "210"]]).observations
    #expect(found.map(\.place) == [nil, "闵孝镇"])
    #expect(found.map(\.indicator) == ["耕地面积", "耕地面积"])
  }

  @Test func rowsOfRegionsInsideAreOfThem() throws {
    let rows = [["县（市、区）", "常住人口（万人）"], ["铜仁市", "330"], ["江口县", "17"], ["松桃苗族自治县", "48"]]
    let found = try statements(rows, region: "520600").observations
    #expect(found.map(\.regionCode) == ["520600", "520621", "520628"])
    #expect(found.map(\.indicatorID) == ["resident_pop", "resident_pop", "resident_pop"])
  }

  @Test func monthsGoOnFromTheRowAbove() throws {
    let rows = [["时间", "降雨量（毫米）"], ["2019年11月", "12"], ["12月", "8"], ["1月", "5"]]
    let found = try statements(rows, published: Day(2021, 2, 20)).observations
    #expect(found.map { $0.period?.label } == ["2019-11", "2019-12", "2020-01"])
  }

  @Test func partsOfANumberedRowAreInItsUnit() throws {
    let rows = [
      ["指标", "绝对数"], ["一、固定资产投资（亿元）", "12"], ["第一产业", "2"], ["二、到位资金（万元）", "300"], ["自筹", "200"],
    ]
    let wanted = ["1200000000", "200000000", "3000000", "2000000"].map { ExactDecimal($0) }
    #expect(try statements(rows).observations.map(\.quantity.value) == wanted)
    let one = [["指标", "绝对数"], ["一、固定资产投资（亿元）", "12"], ["常住人口", "172345"]]
    #expect(try statements(one).observations.map(\.quantity.unit) == ["元", ""])
  }

  @Test func aColumnOfUnitsGivesThem() throws {
    let found = try statements([["产品", "产量", ""], ["粮食", "49", "万吨"], ["木材", "5", "立方米"]]).observations
    #expect(found.map(\.quantity.unit) == ["吨", "立方米"])
  }

  @Test func aTimeMeasuredAgainstIsNoneOfTheNumbers() throws {
    let found = try statements([["指标", "比去年同期增长(%)"], ["生猪出栏", "3.6"]]).observations
    #expect(found.map { $0.period?.label } == ["2021"])
  }

  @Test func growthIsOfTheTimeOfTheColumnBeforeIt() throws {
    let rows = [["指标", "5月", "增长（%）", "1—5月", "增长（%）"], ["零售额（亿元）", "39", "5.7", "175", "9.2"]]
    let found = try statements(rows, published: Day(2021, 6, 21)).observations
    #expect(found.map { $0.period?.label } == ["2021-05", "2021-05", "2021-01/2021-05", "2021-01/2021-05"])
  }

  @Test func monthlyTablesNameTheirTimeByThatOfTheTitle() throws {
    let rows = [["指标", "本月", "本月止累计", "累计增长（%）", "去年同期累计"], ["零售额（亿元）", "39", "175", "9.2", "160"]]
    let found = try statements(rows, title: "2021年1—5月主要指标", published: Day(2021, 6, 21)).observations
    #expect(
      found.map { $0.period?.label } == ["2021-05", "2021-01/2021-05", "2021-01/2021-05", "2020-01/2020-05"])
    #expect(Set(found.map(\.indicator)).count == 1)
  }

  @Test func bareYearsOverColumnsAreTheirTimes() throws {
    let found = try statements([["指标", "2019", "2020"], ["粮食产量（吨）", "39", "41"]]).observations
    #expect(found.map { $0.period?.label } == ["2019", "2020"])
    #expect(Set(found.map(\.indicator)) == ["粮食产量"])
  }

  @Test func theUnitOfTheTableIsNotThatOfWhatIsCounted() throws {
    let rows = [["类别", "企业单位数", "亏损企业", "从业人员", "工业总产值"], ["化学工业", "12", "3", "450", "8800"]]
    let found = try statements(rows, unit: "万元").observations
    #expect(found.map(\.quantity.unit) == ["", "", "", "元"])
    #expect(found.map(\.quantity.value) == [12, 3, 450, 88_000_000].map { ExactDecimal($0) })
    let wages = try statements([["", "在岗职工"], ["工资总额", "12"]], unit: "万元").observations
    #expect(wages.map(\.quantity.unit) == ["元"])
    let people = try statements([["", "机构数", "人数"], ["小学", "12", "80"]], unit: "人").observations
    #expect(people.map(\.quantity.unit) == ["", "人"])
  }

  @Test func tablesSideBySideHaveWholesOfTheirOwn() throws {
    let rows = [["指标", "2021年", "指标", "2021年"], ["粮食产量", "12", "水果产量", "8"], ["其中：稻谷", "9", "其中：柑橘", "5"]]
    let found = try statements(rows, unit: "万吨", sides: 2).observations
    #expect(found.map(\.indicator) == ["粮食产量", "水果产量", "粮食产量：稻谷", "水果产量：柑橘"])
  }

  @Test func signsOfCells() throws {
    let signed = { (cells: [String]) in
      try self.statements([["指标", "比上年增长（%）"]] + cells.map { ["茶叶产量", $0] }).observations.map {
        $0.quantity.value?.description
      }
    }
    #expect(
      try signed(["+7.1", "＋6.2", "－1.3", "–2.4", "↓3.5", "↑4", "+1.5%"]) == [
        "7.1", "6.2", "-1.3", "-2.4", "-3.5", "4", "1.5",
      ])
    #expect(try signed(["7.1", "△3.5"]) == ["7.1", "-3.5"])
    #expect(try signed(["▲7.1", "▼3.5"]) == ["7.1", "-3.5"])
    #expect(try signed(["▲7.1", "▲3.5"]) == [])
    #expect(try signed(["▲7.1", "-3.5"]) == ["-3.5"])
    #expect(try signed(["(3.5)", "7.1", "—", "--"]) == ["7.1"])
  }

  @Test func thisYearIsThatOfTheTitle() throws {
    let title = "2011年农村经济统计"
    let rows = [["指标", "本年", "上年", "增减（%）"], ["茶叶产量（吨）", "39", "41", "-4.9"]]
    let found = try statements(rows, title: title, published: Day(2012, 3, 20)).observations
    #expect(found.map { $0.period?.label } == ["2011", "2010", "2011"])
    let months = try statements(
      [["月份", "茶叶产量（吨）"], ["1-2月", "3"], ["1-3月", "8"]], title: title, published: Day(2012, 5, 20)
    ).observations
    #expect(months.map { $0.period?.label } == ["2011-01/2011-02", "2011-Q1"])
    let several = try statements(
      [["指标", "本年"], ["茶叶产量（吨）", "39"]], title: "2010年执行情况和2011年计划", published: Day(2011, 3, 20)
    ).observations
    #expect(several.map { $0.period?.label } == ["2011"])
  }

  @Test func growthBehindTwoYearsIsOfTheLater() throws {
    for rows in [["2019年", "2020年"], ["2020年", "2019年"]] {
      let found = try statements([["指标"] + rows + ["增长（%）"], ["茶叶产量（吨）", "39", "41", "2"]]).observations
      #expect(found.last?.period?.label == "2020")
    }
  }

  @Test func amountsOfChangeAreInTheUnitOfTheColumnBefore() throws {
    let found = try statements([["指标", "余额（亿元）", "比年初增加", "增长"], ["存款", "120", "8", "7.1"]]).observations
    #expect(found.map(\.quantity.unit) == ["元", "元", "%"])
    #expect(found.map(\.measure) == [.level, .change, .changeRate])
  }

  @Test func codesAreNoQuantities() throws {
    let rows = [["项目", "内容"], ["邮政编码", "565100"], ["行政区划代码", "522200"], ["电话用户（户）", "5300"]]
    #expect(try statements(rows).observations.map(\.quantity.value) == [ExactDecimal(5300)])
  }

  @Test func growthOverAnotherTimeAloneIsLeftOut() throws {
    let found = try statements([["指标", "绝对值（亿元）", "比1-4月"], ["零售额", "39", "1.2"]]).observations
    #expect(found.map(\.quantity.unit) == ["元"])
  }

  @Test func theSamePeriodOfTheYearBeforeIsAsLongAsThatBesideIt() throws {
    let rows = [["指标", "本月", "去年同期", "累计", "去年同期"], ["零售额（亿元）", "39", "38", "175", "160"]]
    let found = try statements(rows, title: "2021年5月主要指标", published: Day(2021, 6, 21)).observations
    #expect(
      found.map { $0.period?.label } == ["2021-05", "2020-05", "2021-01/2021-05", "2020-01/2020-05"])
  }

  @Test func aPartOfWhatIsCountedIsInTheUnitOfTheColumnBefore() throws {
    let rows = [["类别", "学校数（所）", "#民办学校", "其中：教职工人数"], ["小学", "12", "3", "80"]]
    let found = try statements(rows, unit: "万元").observations
    #expect(found.map(\.quantity.unit) == ["所", "所", ""])
  }

  @Test func rowAndColumnEachGiveAPartOfATime() throws {
    let labels = { (rows: [[String]]) in
      try self.statements(rows, published: Day(2022, 3, 20)).observations.map { $0.period?.label }
    }
    #expect(
      try labels([["月份", "2019年雨量", "2020年雨量"], ["1月", "3", "4"], ["2月", "5", "6"]])
        == [
          "2019-01", "2020-01", "2019-02", "2020-02",
        ].map { $0 })
    #expect(
      try labels([["年份", "年末总人口（人）", "1月降水量（毫米）"], ["1994", "31000", "40"], ["1995", "32000", "50"]])
        == [
          "1994-12-31", "1994-01", "1995-12-31", "1995-01",
        ].map { $0 })
    #expect(
      try labels([["指标", "2020年末", "2021年1月"], ["存款（亿元）", "3", "4"]]) == ["2020-12-31", "2021-01"])
  }

  @Test func partsBesideYearsAreOfTheCaption() throws {
    let found = try statements([["年份", "人口", "男"], ["1994", "31000", "16000"]], unit: "人").observations
    #expect(!found.contains { $0.indicator.contains("1994") })
  }

  @Test func whatIsComparedWithIsNoName() throws {
    for heading in ["2021年比2020年增减%", "比上年同月增减%", "较上年增长%"] {
      let found = try statements([["指标", heading], ["茶叶产量", "3.2"]]).observations
      #expect(found.map(\.indicator) == ["茶叶产量"], "\(heading)")
    }
  }
}
