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

  /// The statements of a report, each line a paragraph.
  private func report(_ lines: [String], title: String = "江口县政府工作报告", published: Day? = Day(2009, 2, 20))
    throws
    -> [Observation]
  {
    var document = Document(id: "test", source: "test")
    (document.regionCode, document.title, document.published) = ("520621", title, published)
    for line in lines {
      if !document.text.isEmpty { document.text += "\n" }
      let start = document.text.utf8.count
      document.text += line
      document.blocks.append(Block(.paragraph, span: ByteSpan(start, document.text.utf8.count)))
    }
    return try RuleTests.normalizer.get().statements(in: document).observations
  }

  @Test func aReportSpeaksFromTheDayOnWhichItWasGiven() throws {
    let lines = ["过去五年，财政收入由2亿元增加到3亿元。", "一、去年工作回顾", "粮食产量5万吨。目前有水库12座。", "二、今年工作", "粮食产量6万吨。"]
    let occasion = "(二〇〇三年三月五日在江口县第十三届人民代表大会第一次会议上)"
    let late = Day(2007, 9, 29)
    let given = try report([occasion] + lines, title: "政府工作报告", published: late)
    #expect(given.map { $0.period?.label } == ["1997", "2002", "2002", "2003-03-05", "2003"])
    #expect(given.last?.status == .target)
    let named = try report(lines, title: "2003年江口县政府工作报告", published: late)
    #expect(named.map { $0.period?.label } == ["1997", "2002", "2002", "2002", "2003"])
    // A day behind that of publication is that of something else.
    let early = try report([occasion, "去年粮食产量5万吨。"], title: "政府工作报告", published: Day(2001, 2, 1))
    #expect(early.map { $0.period?.label } == ["2000"])
  }

  @Test(arguments: [
    "今年，我们要重点抓好以下工作：", "今年政府工作的重点是：", "2009年，我们将着力抓好以下几项工作：", "今年的主要任务是：", "为实现上述目标，突出抓好以下工作：",
    "做好今年的工作，要抓好以下几点：", "今年，我们要重点抓好以下几个方面的工作。",
  ]) func whatALeadAnnouncesIsPlanned(_ lead: String) throws {
    let found = try report([lead, "（一）农业。粮食产量达到5万吨。", "（二）工业", "新建厂房3座。", "一、去年工作回顾", "新修公路9公里。"])
    #expect(found.map(\.status) == [.target, .target, .actual])
    #expect(found.map { $0.period?.label } == ["2009", "2009", "2008"])
  }

  @Test(arguments: ["过去一年，我们重点抓了以下工作：", "一年来，主要开展了以下工作：", "当前存在以下问题："])
  func whatALeadLooksBackOnIsDone(_ lead: String) throws {
    #expect(try report([lead, "（一）农业。粮食产量达到5万吨。"]).map(\.status) == [.actual])
  }

  @Test func whatIsSoAlreadyIsNoPlan() throws {
    let found = try report([
      "一、2009年工作任务", "去年原煤产量达到40万吨，今年要达到50万吨。", "2008年农民人均纯收入3560元，比全省平均水平低100元。", "全县现有贫困人口9万人。",
      "森林覆盖率为35%，今年要提高到36%。", "目前已建成沼气池3万口，今年新建6000口。", "城镇化率由27%提高到29%。", "新建学校3所。",
    ])
    #expect(
      found.map(\.status) == [
        .actual, .target, .actual, .actual, .actual, .actual, .target, .actual, .target, .actual, .target,
        .target,
      ])
    #expect(found.filter { $0.status == .target }.allSatisfy { $0.period?.label == "2009" })
  }

  @Test func theEndOfTheYearIsThatOfTheYearThatIsSpokenOf() throws {
    let text = ["2004年畜牧业发展迅速，截止年底全县饲养奶牛5000头。", "截至6月底养羊3万只。"]
    #expect(try periods(text, published: Day(2006, 8, 1)) == ["2004-12-31", "2006-06-30"])
  }
}
