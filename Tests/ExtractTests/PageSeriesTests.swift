import Extract
import Foundation
import Records
import Testing

@Suite struct PageSeriesTests {
  /// The groups of articles that are called so, each with the names of its parts and what is missing.
  private func groups(
    _ names: [String], title: (String) -> String? = { _ in "一件大事" }, next: [String: String] = [:]
  ) -> Set<[String]> {
    var series = PageSeries()
    for (place, name) in names.enumerated() {
      var document = Document(id: "\(place)", source: name)
      document.title = title(name)
      document.nextPage = next[name]
      series.add(document, at: place)
    }
    return Set(
      series.takeGroups().map { group in group.places.map { names[$0] } + group.missing.map(String.init) })
  }

  @Test func namesThatGoTogether() {
    let names = [
      "x/a_2.html", "x/b.html", "x/a.html", "x/a_1.html", "y/a_3.html", "x/b_2.html", "x/c_2.html",
      "z/d.html.gz",
      "z/d_p2.html.gz", "z/e-1.html", "z/e-2.html", "z/e-10.html",
    ]
    let expected: Set = [
      ["x/a.html", "x/a_1.html", "x/a_2.html"], ["x/b.html", "x/b_2.html"],
      ["z/d.html.gz", "z/d_p2.html.gz"],
      ["z/e-1.html", "z/e-2.html", "z/e-10.html", "3", "4", "5", "6", "7", "8", "9"],
    ]
    #expect(groups(names) == expected)
    #expect(groups(names.reversed()) == expected)
  }

  @Test(arguments: [
    ["2.html", "3.html"], ["t20210305_11801.html", "t20210305.html"], ["x/_1.html", "x/_2.html"], ["a.html"],
    ["x/a.html", "y/a_2.html"],
  ])
  func namesThatDoNot(_ names: [String]) {
    #expect(groups(names).isEmpty)
  }

  @Test func whatIsMissing() {
    #expect(groups(["a_1.html", "a_3.html"]) == [["a_1.html", "a_3.html", "2"]])
    #expect(groups(["a_2.html", "a_3.html"]) == [["a_2.html", "a_3.html", "1"]])
    #expect(groups(["a.html", "a_3.html"]) == [["a.html", "a_3.html", "2"]])
  }

  @Test func linksThatLeadOn() {
    let names = ["x/c.html", "x/a.html", "x/b.html", "x/d.html"]
    let next = ["x/a.html": "x/b.html", "x/b.html": "x/c.html"]
    #expect(groups(names, next: next) == [["x/a.html", "x/b.html", "x/c.html"]])
    #expect(groups(names.reversed(), next: next) == [["x/a.html", "x/b.html", "x/c.html"]])
    // Another article that is not there is no part; a ring has no beginning.
    #expect(groups(names, next: ["x/a.html": "x/e.html"]).isEmpty)
    #expect(groups(names, next: ["x/a.html": "x/b.html", "x/b.html": "x/a.html"]).isEmpty)
  }

  @Test func linksAndNames() {
    let names = ["a.html", "a_2.html", "a_3.html"]
    // Names alone, links to all, links to some, and a link beyond the last name.
    for next in [
      [:], ["a.html": "a_2.html", "a_2.html": "a_3.html"], ["a.html": "a_2.html"], ["a_2.html": "a_3.html"],
    ] {
      #expect(groups(names, next: next) == [names])
    }
    #expect(groups(names, next: ["a_3.html": "a_4.html"]) == [names + ["4"]])
    #expect(groups(names, next: ["a_3.html": "b.html"]) == [names])
    #expect(groups(["a.html"], next: ["a.html": "a_2.html"]) == [["a.html", "2"]])
    // Links that lead beyond the names go before them.
    #expect(
      groups(names + ["z.html"], next: ["a.html": "a_2.html", "a_2.html": "a_3.html", "a_3.html": "z.html"])
        == [names + ["z.html"]])
  }

  @Test(
    arguments: [
      ("<a href=a_2.html>下一页</a>", "x/a.html", "x/a_2.html"),
      ("<a href='./a_2.html'>下一页&gt;&gt;</a>", "x/a.html", "x/a_2.html"),
      ("<a href='http://a.example/2021/a_2.html'>[下页]</a>", "x/a.html", "x/a_2.html"),
      ("<a href=a_2.html#top>下一页 »</a>", "http://a.example/1/a.html", "http://a.example/1/a_2.html"),
      ("<a href='/2/a.html'>下一页</a>", "http://a.example/1/a.html", "http://a.example/2/a.html"),
      ("<a href='?page=2'>下一页</a>", "https://a.example/a.jsp?page=1", "https://a.example/a.jsp?page=2"),
      ("<a href=a_2.html>下一篇</a>", "x/a.html", nil), ("<a href='javascript:next()'>下一页</a>", "x/a.html", nil),
      ("<a href=a.html>下一页</a>", "x/a.html", nil), ("<a href='#'>下一页</a>", "x/a.html", nil),
      ("<a href=b.html>下一页更精彩</a>", "x/a.html", nil), ("<a>下一页</a>", "x/a.html", nil),
    ] as [(String, String, String?)])
  func theLinkToTheNextPage(_ link: String, _ source: String, _ expected: String?) throws {
    let page = Page(id: "0", source: source, bytes: Array(Reading.page(below: "<div>\(link)</div>").utf8))
    let document = try Reading.extractor.get().document(from: page)
    #expect(document.nextPage == expected)
    #expect((document.rules["next_page"] == "NextPageLink") == (expected != nil))
  }

  @Test func otherTitlesDoNotGoTogether() {
    let names = ["news_1.html", "news_2.html", "news_1_2.html"]
    #expect(groups(names) { $0 == "news_2.html" ? "又一件" : "一件" } == [["news_1.html", "news_1_2.html"]])
    #expect(groups(names) { _ in nil }.isEmpty)
  }

  /// The same file twice, packed and not: one is a part, the other stays by itself.
  @Test func oneArticleForEachNumber() {
    let names = ["a.html", "a_2.html", "a.html.gz"]
    for next in [[:], ["a.html": "a_2.html", "a.html.gz": "a_2.html"]] {
      let found = groups(names, next: next)
      #expect(found.map(\.count) == [2])
      #expect(groups(names.reversed(), next: next) == found)
    }
  }

  private func page(_ name: String) throws -> Document {
    let url = try #require(Bundle.module.url(forResource: name, withExtension: "html", subdirectory: "Pages"))
    return try Reading.document(bytes: [UInt8](Data(contentsOf: url)))
  }

  @Test func partsAreJoined() throws {
    let (first, second) = (try page("article-page-1"), try page("article-page-1_2"))
    let whole = try #require(Document.joined([first, second], id: "whole"))
    #expect(whole.text == first.text + "\n" + second.text)
    #expect(whole.blocks.count == first.blocks.count + second.blocks.count)
    #expect(Reading.texts(whole, .heading) == ["一、基本情况", "二、存在问题"])
    #expect(whole.rules["text"] == "JoinedPages")
    #expect(whole.id == "whole")
  }

  @Test func spansOfTablesMove() throws {
    let first = try page("communique-tables")
    var second = first
    second.text = first.text + "完"
    let whole = try #require(Document.joined([first, second], id: "whole"))
    let (moved, original) = (whole.tables[first.tables.count], first.tables[0])
    #expect(moved.span.start == original.span.start + first.text.utf8.count + 1)
    #expect(moved.cells[5].span.start == original.cells[5].span.start + first.text.utf8.count + 1)
  }

  @Test func otherArticlesAreNot() throws {
    #expect(Document.joined([try page("trs-news"), try page("boda-vsb")], id: "whole") == nil)
    #expect(Document.joined([try page("trs-news"), try page("trs-news")], id: "whole") == nil)
    #expect(Document.joined([try page("trs-news")], id: "whole") == nil)
  }
}
