import Foundation
import Testing

/// docs/rules.md is made of the rules' doc comments; `UPDATE_GOLDEN=1` writes it anew.
@Suite struct RulesDocumentationTests {
  static let page = Rules.root.appending(path: "docs/rules.md")

  @Test func thePageIsTheRules() throws {
    let text = try Self.text()
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try text.write(to: Self.page, atomically: true, encoding: .utf8)
    }
    let page = try String(contentsOf: Self.page, encoding: .utf8)
    #expect(page == text, "run UPDATE_GOLDEN=1 swift test --filter RulesDocumentation")
  }

  @Test func everyRuleSaysWhatItReadsYieldsAndRefuses() throws {
    let rules = try Rules.rules()
    #expect(rules.count > 25)
    for rule in rules {
      #expect(
        !rule.summary.isEmpty && !rule.reads.isEmpty && !rule.yields.isEmpty && !rule.refuses.isEmpty,
        "\(rule.name)")
    }
  }

  static let headings = [
    "Refusals": (
      "Numbers that state nothing",
      "Asked first, of every number of a sentence. What one of them speaks of is no statement."
    ),
    "Measures": (
      "What a number says",
      "Asked in this order of the source; the first that speaks decides whether the number is a level, a share, a change, a difference or a rank."
    ),
    "Subjects": (
      "What a number is about",
      "The first that finds the words decides; the rest complete them where they do not stand alone."
    ),
    "When": ("When", "How times that are not written in full are placed."),
  ]

  static func text() throws -> String {
    var text = """
      # The rules of statements

      Each rule is a file under `Sources/Normalize`, with the same name as here and as in the column `rules` of an observation, and a corpus
      of sentences in `Tests/NormalizeTests/Corpus`. This page is made of the files' comments. To say that a rule is wrong, add a sentence
      to its corpus.

      """
    let rules = try Rules.rules()
    for folder in Rules.folders {
      guard let (title, words) = headings[folder] else { continue }
      text += "\n## \(title)\n\n\(words)\n"
      for rule in rules where rule.folder == folder {
        text += """

          ### \(rule.name)

          \(rule.summary)

          - **Reads** \(rule.reads)
          - **Yields** \(rule.yields)
          - **Refuses** \(rule.refuses)

          """
      }
    }
    return text
  }
}
