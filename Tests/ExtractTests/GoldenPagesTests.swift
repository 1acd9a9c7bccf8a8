import Foundation
import Records
import Testing

/// The pages in `Pages`, one for each kind of template, against what is in `Golden`: every field, every block,
/// every cell of a table with its paths and its unit.
///
/// After a change that is meant, `UPDATE_GOLDEN=1 swift test --filter GoldenPagesTests` writes the files anew;
/// then each changed line is looked at.
@Suite struct GoldenPagesTests {
  static let names = [
    "article-page-1", "article-page-1_2", "boda-vsb", "column-list", "communique-tables", "data-page",
    "epaper",
    "font-gb2312", "forum-floors", "forum-short-question", "forum-signed", "forum-thread", "login-wall",
    "photo-news",
    "policy-sheet", "pre-table", "short-body-long-footer", "split-body", "trs-news", "ucap-notice",
    "wechat-reprint",
  ]

  @Test(arguments: names) func page(_ name: String) throws {
    let page = try #require(
      Bundle.module.url(forResource: name, withExtension: "html", subdirectory: "Pages"))
    let document = try Reading.document(bytes: [UInt8](Data(contentsOf: page)))
    let rendered = DocumentRendering.text(of: document)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
        "Golden")
      try Data(rendered.utf8).write(to: folder.appendingPathComponent("\(name).txt"))
      return
    }
    let golden = try #require(
      Bundle.module.url(forResource: name, withExtension: "txt", subdirectory: "Golden"))
    #expect(rendered == String(decoding: try Data(contentsOf: golden), as: UTF8.self))
  }

  @Test func everyPageIsRead() throws {
    let folder = try #require(Bundle.module.url(forResource: "Pages", withExtension: nil))
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(files.filter { $0.hasSuffix(".html") }.sorted() == Self.names.map { "\($0).html" }.sorted())
  }
}
