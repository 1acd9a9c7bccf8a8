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
    let history = "本县于1985年通上动力电，1992年开通程控电话，1999年村村通公路，2004年接通天然气。"
    #expect(try periods([history, "全县现有学校15所，在校生9000人。"]) == ["-", "-"])
  }

  @Test func theDayOnWhichAReportWasGivenIsThatOfNoFigure() throws {
    let paragraphs = ["——2014年1月8日在江口县第十六届人民代表大会第三次会议上", "全县粮食产量5万吨。", "2013年油料产量1万吨。"]
    #expect(try periods(paragraphs) == ["-", "2013"])
  }
}
