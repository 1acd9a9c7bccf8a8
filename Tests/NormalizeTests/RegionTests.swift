import Normalize
import Records
import Testing

/// Which place a document is about, where nobody says it: by its title, its text and its publisher.
@Suite struct RegionTests {
  private func code(
    title: String?, text: String, publisher: String? = nil, site: String? = nil,
    published: Day? = Day(2022, 6, 29)
  ) throws -> String? {
    var document = Document(id: "test", source: "test")
    (document.title, document.publisher, document.published) = (title, publisher, published)
    document.site = site
    document.text = text
    document.blocks = [Block(.paragraph, span: ByteSpan(0, text.utf8.count))]
    return try RuleTests.normalizer.get().statements(in: document).observations.first?.regionCode
  }

  @Test(
    arguments: [
      // A county is still called 县 after it has become autonomous.
      ("一季度经济运行", "全县生产总值5亿元。", "酉阳县统计局", "500242"),
      ("德宏州政府工作报告", "全州生产总值5亿元。", nil, "533100"),
      // A paper is called after its city.
      ("前7个月工业增长6.2%", "全市工业增加值增长6.2%。", "南阳日报", "411300"),
      ("梅州上半年经济运行情况", "全市生产总值5亿元。", nil, "441400"),
      ("梅州上半年经济运行情况", "生产总值5亿元。", "梅州日报", "441400"),
      // A province that is mentioned is not what 全县 means.
      ("教育概况", "全县学校8所。是河南省教育试点县。", "鹿邑县人民政府", "411628"),
      ("教育概况", "全县学校8所。是河南省教育试点县。", nil, nil),
      ("黄金周4600万人次游湖北", "全省接待游客4620万人次。", "湖北日报", "420000"),
      ("黄金镇", "黄金镇总面积158平方公里。", "丰顺年鉴2011", "441423"),
      ("内蒙古草原生态", "内蒙古地处北部，耕地710万公顷。", nil, "150000"),
      // A county is not what 全州 or 全市 means.
      ("一季度经济运行", "全州生产总值5亿元。凯里市增长5%。", "黔东南日报", "522600"),
      ("一季度经济运行", "全市生产总值5亿元。天台县增长5%，仙居县增长6%。", nil, "331000"),
      // A station is that of its county where the title has its name too.
      ("走进通城看油茶", "油茶林45亩。", "通城电视台", "421222"),
      ("油茶丰收", "油茶林45亩。", "通城电视台", nil),
      // A name that a county and a district share is that of the county where the text speaks of 我县.
      ("秋粮丰收", "我县秋粮播种面积3万亩。", "龙山电视台", "433130"),
      ("秋粮丰收", "秋粮播种面积3万亩。", "龙山电视台", nil),
      // 振兴镇 is no 振兴区.
      ("振兴镇", "振兴镇在西丰县，从前是振兴区。耕地5万亩。", nil, "211223"),
      ("中国的耕地", "耕地5万亩。云南省森林茂密。", nil, nil),
      // Short names that are words too name no place.
      ("土地资源", "柳河县全县耕地5万亩。", nil, "220524"),
      ("土地资源", "全县耕地5万亩。", "县自然资源局", nil),
      ("梅州见闻", "茶园5万亩。", nil, nil),
      // A county that its own publisher's text is measured against is another one.
      ("上半年经济运行", "我县生产总值25亿元，总量超过天台县。", "仙居县政府网", "331024"),
      ("上半年经济运行", "天台县生产总值25亿元。天台县增长5%。", "仙居县政府网", "331023"),
      // Headlines leave 县 out.
      ("天台秋粮丰收", "天台粮食产量5万吨，在县委、县政府领导下获浙江省表彰。", nil, "331023"),
      ("资源节约", "循环利用资源5万吨，在县委、县政府领导下。", nil, nil),
      // The county written out behind its city, and one of two characters behind its province.
      ("太和乡", "首页乐山市。太和乡是乐山市沐川县的一个乡，耕地5万亩。", nil, "511129"),
      ("秋粮丰收", "甘肃徽县粮食产量5万吨。", nil, "621227"),
      // 全省 in the title is the province of the places that the text names.
      ("全省夏粮丰收", "夏粮产量5万吨。商丘市小麦丰收。", nil, "410000"),
      ("全市夏粮丰收", "夏粮产量5万吨。天台县小麦丰收。", nil, "331000"),
      // 阿坝州 is no 阿坝县, and what a prefecture's publisher names once elsewhere is not what it writes about.
      ("前三季度全州经济运行", "全州生产总值5亿元。阿坝县增长5%。", "阿坝州统计局", "513200"),
      ("经济作物", "棉花产量5万吨。从前称太平县。", "台州史志网", "331000"),
      // A post of the national bureau is that of its place.
      ("三季度生产情况", "全市生猪出栏5万头。上海市的区和浦东新区在内。", "国家统计局上海调查总队", "310000"),
    ] as [(String, String, String?, String?)])
  func places(_ title: String, _ text: String, _ publisher: String?, _ wanted: String?) throws {
    #expect(try code(title: title, text: text, publisher: publisher) == wanted)
  }

  @Test func aParagraphThatOpensWithACountyOfTheCityGoesOnAboutIt() throws {
    var document = Document(id: "test", source: "test")
    document.regionCode = "421200"
    let text = "嘉鱼县有水库5座。三湖水库库容5万立方米。全市有水库90座。"
    document.text = text
    document.blocks = [Block(.paragraph, span: ByteSpan(0, text.utf8.count))]
    let codes = try RuleTests.normalizer.get().statements(in: document).observations.map(\.regionCode)
    #expect(codes == ["421221", "421221", "421200"])
  }

  @Test func newsOfTheCountryNamesProvincesInShort() throws {
    let found = try code(title: "全国共富工坊", text: "目前，浙江建成共富工坊8800家。", publisher: nil)
    #expect(found == "330000")
  }

  @Test func placesOfAListOfPartsHaveTheirOwnNumbers() throws {
    var document = Document(id: "test", source: "test")
    document.regionCode = "331000"
    let text = "全市工业产值102亿元，其中天台县42亿元，仙居县60亿元。"
    document.text = text
    document.blocks = [Block(.paragraph, span: ByteSpan(0, text.utf8.count))]
    let found = try RuleTests.normalizer.get().statements(in: document).observations
    #expect(found.map(\.regionCode) == ["331000", "331023", "331024"])
    #expect(Set(found.map(\.indicator)).count == 1)
  }

  @Test func aCountyOfOneCharacterIsReadAtTheHeadOfAClauseInItsProvince() throws {
    var document = Document(id: "test", source: "test")
    document.regionCode = "140600"
    document.published = Day(2009, 3, 1)
    let text = "全市有水库15座；应县有水库3座，应县级公路2条；建成县城公园1座。"
    document.text = text
    document.blocks = [Block(.paragraph, span: ByteSpan(0, text.utf8.count))]
    let found = try RuleTests.normalizer.get().statements(in: document).observations
    #expect(found.map(\.regionCode) == ["140600", "140622", "140622", "140600"])
    #expect(found.map(\.indicator)[1] == "水库数")
    document.regionCode = "330100"
    let elsewhere = try RuleTests.normalizer.get().statements(in: document).observations
    #expect(!elsewhere.contains { $0.regionCode == "140622" })
  }

  @Test(
    arguments: [
      ("水利建设", "全县建成水库5座。", nil, "天台县人民政府", "331023"),
      ("水利建设", "全县建成水库5座。", "县水利局", "天台县人民政府门户网站", "331023"),
      ("水利建设", "我区建成水库5座。", nil, "岳阳市云溪区人民政府", "430603"),
      ("水利建设", "全市建成水库5座。", nil, "台州市统计局", "331000"),
      ("水利建设", "建成水库5座，受到县委、县政府表彰。", nil, "天台县政府网", "331023"),
      ("水利建设", "全省建成水库5座。", nil, "浙江省人民政府", "330000"),
      ("水利建设", "浙江省的水利先进，全县建成水库5座。", nil, "天台县人民政府", "331023"),
      ("水利建设", "全市在松花江上建成水库5座。", nil, "哈尔滨市水务局", "230100"),
      // It goes behind all else, and says nothing of a text that does not speak of such a place.
      ("水利建设", "仙居县建成水库5座。全县再建3座。", nil, "天台县人民政府", "331024"),
      ("水利建设", "全县建成水库5座。", "仙居县水利局", "天台县人民政府", "331024"),
      ("水利建设", "建成水库5座。", nil, "天台县人民政府", nil),
      ("水利建设", "全市建成水库5座。", nil, "天台县人民政府", nil),
      ("水利建设", "全县建成水库5座。", nil, "台州市人民政府", nil),
      ("水利建设", "全县建成水库5座。全市第一。", nil, "台州市人民政府", nil),
      ("水利建设", "全县建成水库5座。", nil, "浙江省人民政府", nil),
      // Neither does the name of a paper, or of no place, or of two.
      ("水利建设", "全县建成水库5座。", nil, "天台县融媒体中心", nil), ("水利建设", "全市建成水库5座。", nil, "台州日报", nil),
      ("水利建设", "全县建成水库5座。", nil, "中国政府网", nil),
      // What speaks for another place.
      ("水利建设", "全县建成水库5座。经验来自安徽省。", nil, "天台县人民政府", nil),
      ("水利建设", "全县建成水库5座。", "仙居新闻", "天台县人民政府", nil),
    ] as [(String, String, String?, String, String?)])
  func sites(_ title: String, _ text: String, _ publisher: String?, _ site: String, _ wanted: String?) throws
  {
    #expect(try code(title: title, text: text, publisher: publisher, site: site) == wanted)
  }

  /// News from several places: each number is of the place that its words have come to.
  @Test(
    arguments: [
      (
        "春耕见闻", "广西桂林市永福县油菜种植面积3万亩。全县投入农机2000台。\n甘肃省陇南市徽县小麦返青面积20万亩。",
        ["450326", "450326", "621227"]
      ),
      ("各地抢抓农时", "浙江已播种早稻80万亩。\n陕西汉中市油菜面积40万亩。\n湖北荆门市油菜面积50万亩。", ["330000", "610700", "420800"]),
      // A line that is a place and a headline holds for those below it.
      (
        "各地抢抓农时", "四川眉山：柑橘上市\n柑橘产量30万吨。\n山东寿光：蔬菜外销\n蔬菜日外销2000吨。",
        ["511400", "370783"]
      ),
      ("四川、宁夏农田建设提速", "四川新建农田400万亩，宁夏新建90万亩。", ["510000", "640000"]),
      ("全国夏粮丰收", "截至6月5日，全国已收小麦2亿亩。河南收获小麦8000万亩。", [nil, "410000"]),
      // Neighbours do not make a journey.
      ("水库", "天台县水库5座，东接仙居县，南连临海市。库容3万立方米。", ["331023", "331023"]),
    ] as [(String, String, [String?])])
  func placesInTurn(_ title: String, _ text: String, _ wanted: [String?]) throws {
    var document = Document(id: "test", source: "test")
    (document.title, document.published, document.text) = (title, Day(2022, 6, 29), text)
    var start = 0
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
      document.blocks.append(Block(.paragraph, span: ByteSpan(start, start + line.count)))
      start += line.count + 1
    }
    let found = try RuleTests.normalizer.get().statements(in: document).observations
    #expect(found.map(\.regionCode) == wanted)
  }
}
