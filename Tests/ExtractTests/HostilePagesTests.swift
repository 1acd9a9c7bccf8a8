import Records
import Testing
import Vocabulary

@testable import Extract

/// Pages that are broken, or made to do harm: each is read, none loses what a browser would show.
@Suite struct HostilePagesTests {
  private static let sentence = "全县完成造林面积三万亩，栽植苗木一百二十万株，群众参与热情高涨。"

  @Test func deepNesting() throws {
    let deep = String(repeating: "<div><font>", count: 20_000)
    let document = try Reading.document("<html><body>\(deep)<p>\(Self.sentence)</p>")
    #expect(document.text == Self.sentence)
    #expect(document.findings.isEmpty)
  }

  @Test(.timeLimit(.minutes(1))) func hugeTextNode() throws {
    let huge = String(repeating: Self.sentence, count: 12_000_000 / Self.sentence.utf8.count)
    let document = try Reading.document("<html><body><p>\(huge)</p><p>\(Self.sentence)</p></body></html>")
    #expect(document.text.utf8.count == huge.utf8.count + 1 + Self.sentence.utf8.count)
    #expect(document.findings.isEmpty)
  }

  @Test(.timeLimit(.minutes(1))) func manyAttributes() throws {
    let attributes = (0..<20_000).map { "a\($0)=\"1\"" }.joined(separator: " ")
    let document = try Reading.document("<html><body><div \(attributes)><p>\(Self.sentence)</p></div>")
    #expect(document.text == Self.sentence)
  }

  /// libxml2's own limits are lifted; where it stops all the same, that is noticed. Before 2.14 they bind the building of
  /// its tree alone, which is not done here: there is nothing that stops it.
  @Test(
    .enabled(if: (PageParser.version.split(separator: ".").dropFirst().first.flatMap { Int($0) } ?? 0) >= 14))
  func aParseThatStopsIsNoticed() {
    let text = Array(("<p>" + String(repeating: "县", count: 4_000_000) + "</p><p>志</p>").utf8)
    guard case .library(let code) = PageParser.parse(text, isLimited: true).cut else {
      Issue.record("it went on to the end")
      return
    }
    #expect(code > 0)
    #expect(PageParser.parse(text).cut == nil)
  }

  /// The parser is stopped in the middle of the page: what was read by then stays, and the cut is told of.
  @Test(.timeLimit(.minutes(5))) func aPageOfTooManyElementsIsCut() throws {
    let flood = String(repeating: "<br>", count: 4_000_100)
    let document = try Reading.document(Reading.page(below: "\(flood)<p>\(Self.sentence)</p>"))
    #expect(document.kind == .article)
    #expect(document.text.hasPrefix("今年以来"))
    #expect(!document.text.contains(Self.sentence))
    #expect(document.findings.map(\.code) == [.truncatedPage])
    #expect(document.findings.first?.message.contains("4000000") == true)
  }

  /// A page of just as many nodes as may be is whole; with one more, what is beyond is left out.
  @Test func theLimitOfNodesIsExact() throws {
    let page = Array("<html><body><p>一</p><p>二</p></body></html>".utf8)
    let whole = PageParser.parse(page)
    let count = whole.table.nodes.count
    #expect(PageParser.parse(page, nodes: count).cut == nil)
    let cut = PageParser.parse(page, nodes: count - 1)
    #expect(cut.cut == .nodes(limit: count - 1))
    #expect(cut.table.text == Array("一".utf8))
    for node in cut.table.nodes { #expect(node.end <= Int32(cut.table.nodes.count)) }
  }

  @Test func zeroBytes() throws {
    let document = try Reading.document(
      "<html><head><meta name=k content=\"县\u{0}志\"></head><body><p>\(Self.sentence)\u{0}</p></body>")
    #expect(document.text == Self.sentence)
  }

  @Test func cutInTheMiddle() throws {
    let document = try Reading.document(
      "<html><body><div><p>\(Self.sentence)</p><p>\(Self.sentence)</p><p cla")
    #expect(document.text == "\(Self.sentence)\n\(Self.sentence)")
  }

  @Test func aCommentThatIsNeverClosed() throws {
    let document = try Reading.document("<html><body><!-- <p>\(Self.sentence)</p><p>\(Self.sentence)</p>")
    #expect(document.text.contains(Self.sentence))
  }

  @Test(.timeLimit(.minutes(1))) func openTagsWithoutEnd() throws {
    let document = try Reading.document("<html><body>" + String(repeating: "<a", count: 500_000))
    #expect(document.kind != .article)
  }

  @Test(.timeLimit(.minutes(1))) func openScripts() throws {
    let scripts = String(repeating: "<script><style><noscript>", count: 50_000)
    _ = try Reading.document("<html><body><p>\(Self.sentence)</p>\(scripts)")
  }

  @Test(.timeLimit(.minutes(1))) func wideSpans() throws {
    let row = "<tr><td colspan=99999 rowspan=99999>一</td><td>2</td></tr>"
    let table = "<table>\(String(repeating: row, count: 2000))</table>"
    let document = try Reading.document(Reading.page(body: table))
    #expect(document.kind == .article)
  }

  /// Files of other kinds; the last but one has bytes of every value.
  private static let files: [[UInt8]] = [
    Array("%PDF-1.7 页".utf8), [0x1F, 0x8B, 0x08, 0x00], [0x89, 0x50, 0x4E, 0x47, 0x0D],
    [0xFF, 0xD8, 0xFF, 0xE0],
    [0x50, 0x4B, 0x03, 0x04],
    (0..<3000).map { (index: Int) -> UInt8 in UInt8(truncatingIfNeeded: index * index * 7 + index / 3) },
    [UInt8](repeating: 0, count: 300),
  ]

  @Test(arguments: files)
  func filesThatAreNoPage(_ bytes: [UInt8]) throws {
    let document = try Reading.document(bytes: bytes)
    #expect(document.kind == .empty)
    #expect(document.findings.map(\.code) == [.notHTML, .noArticle])
  }

  /// A page may have a few control characters by mistake.
  @Test func aFewControlCharactersAreNoBinary() throws {
    let document = try Reading.document(Reading.page(above: "<p>\u{1}\u{2}\u{0}</p>"))
    #expect(document.kind == .article)
  }

  @Test func emptyFile() throws {
    let document = try Reading.document(bytes: [])
    #expect(document.kind == .empty)
    #expect(document.findings.map(\.code) == [.noArticle])
  }

  @Test func tooLarge() throws {
    let extractor = Extractor(vocabulary: try .builtIn(), limits: ExtractLimits(pageBytes: 100))
    let page = Page(id: "0", source: "a.html", bytes: [UInt8](repeating: 0x41, count: 101))
    let document = extractor.document(from: page)
    #expect(document.findings.map(\.code) == [.oversizedPage, .noArticle])
    #expect(document.text.isEmpty)
  }

  @Test func noise() throws {
    var state: UInt64 = 1
    for length in [1, 10, 1000, 100_000] {
      let bytes = (0..<length).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 33)
      }
      _ = try Reading.document(bytes: bytes)
    }
  }

  /// Each of these took time that grew with the square of the page before it was bounded.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "<pre>" + String(repeating: "甲  乙\n", count: 60_000) + "</pre>",
      String(repeating: "<div class=footer>", count: 10_000) + "<h1>题</h1>" + sentence + "<p>" + sentence,
      String(repeating: "<font>", count: 10_000)
        + String(repeating: "<div><b>2021-03-05</b></div>", count: 10_000),
      "<title>" + String(repeating: "县", count: 50_000) + "</title>"
        + String(repeating: "县县县<br>", count: 50_000),
      String(repeating: "<table><tr><td>", count: 10_000),
    ])
  func timeStaysLinear(_ html: String) throws {
    _ = try Reading.document(Reading.page(below: html))
  }
}
