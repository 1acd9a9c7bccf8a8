import Normalize
import Records
import Testing

/// Which time reaches from one paragraph into the next.
@Suite struct PeriodTests {
  private func periods(_ paragraphs: [String], published: Day? = nil) throws -> [String] {
    var document = Document(id: "test", source: "test")
    (document.regionCode, document.published) = ("520621", published)
    for paragraph in paragraphs {
      if !document.text.isEmpty { document.text += "\n" }
      let start = document.text.utf8.count
      document.text += paragraph
      document.blocks.append(Block(.paragraph, span: ByteSpan(start, document.text.utf8.count)))
    }
    return try RuleTests.normalizer.get().statements(in: document).observations.map {
      $0.period?.label ?? "-"
    }
  }

  @Test func theYearOfAnOpeningHoldsBelow() throws {
    #expect(try periods(["2020年，全县工业平稳。", "全县粮食产量5万吨。"]) == ["2020"])
  }

  @Test func aHistoryGivesNoTimeToWhatFollows() throws {
    let history = "我县于1988年普及初等教育，1993年扫除青壮年文盲，2000年评为先进县，2006年实行免费教育。"
    #expect(try periods([history, "全县现有学校15所，在校生9000人。"]) == ["-", "-"])
  }
}
