import Foundation
import Testing

@testable import Load

/// `docs/outputs.md` is made from the dictionary of columns.
@Suite struct OutputsPageTests {
  static let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "docs/outputs.md")

  @Test func saysWhatTheDictionarySays() throws {
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try Data(columnsMarkdown().utf8).write(to: Self.page)
    }
    let page = try String(contentsOf: Self.page, encoding: .utf8)
    #expect(page == columnsMarkdown(), "run UPDATE_GOLDEN=1 swift test --filter LoadTests")
  }

  @Test func barsInsideACellAreEscaped() {
    let page = columnsMarkdown()
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `") }
    #expect(rows.count == tableSchemas.reduce(0) { $0 + $1.fields.count })
    for row in rows {
      let bars = zip(" " + row, row).count { $1 == "|" && $0 != "\\" }
      #expect(bars == 6, "\(row)")
    }
  }
}
