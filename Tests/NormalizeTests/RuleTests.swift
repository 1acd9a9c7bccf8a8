import Foundation
import Normalize
import Records
import Testing
import Vocabulary

/// Each rule against its corpus: what it reads, and beside it what it must leave alone.
@Suite struct RuleTests {
  static let normalizer = Result { Normalizer(vocabulary: try Vocabulary.builtIn()) }

  /// The statements of one sentence about 江口县.
  static func statements(_ text: String, published: Day? = Day(2022, 6, 29)) throws -> Statements {
    var document = Document(id: "test", source: "test")
    document.text = text
    document.published = published
    document.regionCode = "520621"
    document.blocks = [Block(.paragraph, span: ByteSpan(0, text.utf8.count))]
    return try normalizer.get().statements(in: document)
  }

  @Test(arguments: try Corpus.names())
  func corpus(_ rule: String) throws {
    let rows = try Corpus(rule).rows
    #expect(rows.count >= 2, "\(rule) has no counter-example")
    for row in rows { try hold(row, rule) }
  }

  private func hold(_ row: Corpus.Row, _ rule: String) throws {
    let (text, span) = row.marked
    let published = row["published"].isEmpty ? Day(2022, 6, 29) : Day(iso: row["published"])
    let found = try Self.statements(text, published: published).observations.filter {
      $0.span.start < span.end && $0.span.end > span.start
    }
    let label: Comment = "\(rule).tsv:\(row.testDescription): \(found.map { ($0.indicator, $0.rules) })"
    if row["indicator"] == "-" {
      #expect(found.isEmpty, label)
      return
    }
    try #require(found.count == 1, label)
    let observation = found[0]
    let isOther = row["indicator"].hasPrefix("!")
    let wanted = isOther ? String(row["indicator"].dropFirst()) : row["indicator"]
    #expect(names(observation, wanted), label)
    #expect(observation.span == span, label)
    if Rules.all.contains(rule), !rule.isSilent {
      #expect(observation.rules.contains(rule) != isOther, label)
    }
    expect(row["measure"], observation.measure.rawValue, label)
    if !row["value"].isEmpty {
      #expect(try observation.quantity.value == ExactDecimal(parsing: row["value"]), label)
    }
    if !row["unit"].isEmpty { #expect(observation.quantity.unit == row["unit"], label) }
    expect(row["status"], observation.status.rawValue, label)
    expect(row["period"], observation.period?.label ?? "-", label)
    expect(row["place"], observation.place ?? "-", label)
    expect(row["region"], observation.regionCode ?? "-", label)
  }

  /// Whether the label is the wanted one, or the vocabulary's fuller name for it.
  private func names(_ observation: Observation, _ wanted: String) -> Bool {
    if observation.indicator == wanted { return true }
    var rest = wanted.unicodeScalars[...]
    for scalar in observation.indicator.unicodeScalars where scalar == rest.first { rest = rest.dropFirst() }
    return observation.indicatorID != nil && rest.isEmpty
  }

  private func expect(_ wanted: String, _ found: String, _ label: Comment) {
    if !wanted.isEmpty { #expect(found == wanted, label) }
  }

  @Test func everyRuleHasACorpus() throws {
    #expect(Set(Rules.all).subtracting(try Corpus.names()).isEmpty)
  }
}

extension String {
  /// Whether the rule refuses numbers or places times: it leaves no trace in observations.
  fileprivate var isSilent: Bool {
    ["Refusals", "When"].contains(Rules.folder(of: self))
  }
}
