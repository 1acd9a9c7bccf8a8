import Records
import Testing

@testable import Extract

/// What the lines of a text are, and what becomes of their characters.
@Suite struct BlocksTests {
  @Test(arguments: [
    ("<h2>工作回顾</h2>", "工作回顾", 2), ("<p>第一章 总则</p>", "第一章 总则", 1), ("<p>一、工作回顾</p>", "一、工作回顾", 2),
    ("<p>（一）农业生产</p>", "（一）农业生产", 3), ("<p><b>1.粮食生产</b></p>", "1.粮食生产", 4),
    ("<p><strong>选好带头人</strong></p>", "选好带头人", 2),
    ("<p><span style=\"font-weight: bold\">选好带头人</span></p>", "选好带头人", 2),
  ])
  func headings(_ html: String, _ text: String, _ level: Int) throws {
    let document = try Reading.document(Reading.page(body: html))
    #expect(document.blocks.filter { $0.kind == .heading }.map(\.level) == [level])
    #expect(Reading.texts(document, .heading) == [text])
  }

  @Test(arguments: [
    "<p>一是抓好春耕</p>", "<p><b>粮食总产量</b>达到18万吨。</p>", "<p>1.粮食生产</p>", "<p>一、全年粮食总产量达到18万吨，比上年增长2.1%。</p>",
  ])
  func noHeadings(_ html: String) throws {
    #expect(Reading.texts(try Reading.document(Reading.page(body: html)), .heading).isEmpty)
  }

  @Test func itemsAndNotes() throws {
    let document = try Reading.document(
      Reading.page(body: "<ul><li>新建水库3座，惠及两万人</li></ul><p>注：数据为快报数，以年报为准。</p>"))
    #expect(Reading.texts(document, .item) == ["新建水库3座，惠及两万人"])
    #expect(Reading.texts(document, .note) == ["注：数据为快报数，以年报为准。"])
  }

  @Test(arguments: [
    ("粮食&nbsp;&nbsp;总产量　　18万吨", "粮食 总产量 18万吨"), ("粮食\n    总产量", "粮食总产量"), ("GDP\ngrowth", "GDP growth"),
    ("粮\u{200B}食\u{FEFF}总\u{AD}产量", "粮食总产量"), ("3&#150;5月", "3–5月"), ("单价&#x80;5", "单价€5"),
    ("粮食&nbsp总产量", "粮食 总产量"), ("甲&amp;乙", "甲&乙"), ("１８万吨", "１８万吨"), ("<b>粮食</b><i>产量</i>", "粮食产量"),
  ])
  func characters(_ html: String, _ text: String) throws {
    let document = try Reading.document(Reading.page(body: "<p>全年\(html)，再创新高。</p>"))
    #expect(document.text.contains("\n全年\(text)，再创新高。\n"))
  }

  @Test func scriptsStylesAndCommentsGo() {
    let page = Array(
      "甲<script>if(a<b){\"</p>\"}</script>乙<STYLE>p{}</STYLE><!-- 丙 -->丁<![endif]>戊<!DOCTYPE html>".utf8)
    let stripper = page.withUnsafeBufferPointer { MarkupStripper($0) }
    #expect(String(decoding: stripper.output, as: UTF8.self) == "甲乙丁戊<!DOCTYPE html>")
  }

  @Test(arguments: ["上一页 1 2 3 下一页", "首页 | 上一页 | 第2页 | 尾页", "[1] [2] [3]", "共5页 第1页 下一页"])
  func pagers(_ text: String) {
    #expect(Array(text.utf8).withUnsafeBufferPointer { PagerLine.matches($0) })
  }

  @Test(arguments: ["1 2 3", "第2页的图", "翻到上一页重看", "[1]", "2021"])
  func noPagers(_ text: String) {
    #expect(!Array(text.utf8).withUnsafeBufferPointer { PagerLine.matches($0) })
  }

  @Test func linesThatWereBrokenByHand() throws {
    let document = try Reading.document(
      """
      <body><div>　　全县耕地面积达到十二万三千亩，比上年增加一千二百亩，其中水田面<br>积六万八千亩，旱地面积五万五千亩。粮食总产量达到八万六千吨，再<br>
      创历史新高，油料产量稳步增长，蔬菜供应充足，市场价格保持基本稳<br>定。<br>　　畜牧业生产稳定发展，生猪出栏量比上年略有增长。</div></body>
      """)
    #expect(document.text.split(separator: "\n").count == 2)
    #expect(document.text.contains("水田面积六万八千亩"))
    #expect(document.text.contains("基本稳定。\n畜牧业"))
  }

  @Test func linesThatEndWithCommasStayApart() throws {
    let document = try Reading.document(
      Reading.page(body: "<p>会议由县长某某同志主持召开，<br>县委办公室主任某某同志出席，<br>县政府办公室主任某某出席，<br>县农业农村局局长某某发言。</p>"))
    #expect(document.text.contains("主持召开，\n县委办公室"))
  }
}
