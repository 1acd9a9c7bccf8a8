import Foundation
import Records
import Testing

/// Of a thread the first post is the article.
@Suite struct FirstPostTests {
  private static let question = "城南的菜市场拆了快半年，请问新的什么时候能够建好？"
  private static let answer = "我去工地看过，门口的牌子上写着工期三百天，去年九月开的工，按说早该完了，听说月底就要做地面。"

  private func text(_ body: String) throws -> String { try Reading.document("<body>\(body)</body>").text }

  private func post(_ stamp: String, _ text: String) -> String {
    "<div><div>\(stamp)</div><div>\(text)</div></div>"
  }

  @Test(arguments: ["发表于 ", "发表时间：", "张三 发布于: ", "作者：张三 时间：", "3楼 ", "#3 "])
  func answersAreNone(_ label: String) throws {
    let body =
      post("\(label)2019-06-03 09:12:45", Self.question)
      + post("\(label)2019-06-03 10:05", Self.answer) + post("\(label)2019-06-05 16:40", Self.answer)
    #expect(try text(body) == Self.question)
  }

  /// Found by fuzzing: the element of the second stamp begins before the line of the first.
  @Test func aStampInTheMidstOfAPost() throws {
    let thread =
      "><h><title></title>甲 发表时间2019/06/0309:12:45><p>甲乙论坛 发表时间2019/06/0310:05〓</p>发表时间2019/6/5 1:30"
    #expect(try Reading.document(thread).kind == .empty)
  }

  @Test func stampsAtTheFoot() throws {
    let body = [Self.question, Self.answer, Self.answer].map {
      "<p>\($0)</p><p>发表时间 2019/06/03 09:12 by 张三</p>"
    }.joined()
    #expect(try text(body) == Self.question)
  }

  @Test func commentsBelowAnArticle() throws {
    let comments = [1, 2, 3].map { post("网友 发表于 2019-06-0\($0) 09:12", Self.answer) }.joined()
    #expect(try text("<div><p>\(Self.question)</p></div><div>\(comments)</div>") == Self.question)
  }

  /// Two posts are a thread where their label says so.
  @Test(arguments: ["发表于 ", "2楼 "])
  func oneAnswerIsNone(_ label: String) throws {
    let body =
      post("\(label)2019-06-03 09:12", Self.question) + post("\(label)2019-06-03 10:05", Self.answer)
    #expect(try text(body) == Self.question)
  }

  /// The number of the floor may stand in a line of its own, and in what is called a reply.
  @Test func floorsBesideTheirTimes() throws {
    let body = [Self.question, Self.answer, Self.answer].enumerated().map { index, text in
      """
      <div><div>\(text)</div><div class=core_reply><ul><li>\(index + 1)楼</li><li>2019-06-0\(index + 3) 09:12</li></ul>
      </div></div>
      """
    }.joined()
    let document = try Reading.document("<body><h1>菜市场</h1><div>\(body)</div></body>")
    #expect(document.text == Self.question)
    #expect(document.published == Day(2019, 6, 3))
    #expect(document.rules["published"] == "FirstPost")
  }

  /// All posts of a page may be called replies: they are its text then.
  @Test func postsThatAreCalledReplies() throws {
    let body = [Self.question, Self.answer, Self.answer].map { "<div class=reply-box><p>\($0)</p></div>" }
      .joined()
    #expect(try text("<h1>菜市场</h1>\(body)").contains(Self.question))
  }

  /// Names and counts of posts beside a text do not speak against it.
  @Test func aShortQuestionWithLongAnswers() throws {
    let user = "<div><p>张三</p><p>12</p><p>主题</p><p>34</p><p>帖子</p><p>567</p><p>积分</p><p>初中生</p></div>"
    let body = [Self.question, Self.answer + Self.answer, Self.answer].map { text in
      "<div>\(user)<div>发表于 2019-06-03 09:12</div><div>\(text)</div></div>"
    }.joined()
    #expect(try text("<h1>菜市场</h1><div>\(body)</div>") == Self.question)
  }

  /// A label that others use too stamps no two posts; a day without a time, other labels and times in sentences stamp none.
  @Test(arguments: [
    ["时间：2019-06-03 09:12", "时间：2019-06-03 10:05", ""],
    ["发表于 2019-06-03", "发表于 2019-06-04", "发表于 2019-06-05"],
    ["提交时间：2019-06-03 09:12", "更新时间：2019-06-03 10:05", "录入时间：2019-06-05 16:40"],
    ["2019-06-03 09:12", "2019-06-03 10:05", "2019-06-05 16:40"],
  ])
  func otherTimesCutNothing(_ stamps: [String]) throws {
    let text = try text(stamps.map { post($0, Self.answer) }.joined())
    #expect(text.components(separatedBy: Self.answer).count == 4)
  }

  @Test func aShortFirstPostIsKeptWithTheRest() throws {
    let body =
      post("发表于 2019-06-03 09:12", "顶") + post("发表于 2019-06-03 10:05", Self.answer)
      + post("发表于 2019-06-05 16:40", Self.answer)
    #expect(try text(body).contains(Self.answer))
  }

  /// A question as the title ends with a stop, as sentences do.
  @Test func aQuestionAboveTheInfoLineIsTheTitle() throws {
    let body = "<p>主题：请问新的菜市场什么时候能够建好？</p><p>作者：张三 时间：2019-06-03 09:12:45</p><p>\(Self.answer)</p>"
    let document = try Reading.document("<body><div>\(body)</div></body>")
    #expect(document.text == Self.answer)
    #expect(document.author == "张三")
  }

  @Test func theRuleIsNamed() throws {
    let posts = (1...3).map { post("发表于 2019-06-0\($0) 09:12", Self.answer) }.joined()
    #expect(try Reading.document("<body>\(posts)</body>").rules["text"] == "FirstPost")
  }
}
