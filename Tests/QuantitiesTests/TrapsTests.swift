import Quantities
import Records
import Testing
import Vocabulary

/// Set phrases in sentences: no number may be read in any of them.
@Suite struct TrapsTests {
  /// Sentences around a phrase: what stands before and behind it.
  private typealias Frame = (before: String, after: String)

  private static let prose: [Frame] = [
    ("", ""), ("近年来，全县深入推进", "工作，取得明显成效。"), ("县委高度重视“", "”建设。"), ("围绕", "，抓好落实。"), ("", "是重要内容。"),
    ("大力实施", "工程"), ("（", "）"),
  ]
  /// A list's mark opens a clause; a page's header stands by itself.
  private static let frames: [String: [Frame]] = [
    "enumerator": [("", "加强组织领导。"), ("重点抓好以下工作：", "加强组织领导；")],
    "template_header": [("", ""), ("县政府办公室\n", "\n关于做好有关工作的通知")],
  ]

  /// Phrases that hold a quantity all the same.
  private static let exceptions: Set<String> = ["100%", "第一书记任期两年"]

  @Test func phrasesOfTheTable() throws {
    let phrases = try Vocabulary.builtIn().phrases.filter {
      $0.action == .skip && !Self.exceptions.contains($0.words)
    }
    #expect(phrases.count > 5000)
    for phrase in phrases {
      for (before, after) in Self.frames[phrase.phraseClass] ?? Self.prose {
        let text = before + phrase.words + after
        let span = ByteSpan(before.utf8.count, before.utf8.count + phrase.words.utf8.count)
        let inside = try Reading.quantities(text).filter { $0.span.overlaps(span) }
        #expect(inside.isEmpty, "\(phrase.phraseClass) \(text): \(inside.map { drawn($0.span, in: text) })")
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
