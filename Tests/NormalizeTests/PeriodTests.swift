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

  /// The statements of a document with nothing but a title to date it.
  private func periods(_ text: String, under title: String) throws -> [String] {
    var document = Document(id: "test", source: "test")
    (document.regionCode, document.title, document.text) = ("520621", title, text)
    document.blocks = [Block(.paragraph, span: ByteSpan(0, text.utf8.count))]
    return try RuleTests.normalizer.get().statements(in: document).observations.map {
      $0.period?.label ?? "-"
    }
  }

  @Test func partsOfAYearAreThoseOfTheTitlesYear() throws {
    #expect(try periods("二季度财政收入2亿元，上年财政收入6亿元。", under: "2014年经济运行情况") == ["2014-Q2", "2013"])
    #expect(try periods("上半年财政收入2亿元。", under: "江口县2014年政府工作报告") != ["2014-H1"])
  }

  @Test func sectionsAreOfThePartThatTheyStandIn() throws {
    var document = Document(id: "test", source: "test")
    (document.regionCode, document.published) = ("520621", Day(2019, 3, 1))
    let lines = [
      "2018年工作回顾", "一、坚持规划引领", "新修公路12公里。", "二、脱贫成效明显", "脱贫1200人。", "2019年工作安排", "一、突出项目投资", "新修公路15公里。",
    ]
    for line in lines {
      if !document.text.isEmpty { document.text += "\n" }
      let start = document.text.utf8.count
      document.text += line
      document.blocks.append(Block(.paragraph, span: ByteSpan(start, document.text.utf8.count)))
    }
    let found = try RuleTests.normalizer.get().statements(in: document).observations
    #expect(found.map { $0.period?.label } == ["2018", "2018", "2019"])
    #expect(found.map(\.status) == [.actual, .actual, .target])
  }

  @Test func whatStandsBelowTheGoalsOfAColonIsAimedAt() throws {
    func statuses(_ lead: String) throws -> [Status] {
      var document = Document(id: "test", source: "test")
      (document.regionCode, document.published) = ("520621", Day(2019, 3, 1))
      for line in [lead, "——生产总值增长8%。", "——新增就业3000人。"] {
        if !document.text.isEmpty { document.text += "\n" }
        let start = document.text.utf8.count
        document.text += line
        document.blocks.append(Block(.paragraph, span: ByteSpan(start, document.text.utf8.count)))
      }
      return try RuleTests.normalizer.get().statements(in: document).observations.map(\.status)
    }
    #expect(try statuses("今年全县经济社会发展的主要预期目标是：") == [.target, .target])
    #expect(try statuses("一年来，全县主要做了以下工作：") == [.actual, .actual])
  }

  @Test func theDayOfAReportIsItsReference() throws {
    let title = "政府工作报告——1999年2月25日在江口县第十二届人民代表大会第二次会议上"
    #expect(try periods("全县粮食产量5万吨。", under: title) == ["1998"])
  }

  @Test func measuresInASentenceDoNotInheritFromEachOther() throws {
    let text = ["2021年抓好两件事：一是修建水厂，投资3亿元，6月底前竣工；二是改造老街，投资5亿元。"]
    #expect(try periods(text).suffix(1) == ["2021"])
  }

  @Test func headingsThatSayThatGoalsWereMet() throws {
    func status(_ heading: String) throws -> Status? {
      var document = Document(id: "test", source: "test")
      (document.regionCode, document.published) = ("520621", Day(2014, 1, 20))
      document.text = heading + "\n生产总值增长14%。"
      let end = heading.utf8.count
      document.blocks = [
        Block(.paragraph, span: ByteSpan(0, end)),
        Block(.paragraph, span: ByteSpan(end + 1, document.text.utf8.count)),
      ]
      return try RuleTests.normalizer.get().statements(in: document).observations.first?.status
    }
    #expect(try status("一、“十一五”计划主要预期目标提前一年实现") == .actual)
    #expect(try status("二、圆满完成各项目标任务的措施") == .target)
    #expect(try status("二、为提前实现规划目标而奋斗") == .target)
  }
}
