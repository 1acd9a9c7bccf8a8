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
}
