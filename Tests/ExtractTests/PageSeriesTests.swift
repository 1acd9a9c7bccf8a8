import Extract
import Foundation
import Records
import Testing

@Suite struct PageSeriesTests {
  /// The groups of articles that are called so, each with the names of its parts and what is missing.
  private func groups(_ names: [String], title: (String) -> String? = { _ in "一件大事" }) -> Set<[String]> {
    var series = PageSeries()
    for (place, name) in names.enumerated() {
      var document = Document(id: "\(place)", source: name)
      document.title = title(name)
      series.add(document, at: place)
    }
    return Set(
      series.groups().map { group in group.places.map { names[$0] } + group.missing.map(String.init) })
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

  @Test func otherTitlesDoNotGoTogether() {
    let names = ["news_1.html", "news_2.html", "news_1_2.html"]
    #expect(groups(names) { $0 == "news_2.html" ? "又一件" : "一件" } == [["news_1.html", "news_1_2.html"]])
    #expect(groups(names) { _ in nil }.isEmpty)
  }

  /// The same file twice, packed and not: one is a part, the other stays by itself.
  @Test func oneArticleForEachNumber() {
    #expect(groups(["a.html", "a_2.html", "a.html.gz"]).map(\.count) == [2])
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
