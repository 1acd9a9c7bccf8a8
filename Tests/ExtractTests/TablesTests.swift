import Records
import Testing

@testable import Extract

/// Tables that the golden pages lack.
@Suite struct TablesTests {
  private func tables(_ html: String) throws -> [DataTable] {
    try Reading.document(Reading.page(body: html)).tables
  }

  private static let rows =
    "<tr><td>指标</td><td>产量</td></tr><tr><td>粮食</td><td>12.3</td></tr><tr><td>油料</td><td>0.8</td></tr>"

  @Test(arguments: [
    ("<p>单位：万吨</p><table>\(rows)</table>", "万吨"), ("<p>表1 产量（单位:吨）</p><table>\(rows)</table>", "吨"),
    ("<table><caption>产量 单位：公斤</caption>\(rows)</table>", "公斤"),
    ("<table><tr><td colspan=2>单位：千克</td></tr>\(rows)</table>", "千克"),
  ])
  func unitBesideTheTable(_ html: String, _ unit: String) throws {
    let table = try #require(try tables(html).first)
    #expect(table.unit == unit)
    #expect(table.cells.filter { !$0.isHeader }.map(\.unit) == [unit, unit])
  }

  @Test(arguments: [
    ("产量（万吨）", "万吨"), ("产量(亩)", "亩"), ("增速±%", "%"), ("人均产量（公斤/人）", "公斤/人"), ("产量（含复种）", nil), ("产量", nil),
  ])
  func unitOfAHeading(_ heading: String, _ unit: String?) throws {
    let html =
      "<table><tr><td>指标</td><td>\(heading)</td></tr><tr><td>粮食</td><td>12.3</td></tr><tr><td>油料</td><td>0.8</td></tr></table>"
    let table = try #require(try tables(html).first)
    #expect(table.cells.filter { !$0.isHeader }.map(\.unit) == [unit, unit])
  }

  @Test func aUnitNoteFarAboveIsNotTheTables() throws {
    let html = "<p>单位：万吨</p><p>全年粮食生产形势良好，喜获丰收。</p><table>\(Self.rows)</table>"
    #expect(try tables(html).first?.unit == nil)
  }

  @Test func theUnitOfATableIsNotTheNextOnes() throws {
    let html = "<p>单位：万吨</p><table>\(Self.rows)</table><table>\(Self.rows)</table>"
    #expect(try tables(html).map(\.unit) == ["万吨", nil])
  }

  @Test func aColumnHeadedAsUnitsMayNameOffices() throws {
    let rows = { (first: String, second: String) in
      "<table><tr><td>单位</td><td>产量</td></tr><tr><td>\(first)</td><td>12.3</td></tr><tr><td>\(second)</td><td>0.8</td></tr></table>"
    }
    let towns = try #require(try tables(rows("白沙镇", "怒溪镇")).first).cells.filter { !$0.isHeader }
    #expect(towns.map(\.unit) == [nil, nil])
    #expect(towns.map(\.rowPath) == [["白沙镇"], ["怒溪镇"]])
    let units = try #require(try tables(rows("万吨", "亩")).first).cells.filter { !$0.isHeader }
    #expect(units.map(\.unit) == ["万吨", "亩"])
  }

  @Test func rowsUnderARowOfTheirOwn() throws {
    let html = """
      <table><tr><td>指标</td><td>2021年</td><td>2020年</td></tr><tr><td colspan=3>种植业</td></tr>
      <tr><td>粮食</td><td>12.3</td><td>12.1</td></tr><tr><td colspan=3>养殖业</td></tr><tr><td>生猪</td><td>5</td><td>4</td></tr></table>
      """
    let cells = try #require(try tables(html).first).cells.filter { !$0.isHeader }
    #expect(cells.map(\.rowPath) == [["种植业", "粮食"], ["种植业", "粮食"], ["养殖业", "生猪"], ["养殖业", "生猪"]])
    #expect(cells.map(\.columnPath) == [["2021年"], ["2020年"], ["2021年"], ["2020年"]])
  }

  @Test func threeRowsOfHeadings() throws {
    let html = """
      <table><tr><td rowspan=3>地区</td><td colspan=4>收入</td></tr><tr><td colspan=2>城镇</td><td colspan=2>农村</td></tr>
      <tr><td>绝对数</td><td>增长</td><td>绝对数</td><td>增长</td></tr><tr><td>甲县</td><td>1</td><td>2</td><td>3</td><td>4</td></tr></table>
      """
    let cells = try #require(try tables(html).first).cells.filter { !$0.isHeader }
    #expect(
      cells.map(\.columnPath) == [
        ["收入", "城镇", "绝对数"], ["收入", "城镇", "增长"], ["收入", "农村", "绝对数"], ["收入", "农村", "增长"],
      ])
  }

  @Test(arguments: [
    "<table><tr><td>甲</td></tr><tr><td>乙</td></tr></table>",
    "<table><tr><td><a href=/1>新闻</a></td><td><a href=/2>公告</a></td></tr><tr><td><a href=/3>政策</a></td><td><a href=/4>服务</a></td></tr></table>",
    "<table><tr><td>今年以来，各项工作稳步推进。\(String(repeating: "全县经济持续向好，民生不断改善。", count: 12))</td><td>图</td></tr><tr><td>一</td><td>二</td></tr></table>",
  ])
  func layoutIsNoData(_ html: String) throws {
    #expect(try tables(html).isEmpty)
  }

  @Test func cellsLieInTheText() throws {
    let document = try Reading.document(Reading.page(body: "<table>\(Self.rows)</table>"))
    let text = Array(document.text.utf8)
    let table = try #require(document.tables.first)
    let texts = table.cells.map { String(decoding: text[$0.span.start..<$0.span.end], as: UTF8.self) }
    #expect(texts == ["指标", "产量", "粮食", "12.3", "油料", "0.8"])
    #expect(Reading.texts(document, .table) == ["指标\t产量\n粮食\t12.3\n油料\t0.8"])
  }

  @Test func spansReachOnlyAsFarAsTheTable() throws {
    let html =
      "<table><tr><td>指标</td><td>数</td></tr><tr><td rowspan=99>粮食</td><td>1</td></tr><tr><td>2</td></tr></table>"
    let table = try #require(try tables(html).first)
    #expect(table.cells.first { $0.rowSpan > 1 }?.rowSpan == 2)
  }

  /// A table of unspanned cells, which `|` parts.
  private func drawn(_ rows: [String]) -> String {
    "<table>"
      + rows.map { row in
        "<tr>"
          + row.split(separator: "|", omittingEmptySubsequences: false).map { "<td>\($0)</td>" }.joined()
          + "</tr>"
      }.joined() + "</table>"
  }

  private func cells(_ rows: [String]) throws -> [DataTable.Cell] {
    try #require(try tables(drawn(rows)).first).cells.filter { !$0.isHeader && !$0.span.isEmpty }
  }

  @Test func headingsGoOnInTheRowsBelow() throws {
    let found = try cells([
      "类　别|学　校||农　业|农　业", "|总　数|#停　办|总产值|商品产值", "|（所）|学　校|（万元）|（万元）", "合　计|12|3|450|380",
    ])
    #expect(found.map(\.columnPath) == [["学校总数（所）"], ["#停办学校"], ["农业总产值（万元）"], ["农业商品产值（万元）"]])
    #expect(found.map(\.unit) == ["所", nil, "万元", "万元"])
    #expect(found.map(\.rowPath) == [["合 计"], ["合 计"], ["合 计"], ["合 计"]])
  }

  @Test func aRowWithAHeadingOfItsOwnIsNoHeading() throws {
    let found = try cells(["指标|2021年|2020年", "主要作物|水稻|玉米", "面积（亩）|12|13", "产量（吨）|5|6"])
    #expect(found.map(\.columnPath).prefix(2) == [["2021年"], ["2020年"]])
    #expect(found.count == 6)
  }

  @Test func aHeadingHoldsForTheBlankBesideItWhereSubheadingsRepeat() throws {
    let found = try cells(["指标|2021年||2020年|", "|绝对数|增长%|绝对数|增长%", "产值|12|3|10|2"])
    #expect(
      found.map(\.columnPath) == [["2021年", "绝对数"], ["2021年", "增长%"], ["2020年", "绝对数"], ["2020年", "增长%"]])
  }

  @Test func theRowThatNumbersTheColumnsIsAHeadingOfNone() throws {
    let found = try cells(["指标|产量（吨）|面积（亩）", "甲|1|2", "稻谷|12|13"])
    #expect(found.map(\.columnPath) == [["产量（吨）"], ["面积（亩）"]])
    #expect(found.map(\.rowPath) == [["稻谷"], ["稻谷"]])
  }

  @Test func groupsOfColumnsStandSideBySide() throws {
    let found = try cells(["指标|产量（吨）|指标|产量（吨）", "稻谷|12|茶叶|13", "小麦|14||"])
    #expect(found.map(\.rowPath) == [["稻谷"], ["茶叶"], ["小麦"]])
    let years = try cells(["年 份|产量|年份|产量", "1991|12|2001|13", "1996|14|2006|15"])
    #expect(years.map(\.rowPath) == [["1991"], ["2001"], ["1996"], ["2006"]])
  }

  @Test func numbersOfRowsAreNoHeadings() throws {
    let found = try cells(["序号|产品|单位|产量", "1|稻谷|吨|12", "2|茶叶|吨|13"])
    #expect(found.map(\.rowPath) == [["稻谷"], ["茶叶"]])
    #expect(found.map(\.unit) == ["吨", "吨"])
  }

  @Test func classesOfValuesAreHeadings() throws {
    let found = try cells(["乡镇|0-14岁|15-59岁|60岁以上|比1-4月", "白沙镇|12|40|13|2"])
    #expect(found.map(\.columnPath) == [["0-14岁"], ["15-59岁"], ["60岁以上"], ["比1-4月"]])
  }

  @Test(arguments: [
    "<p>表3 2001年茶叶产量（单位：担）</p>", "<p>表3 2001年茶叶产量 单位：担</p>", "<p>表3 2001年茶叶产量</p><p>计量单位：担</p>",
    "<p>表3 2001年茶叶产量（担）</p>",
  ])
  func theNameAndTheUnitOfALine(_ above: String) throws {
    let table = try #require(try tables(above + drawn(["产地|产量|上市", "白沙镇|12|3"])).first)
    #expect(table.caption?.hasPrefix("表3 2001年茶叶产量") == true)
    #expect(table.unit == "担")
  }

  @Test(arguments: [
    ("<p>（2001年） 单位：担</p>", "（2001年）"), ("<p>单位：担 2001年</p>", "2001年"),
    ("<p>7-3 茶叶产量（2001年）</p><p>单位：担</p>", "7-3 茶叶产量（2001年）"),
    ("<p>表7 茶叶产量</p><p>（2001年） 单位：担</p>", "表7 茶叶产量 （2001年）"),
  ])
  func theTimeBesideTheUnit(_ above: String, _ caption: String) throws {
    let table = try #require(try tables(above + drawn(["产地|产量|上市", "白沙镇|12|3"])).first)
    #expect(table.caption == caption)
    #expect(table.unit == "担")
  }

  @Test func rowsOfTimeAndUnitAreTheCaption() throws {
    let rows = ["产地|产量|上市|自用", "白沙镇|12|3|4"]
    for front in [["（2001年）|||单位：担"], ["表7 茶叶产量|||", "2001年|||单位：担"]] {
      let table = try #require(try tables(drawn(front + rows)).first)
      #expect(table.caption?.contains("2001年") == true)
      #expect(table.unit == "担")
      #expect(table.cells.filter { !$0.isHeader }.map(\.columnPath) == [["产量"], ["上市"], ["自用"]])
    }
  }
}
