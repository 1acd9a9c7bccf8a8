import Quantities
import Records
import Testing
import Vocabulary

/// Set phrases in sentences: no number may be read in any of them.
@Suite struct TrapsTests {
  private static let frames = [
    ("", ""), ("近年来，全县深入推进", "工作，取得明显成效。"), ("县委高度重视“", "”建设。"), ("围绕", "，抓好落实。"), ("", "是重要内容。"),
  ]

  /// Phrases that hold a quantity all the same, or that are no phrase without their line.
  private static let exceptions: Set<String> = ["100%", "24小时", "7×24小时", "7*24小时", "第一书记任期两年", "共 12 页"]

  @Test func phrasesOfTheTable() throws {
    let classes: Set<String> = [
      "idiom", "name_brand_species", "name_place", "plan_and_party_cycle", "set_term_org", "set_term_policy",
    ]
    let phrases = try Vocabulary.builtIn().phrases.filter {
      $0.action == .skip && classes.contains($0.phraseClass) && !Self.exceptions.contains($0.words)
    }
    #expect(phrases.count > 1000)
    for phrase in phrases {
      for (before, after) in Self.frames {
        let text = before + phrase.words + after
        let span = ByteSpan(before.utf8.count, before.utf8.count + phrase.words.utf8.count)
        let inside = try Reading.quantities(text).filter { $0.span.overlaps(span) }
        #expect(inside.isEmpty, "\(inside.map { drawn($0.span, in: text) })")
      }
    }
  }

  @Test func placesOfTheGazetteer() throws {
    for place in try Vocabulary.builtIn().places where place.isCurrent {
      let text = "赴\(place.name)考察学习。"
      let quantities = try Reading.quantities(text)
      #expect(quantities.isEmpty, "\(quantities.map { drawn($0.span, in: text) })")
    }
  }
}
