import Extract
import Foundation
import Records
import Testing

@Suite struct PageSeriesTests {
  @Test func namesThatGoTogether() {
    let sources = [
      "x/a_2.html", "x/b.html", "x/a.html", "x/a_1.html", "y/a_3.html", "x/b_2.html", "x/c_2.html",
    ]
    #expect(PageSeries.groups(of: sources) == [[1, 5], [2, 3, 0]])
  }

  @Test(arguments: [
    ["a_1.html", "a_3.html"], ["2.html", "3.html"], ["t20210305_11801.html", "t20210305.html"],
  ])
  func namesThatDoNot(_ sources: [String]) {
    #expect(PageSeries.groups(of: sources).isEmpty)
  }

  private func page(_ name: String) throws -> Document {
    let url = try #require(Bundle.module.url(forResource: name, withExtension: "html", subdirectory: "Pages"))
    return try Reading.document(bytes: [UInt8](Data(contentsOf: url)))
  }

  @Test func partsAreJoined() throws {
    let (first, second) = (try page("article-page-1"), try page("article-page-1_2"))
    let whole = try #require(Document.joined([first, second]))
    #expect(whole.text == first.text + "\n" + second.text)
    #expect(whole.blocks.count == first.blocks.count + second.blocks.count)
    #expect(Reading.texts(whole, .heading) == ["一、基本情况", "二、存在问题"])
    #expect(whole.rules["text"] == "JoinedPages")
  }

  @Test func spansOfTablesMove() throws {
    let first = try page("communique-tables")
    var second = first
    second.text = first.text + "完"
    let whole = try #require(Document.joined([first, second]))
    let (moved, original) = (whole.tables[first.tables.count], first.tables[0])
    #expect(moved.span.start == original.span.start + first.text.utf8.count + 1)
    #expect(moved.cells[5].span.start == original.cells[5].span.start + first.text.utf8.count + 1)
  }

  @Test func otherArticlesAreNot() throws {
    #expect(Document.joined([try page("trs-news"), try page("boda-vsb")]) == nil)
    #expect(Document.joined([try page("trs-news"), try page("trs-news")]) == nil)
    #expect(Document.joined([try page("trs-news")]) == nil)
  }
}
