import Foundation
import Testing

/// `docs/quantities.md` shows examples: each must stand in a corpus.
@Suite struct GrammarPageTests {
  @Test func examplesStandInTheCorpora() throws {
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../docs/quantities.md").standardizedFileURL
    let text = try String(contentsOf: page, encoding: .utf8)
    let rows =
      try corpus("spellings", columns: 8) + corpus("periods", columns: 5)
      + corpus("period-lists", columns: 3)
    let known = Set(rows.compactMap { Self.marked($0[0]).first })
    let examples = text.split(separator: "\n").flatMap { Self.marked(String($0)) }
    #expect(examples.count > 100)
    for example in examples { #expect(known.contains(example), "\(example)") }
  }

  /// What stands between ⟦ and ⟧.
  private static func marked(_ line: String) -> [String] {
    line.components(separatedBy: "⟦").dropFirst().compactMap { part in
      part.range(of: "⟧").map { String(part[..<$0.lowerBound]) }
    }
  }
}
