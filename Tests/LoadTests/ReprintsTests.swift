import Records
import Testing

@testable import Load

/// Reprints are found by the likeness of their texts. The texts are invented.
@Suite struct ReprintsTests {
  static func document(
    _ id: String, _ text: String, tier: Tier? = .government, published: Day? = Day(2022, 1, 1)
  ) -> Document {
    var document = Document(id: id, source: "\(id).html")
    (document.text, document.tier, document.published) = (text, tier, published)
    return document
  }

  /// A report on a county in a year: the same words, other figures.
  static func report(_ county: String, _ year: Int) -> String {
    let items = ["粮食产量", "茶园面积", "生猪出栏", "旅游收入", "公路里程", "在校学生", "医院床位", "财政收入", "存款余额", "森林面积"]
    let sentences = items.enumerated().map { index, item in
      "\(year)年\(county)\(item)达到\((index + 3) * year % 977).\(index)万，比上年增加\(index * 13 + year % 17)个单位，完成全年任务。"
    }
    return sentences.joined()
  }

  static func originals(_ documents: [Document]) -> [String: String] {
    let reprints = Reprints(among: documents.shuffled().map(SketchedDocument.init))
    return Dictionary(
      uniqueKeysWithValues: documents.compactMap { document in
        reprints.original(of: document.id).map { (document.id, $0) }
      })
  }

  @Test func theFirstByTierThenDateThenIdIsTheOriginal() {
    let text = Self.report("永新县", 2021)
    let documents = [
      Self.document("a", text, tier: .reprint), Self.document("b", text, published: Day(2022, 1, 2)),
      Self.document("d", text), Self.document("c", text), Self.document("e", text, published: nil),
    ]
    #expect(Self.originals(documents) == ["a": "c", "b": "c", "d": "c", "e": "c"])
  }

  @Test func whatASiteAddsDoesNotHideIt() {
    let text = Self.report("永新县", 2021)
    let spaced = text.split(separator: "，").joined(separator: "， \n") + "\n责任编辑：王某\n"
    #expect(
      Self.originals([Self.document("a", text), Self.document("b", spaced, tier: .media)]) == ["b": "a"])
  }

  @Test func theSameReportOfAnotherYearIsNoReprint() {
    let documents = (2015...2021).map { Self.document("\($0)", Self.report("永新县", $0)) }
    #expect(Self.originals(documents).isEmpty)
  }

  @Test func aLaterEditionOfTheSameTierWithAnotherNumberIsNoReprint() {
    let text = Self.report("永新县", 2021)
    let (first, revised) = (text + "全年接待游客12.5万人次。", text + "全年接待游客13.5万人次。")
    let later = Day(2022, 9, 1)
    let documents = [
      Self.document("a", first), Self.document("b", revised, published: later),
      Self.document("c", first, published: later), Self.document("d", revised, published: nil),
      Self.document("e", revised, tier: .media, published: later),
    ]
    #expect(TextSketch(revised).isLike(TextSketch(first)))
    #expect(Self.originals(documents).keys.sorted() == ["c", "d", "e"])
    #expect(Self.originals(documents)["c"] == "a")
  }

  @Test func shortTextsAreLeftAlone() {
    let text = "全县耕地面积12.3万亩。"
    #expect(Self.originals([Self.document("a", text), Self.document("b", text)]).isEmpty)
  }

  @Test func theWorkGrowsWithTheDocuments() {
    let documents = (0..<3000).map { index in
      Self.document("\(10_000 + index)", Self.report(index.isMultiple(of: 3) ? "永新县" : "第\(index)县", 2021))
    }
    let found = Self.originals(documents)
    for index in stride(from: 3, to: 3000, by: 3) { #expect(found["\(10_000 + index)"] == "10000") }
  }
}
