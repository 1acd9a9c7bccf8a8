import Extract
import Fetch
import Records
import Testing
import Vocabulary

@testable import Pipeline

/// Articles that are cut into several pages are fetched to their ends.
@Suite struct ArticlePartsTests {
  static func page(_ number: Int, _ links: String) -> String {
    let text = (1...6).map { "<p>全县第\(number)批第\($0)个村集体经济合作社的情况是这样的，详细的内容见各个村的公示栏。</p>" }
    return """
      <html><head><meta charset="utf-8"><title>江口县工作报告</title></head><body><h1>江口县工作报告</h1>
      <div id="content">\(text.joined())</div><div>\(links)</div></body></html>
      """
  }

  static func link(_ target: String, _ text: String) -> String { "<a href=\"\(target)\">\(text)</a>" }

  private func crawl(_ site: [String: String]) throws -> Crawled {
    try Crawled(.pages([Crawled.url("/news/a.html")]), site: site)
  }

  @Test func theNextPageIsFetchedAndTheOneBehindIt() throws {
    let crawl = try crawl([
      "/news/a.html": Self.page(1, Self.link("a_2.html", "下一页")),
      "/news/a_2.html": Self.page(2, Self.link("a.html", "上一页") + Self.link("/news/more.html", "下一页")),
      "/news/more.html": Self.page(3, ""),
    ])
    #expect(try crawl.run().paths == ["/news/a.html", "/news/a_2.html", "/news/more.html"])
    let inputs = try FetchedPages(state: crawl.open().state, folder: crawl.archive)
      .inputs(of: crawl.sources[0].source)
    #expect(inputs.map(\.source) == ["a", "a_2", "more"].map { "http://county.example/news/\($0).html" })
    // They are known, also when the state is made anew.
    let rows = try crawl.rows()
    crawl.forgetState()
    #expect(try crawl.open().report.notes == [])
    #expect(try crawl.rows() == rows)
  }

  @Test func partsAreKnownByTheirNames() throws {
    let numbers = Self.link("a_1.html", "2") + Self.link("./a_2.html", "3") + Self.link("b_2.html", "另一篇")
    let crawl = try crawl([
      "/news/a.html": Self.page(1, numbers), "/news/a_1.html": Self.page(2, numbers),
      "/news/a_2.html": Self.page(3, numbers), "/news/b_2.html": "no",
    ])
    #expect(try crawl.run().paths == ["/news/a.html", "/news/a_1.html", "/news/a_2.html"])
  }

  @Test func otherHostsAndListsAreLeft() throws {
    let away = Self.link("http://else.example/a_2.html", "下一页")
    #expect(try crawl(["/news/a.html": Self.page(1, away)]).run().paths == ["/news/a.html"])
    let items = (0..<30).map { "<li>\(Self.link("t\($0).html", "关于第\($0)项工作的通知"))</li>" }.joined()
    let list = "<html><body><ul>\(items)</ul>\(Self.link("a_2.html", "下一页"))</body></html>"
    #expect(try crawl(["/news/a.html": list]).run().paths == ["/news/a.html"])
  }

  /// A calendar or a gallery may go on for ever.
  @Test func thereIsAnEnd() throws {
    var site = ["/news/a.html": Self.page(1, Self.link("n1.html", "下一页"))]
    for number in 1...40 {
      site["/news/n\(number).html"] = Self.page(number + 1, Self.link("n\(number + 1).html", "下一页"))
    }
    #expect(try crawl(site).run().paths.count == 20)
  }

  @Test(arguments: [
    ("<a href='a_2.html'>2</a>", true), ("<a href='a-2.html'>2</a>", true),
    ("<a href='a_p2.html'>2</a>", true),
    ("<a href='x.html'>下一页</a>", true), ("<a href='x.html'>下页</a>", true),
    ("<a href='b_2.html'>2</a>", false),
    ("a_b.html 首页 页", false), ("", false),
  ])
  func nearlyAllPagesAreNotRead(_ html: String, _ expected: Bool) {
    let page = Page(id: "", source: "http://county.example/a.html", bytes: Array(html.utf8))
    #expect(PartLinks.mayHave(page) == expected)
    // 下一页 and 下页 in GB18030.
    for bytes in [[0xCF, 0xC2, 0xD2, 0xBB, 0xD2, 0xB3], [0xCF, 0xC2, 0xD2, 0xB3]] as [[UInt8]] {
      #expect(PartLinks.mayHave(Page(id: "", source: "http://county.example/a.html", bytes: bytes)))
    }
  }
}
