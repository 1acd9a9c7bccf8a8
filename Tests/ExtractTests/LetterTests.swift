import Records
import Testing

/// A letter to an office and its answer are one text.
@Suite struct LetterTests {
  private static let letter = "县长您好，大坪村有三百多户，入冬以来自来水时断时续，请问什么时候能够修好管道？"
  private static let answer = "您好，来信收悉。大坪村供水管道长4.2公里，已列入今年的改造计划，投资86万元，预计六月底前完工。"

  private func document(_ body: String) throws -> Document {
    try Reading.document(
      "<title>某某县人民政府网</title><body><div class=top><a href=/>首页</a></div>\(body)<div class=foot>主办：某某县人民政府办公室</div></body>"
    )
  }

  private func form(_ rows: [[String]], _ cell: String = "td") -> String {
    let rows = rows.map { "<tr>" + $0.map { "<\(cell)>\($0)</\(cell)>" }.joined() + "</tr>" }
    return "<table border=1>\(rows.joined())</table>"
  }

  @Test(arguments: ["", "："])
  func aForm(_ colon: String) throws {
    let document = try document(
      form([
        ["来信标题\(colon)", "关于大坪村饮水问题的咨询"], ["来信人\(colon)", "张某", "来信时间\(colon)", "2021-03-02 09:12"],
        ["来信内容\(colon)", Self.letter], ["回复单位\(colon)", "县水务局", "回复时间\(colon)", "2021-03-09 16:20"],
        ["回复内容\(colon)", "<p>\(Self.answer)</p><p>感谢您的关心。</p>"],
      ]))
    #expect(document.text == "\(Self.letter)\n\(Self.answer)\n感谢您的关心。")
    #expect(document.title == "关于大坪村饮水问题的咨询")
    #expect(document.published == Day(2021, 3, 9))
    #expect(document.tables.isEmpty)
    #expect(document.rules["text"] == "Letter")
  }

  @Test func theAnswersDateBelow() throws {
    let document = try document(
      form([
        ["标题：", "路灯不亮"], ["留言时间：", "2020-11-02"], ["留言内容：", Self.letter], ["回复内容：", Self.answer],
        ["回复单位：", "县城管局"], ["回复时间：", "2020-11-05"],
      ]))
    #expect(document.text == "\(Self.letter)\n\(Self.answer)")
    #expect(document.published == Day(2020, 11, 5))
  }

  @Test func labelsInTheLines() throws {
    let document = try document(
      "<h1>大坪村饮水问题</h1><div>来信时间：2021-03-02</div><div>来信内容：\(Self.letter)</div><div>答复内容：\(Self.answer)</div><div>答复时间：2021-03-09</div>"
    )
    #expect(document.text == "来信内容：\(Self.letter)\n答复内容：\(Self.answer)")
    #expect(document.published == Day(2021, 3, 9))
    #expect(document.title == "大坪村饮水问题")
  }

  /// What is called a reply is the answer where an office signs it.
  @Test func anAnswerThatIsCalledAReply() throws {
    let document = try document(
      """
      <div class=mail><h2>大坪村饮水问题</h2><div>来信人：李某　来信时间：2021-04-01</div><div><p>\(Self.letter)</p></div>
      <div class=reply><div>答复单位：县水务局　答复时间：2021-04-08</div><p>\(Self.answer)</p></div></div>
      """)
    #expect(document.text.hasPrefix(Self.letter))
    #expect(document.text.hasSuffix(Self.answer))
    #expect(document.published == Day(2021, 4, 8))
  }

  @Test func repliesOfReadersAreNone() throws {
    let document = try document(
      """
      <div><h2>大坪村饮水问题</h2><div>发布时间：2021-04-01</div><div><p>\(Self.answer)</p></div>
      <div class=reply><div>回复时间：2021-04-08</div><p>\(Self.letter)</p></div></div>
      """)
    #expect(document.text == Self.answer)
    #expect(document.published == Day(2021, 4, 1))
  }

  @Test func twoLettersAreAList() throws {
    let rows = [["来信内容", Self.letter], ["回复内容", Self.answer]]
    #expect(try document(form(rows + rows)).rules["text"] != "Letter")
    #expect(try document(form([rows[0]])).rules["text"] != "Letter")
  }

  @Test func aLaterDayOfPublicationStays() throws {
    let document = try document(
      "<h1>大坪村饮水问题</h1><div>发布时间：2021-03-12</div>"
        + form([["来信内容", Self.letter], ["回复时间", "2021-03-09"], ["回复内容", Self.answer]]))
    #expect(document.published == Day(2021, 3, 12))
  }
}
