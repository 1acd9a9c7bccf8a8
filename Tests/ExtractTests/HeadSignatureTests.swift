import Records
import Testing

/// Who signed a text below its title is part of it; what the page says of itself there is not.
@Suite struct HeadSignatureTests {
  private static let sentence = "2013年，全县生产总值比上年增长百分之八，财政收入稳步提高，社会大局保持稳定。"

  private func document(_ head: String, _ title: String = "某某县国民经济和社会发展统计公报") throws -> Document {
    try Reading.document(
      """
      <title>\(title)</title><body><div><a href=/>首页</a></div><div class=wz_main><h1>\(title)</h1>
      \(head)<p>\(Self.sentence)</p><p>下一步，该县将继续抓好落实，把实事办实，把好事办好。</p></div></body>
      """)
  }

  @Test(arguments: [
    ("<p>某某县统计局</p><p>2014年3月5日</p>", "某某县统计局\n2014年3月5日"),
    ("<p align=center>某某县统计局</p><p align=center>（2014年3月5日）</p>", "某某县统计局\n（2014年3月5日）"),
    ("<p>某某县统计局 国家统计局某某调查队</p><p>二〇一四年三月五日</p>", "某某县统计局 国家统计局某某调查队\n二〇一四年三月五日"),
    ("<p>（2014年3月5日）</p><p>某某县统计局</p>", "（2014年3月5日）\n某某县统计局"),
    ("<p>某某县统计局　2014年3月5日</p>", "某某县统计局 2014年3月5日"),
    ("<p>某某县人民政府县长　张　三</p><p>（2014年3月5日）</p>", "某某县人民政府县长 张 三\n（2014年3月5日）"),
  ])
  func aSignatureStays(_ head: String, _ text: String) throws {
    let document = try document(head)
    #expect(document.text.hasPrefix("\(text)\n\(Self.sentence)"))
    #expect(document.published == Day(2014, 3, 5))
  }

  @Test func aPersonBesideALineOfTheFormStays() throws {
    let document = try document("<p>县长 李四</p><p>发布时间：2014-03-09　浏览次数：12</p>", "政府工作报告")
    #expect(document.text.hasPrefix("县长 李四\n\(Self.sentence)"))
    #expect(document.published == Day(2014, 3, 9))
  }

  @Test func linesOfOneBlock() throws {
    let document = try Reading.document(
      """
      <title>某某县统计公报</title><body><table><tr><td>某某县统计公报<br>某某县统计局<br>（2014年3月5日）<br><br>
      　　\(Self.sentence)<br>　　下一步，该县将继续抓好落实，把实事办实，把好事办好。</td></tr></table>
      """)
    #expect(document.text.hasPrefix("某某县统计局\n（2014年3月5日）\n\(Self.sentence)"))
  }

  @Test(arguments: [
    "<div>2014年3月5日</div>", "<p>2014年3月5日</p>", "<p>某某日报 2014年3月5日</p>", "<p>某某县统计局 2014-03-05</p>",
    "<div>某某县统计局 2014年3月5日</div>", "<p>来源：某某县统计局 2014年3月5日</p>",
    "<p><a href=/tj>某某县统计局</a></p><p>2014年3月5日</p>", "<p>县长热线开通</p><p>2014年3月5日</p>",
  ])
  func aLineOfInformationDoesNot(_ head: String) throws {
    let document = try document(head)
    #expect(document.text.hasPrefix(Self.sentence))
    #expect(document.published == Day(2014, 3, 5))
  }
}
