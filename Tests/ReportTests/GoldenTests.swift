import Foundation
import Records
import Testing
import Vocabulary

@testable import Report

/// Whole pages of a small set, to the byte. `UPDATE_GOLDEN=1` writes them anew.
@Suite struct GoldenTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

  static func pages() throws -> [ReportFile] {
    var pages = try ReportPages(vocabulary: Vocabulary.builtIn())
    pages.overview.summary.finished = "2026-01-02T03:04:05Z"
    pages.overview.summary.version = "0.0.0"
    pages.overview.summary.counts = ["pages": 1, "articles": 1]
    pages.overview.add(Example.note, figures: 5, findings: ["wrong_charset", "out_of_range"])
    pages.overview.add(findingsWithoutDocument: "unreadable_file")
    var files = [try #require(pages.evidence(Example.sheet))]
    for figure in [
      Example.figure("0003", 2019, ["value": "7010000000", "text": "70.1亿元"]),
      Example.figure("0004", 2020, ["value": "7640000000", "text": "76.4亿元"]),
      Example.figure("0001", 2021, ["value": "8520000000", "text": "85.2亿元"]),
      Example.figure("0005", 2022, ["value": "9200000000", "text": "92亿元", "status": "target"]),
      Example.figure(
        "0006", 2021, ["indicator_id": "", "indicator": "<晾青棚>", "value": "3", "unit": "座", "text": "3座"]),
    ] { files += pages.add(figure) }
    files += pages.finish()
    return files
  }

  @Test func pagesAreTheSameToTheByte() throws {
    let files = try Self.pages()
    #expect(
      files.map(\.path) == [
        "documents/aa/aa00.html", "regions/520621.html", "data/rows-000.js", "data/coverage.js",
        "regions/index.html",
        "search.html", "index.html",
      ])
    for file in files {
      let golden = Self.folder.appending(path: file.path.replacing("/", with: "_"))
      if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
        try Data(file.bytes).write(to: golden)
      }
      let wanted = String(decoding: try Data(contentsOf: golden), as: UTF8.self)
      #expect(String(decoding: file.bytes, as: UTF8.self) == wanted, "\(file.path)")
    }
    #expect(try Self.pages().map(\.bytes) == files.map(\.bytes))
  }

  /// The text of the page stands in the evidence character for character.
  @Test func nothingOfTheTextIsLost() throws {
    let page = String(decoding: try #require(Self.pages().first).bytes, as: UTF8.self)
    let body = try #require(
      page.components(separatedBy: #"<div class="page" lang="zh">"#).last?.components(
        separatedBy: "</section>"
      ).first)
    let text = body.replacing(/<[^>]*>/, with: "").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
    let kept = text.filter { !$0.isWhitespace }
    #expect(kept == Example.document.text.filter { !$0.isWhitespace })
  }

  @Test func addressesThatRunAreNoLinks() throws {
    for file in try Self.pages() where file.path.hasSuffix(".html") {
      let page = String(decoding: file.bytes, as: UTF8.self)
      #expect(!page.contains("href=\"javascript"), "\(file.path)")
      #expect(page.contains("default-src 'none'"), "\(file.path)")
    }
  }
}
