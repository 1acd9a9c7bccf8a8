import Records
import Testing
import Vocabulary

/// What is said of a table that is broken: the whole message.
@Suite struct TableFaultTests {
  static let units = "id\tsurfaces\tkind\tdimension\tfactor\tstandard_unit\tucum\tqudt\tambiguous\tnote\n"
  static let places = "code\tname\tshort\tlevel\tparent\tfrom\tto\tsuccessor\n"
  static let phrases = "phrase\tclass\taction\texample\tnote\n"
  static let indicators =
    "id\tname\tvariants\tweak\tname_en\tdimension\tunits\trange_unit\ttypical_min\ttypical_max\thard_min\t"
    + "hard_max\tkind\tcategory\tnote\n"

  static func message(_ content: VocabularyTable.Content, _ bytes: [UInt8]) -> String {
    do throws(Fault) {
      let table = VocabularyTable(content, file: "mine.tsv", bytes: bytes)
      let units = VocabularyTable.builtIn.filter { $0.content == .units && content == .indicators }
      _ = try Vocabulary(units + [table])
      return "no fault"
    } catch {
      return error.description
    }
  }

  static func message(_ content: VocabularyTable.Content, _ text: String) -> String {
    message(content, Array(text.utf8))
  }

  @Test(arguments: [
    ("", "mine.tsv:1: has no header row"),
    (
      "# 单位\n\nid\tname\n",
      "mine.tsv:3:4: name: is no column here; there are id, surfaces, kind, dimension, "
        + "factor, standard_unit, ucum, qudt, ambiguous, note"
    ),
    ("id\tid\n", "mine.tsv:1:4: id: stands twice in the header"),
    ("id\tsurfaces\tkind\n", "mine.tsv:1: dimension: is missing from the header"),
    (
      units + "a\t甲\tarea\tarea\n# x\nb\t乙\tarea\tarea\na\t丙\tarea\tarea\n",
      "mine.tsv:5:1: id: \"a\" stands in line 2 already"
    ),
    (units + "\t甲\tarea\tarea\n", "mine.tsv:2:1: id: is empty"),
    (units + "a\t市亩\tarea\tarea\t1/0\tm2\n", "mine.tsv:2:16: factor: \"1/0\" is no fraction such as 2000/3"),
    (units + "a\t市亩\tarea\tarea\t0.5\tm2\n", "mine.tsv:2:16: factor: \"0.5\" is no fraction such as 2000/3"),
    (units + "a\t市亩\tland\tarea\t1\tm2\n", "mine.tsv:2:6: kind: \"land\" is no kind of quantity"),
    (units + "a\t市亩\tarea\n", "mine.tsv:2: dimension: is empty"),
    (
      units + "a\t亩\tarea\tarea\t1\tm2\t\t\tno\n", "mine.tsv:2:22: ambiguous: \"no\" is neither yes nor empty"
    ),
    (units + "a\t亩\tarea\tarea\t1\tm2\t\t\t\t注\t多\n", "mine.tsv:2:25: has 11 cells, the header 10"),
  ])
  func faultsOfUnits(_ text: String, _ expected: String) {
    #expect(Self.message(.units, text) == expected)
  }

  @Test func textThatIsNotUTF8() {
    let bytes = Array(Self.units.utf8) + Array("a\t亩\n".utf8) + [0x61, 0x09, 0xC4, 0xB6, 0xE5, 0x0A]
    #expect(Self.message(.units, bytes) == "mine.tsv:3: is not valid UTF-8")
  }

  @Test(arguments: [
    ("52062\t江口县", "mine.tsv:2:1: code: expected a six-digit code, found \"52062\""),
    (
      "520621\t江口县\t江口\ttown",
      "mine.tsv:2:15: level: \"town\" is no level; there are province, prefecture, county"
    ),
    ("520621\t江口县\t江口\tcounty\t520600\t11年", "mine.tsv:2:29: from: expected a year, found \"11年\""),
    ("520621\t江口县\t江口\tcounty\t520600", "mine.tsv:2: from: is empty"),
    ("520621\t江口县\t江口\tcounty\t520600\t2011\t2010", "mine.tsv:2:34: to: 2010 is before 2011"),
  ])
  func faultsOfPlaces(_ row: String, _ expected: String) {
    #expect(Self.message(.places, Self.places + row + "\n") == expected)
  }

  @Test(arguments: [
    ("两委\t\tskip", "mine.tsv:2:4: class: is empty"),
    ("两委\tname\tdrop", "mine.tsv:2:9: action: \"drop\" is no action"),
    ("两委\tname\tskip\n两委\tname\tskip", "mine.tsv:3:1: phrase: \"两委\" stands in line 2 already"),
  ])
  func faultsOfPhrases(_ row: String, _ expected: String) {
    #expect(Self.message(.phrases, Self.phrases + row + "\n") == expected)
  }

  @Test(arguments: [
    (
      "5g_stations\t5G基站\n",
      "mine.tsv:2:1: id: \"5g_stations\" is no name of a column: at most 32 ASCII letters, digits and _, no digit first"
    ),
    (
      "x\t某值\t\t某\tX\tarea\tmu\tmu\t\t\t\t\tstock",
      "mine.tsv:2:7: weak: \"某\" is neither the name nor a variant"
    ),
    (
      "x\t某值\t\t\tX\tarea\tmu\tmu\t1e3\t\t\t\tstock",
      "mine.tsv:2:21: typical_min: \"1e3\" is no plain decimal"
    ),
    ("x\t某值\t\t\tX\tarea\tmu\tmu\t\t\t\t\tsum", "mine.tsv:2:25: kind: \"sum\" is no kind of indicator"),
    (
      "x\t某值\t\t\tX\tland\tmu\tmu\t\t\t\t\tstock",
      "mine.tsv:2:10: dimension: \"land\" is the dimension of no unit"
    ),
    ("x\t某值\t\t\tX\tarea\tmou\tmu\t\t\t\t\tstock", "mine.tsv:2:15: units: \"mou\" is the id of no unit"),
    ("x\t某值\t\t\tX\tarea\tmu\tmou\t\t\t\t\tstock", "mine.tsv:2:18: range_unit: \"mou\" is the id of no unit"),
  ])
  func faultsOfIndicators(_ row: String, _ expected: String) {
    #expect(Self.message(.indicators, Self.indicators + row + "\n") == expected)
  }
}
