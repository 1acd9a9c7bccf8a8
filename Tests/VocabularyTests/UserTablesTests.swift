import Records
import Testing
import Vocabulary

/// A user's own tables on top of the built-in ones.
@Suite struct UserTablesTests {
  let base: Vocabulary

  init() throws { base = try Vocabulary.builtIn() }

  func adding(_ content: VocabularyTable.Content, _ text: String) throws -> Vocabulary {
    try base.adding([VocabularyTable(content, file: "mine.tsv", bytes: Array(text.utf8))])
  }

  @Test func aKnownUnitGainsSurfacesAndTakesTheNewColumns() throws {
    let vocabulary = try adding(.units, TableFaultTests.units + "mu\t华亩\tarea\tarea\t600\tm2\n")
    let unit = try #require(vocabulary.units(written: "华亩").first)
    #expect(unit.id == "mu")
    let factor = try Fraction(600)
    #expect(unit.factor == factor)
    #expect(vocabulary.units(written: "亩").first == unit)
    #expect(vocabulary.units.count == base.units.count)
  }

  @Test func aNewUnitIsThere() throws {
    let vocabulary = try adding(.units, TableFaultTests.units + "qiu\t丘\tcount\tcount\t1\tqiu\n")
    #expect(vocabulary.units(written: "丘").map(\.id) == ["qiu"])
    #expect(vocabulary.units.count == base.units.count + 1)
    #expect(base.units(written: "丘").isEmpty)
  }

  @Test func aKnownIndicatorGainsVariants() throws {
    let row = "gdp\t生产总值\t经济盘子\t\tGDP\tcurrency\tCNY\tCNY\t\t\t\t\tflow\tnational_accounts\n"
    let vocabulary = try adding(.indicators, TableFaultTests.indicators + row)
    for words in ["经济盘子", "地区生产总值", "生产总值"] {
      let form = try #require(vocabulary.indicatorForm(words), "\(words)")
      #expect(form.indicators.map { vocabulary.indicators[$0].id } == ["gdp"])
    }
    #expect(vocabulary.indicator(id: "gdp")?.name == "生产总值")
  }

  @Test func aFormOfTwoIndicatorsIsWeak() throws {
    let row = "mine\t我的指标\t粮食产量\t\tMine\tmass\tt\tt\t\t\t\t\tflow\tmine\n"
    let vocabulary = try adding(.indicators, TableFaultTests.indicators + row)
    let form = try #require(vocabulary.indicatorForm("粮食产量"))
    #expect(form.isWeak)
    #expect(form.indicators.count == 2)
  }

  @Test func phrasesAndPlacesJoin() throws {
    let phrases = try adding(.phrases, TableFaultTests.phrases + "九曲桥\tname_place\tskip\n预计\tmine\tskip\n")
    #expect(phrases.phrases.count == base.phrases.count + 1)
    #expect(phrases.phrases.first { $0.words == "预计" }?.phraseClass == "mine")
    let row = "520699\t某新区\t某\tcounty\t520600\t2026\n"
    let places = try adding(.places, TableFaultTests.places + row)
    #expect(places.gazetteer.places(named: "某新区").map(\.code) == ["520699"])
    #expect(places.gazetteer.isWithin("520699", "520000"))
  }

  @Test func theTablesAreNamedInOrder() throws {
    let vocabulary = try adding(.phrases, TableFaultTests.phrases)
    #expect(vocabulary.fingerprints.map(\.name).last == "mine.tsv")
    #expect(vocabulary.tables.count == base.tables.count + 1)
  }
}
