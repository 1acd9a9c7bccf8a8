import Records
import Testing

/// Lines of counters and controls below a text are no part of it.
@Suite struct ControlLineTests {
  @Test(arguments: ["点赞 32 收藏 分享", "阅读 1200 | 评论 3 | 点赞 5", "[打印] [收藏] [分享]", "点赞(12)转发(3)"])
  func countersAndControls(_ line: String) throws {
    let document = try Reading.document(Reading.page(body: "<div>\(line)</div>"))
    #expect(!document.text.contains(line.prefix(2)))
  }

  @Test(arguments: ["点赞新时代 分享好故事", "阅读 1200册", "收藏文物 32 件", "分享会"])
  func whatOnlyBeginsSo(_ line: String) throws {
    #expect(try Reading.document(Reading.page(body: "<p>\(line)</p>")).text.contains(line))
  }
}
