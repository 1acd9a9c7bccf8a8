import Records
import Testing
import Vocabulary

/// What the tables that are compiled in must hold to.
@Suite struct BuiltInTablesTests {
  let vocabulary: Vocabulary

  init() throws { vocabulary = try Vocabulary.builtIn() }

  @Test(arguments: VocabularyTable.builtIn.map(\.content))
  func rowsAreSortedByTheirFirstColumn(_ content: VocabularyTable.Content) throws {
    let table = try #require(VocabularyTable.builtIn.first { $0.content == content })
    let lines = table.bytes.split(separator: UInt8(ascii: "\n")).dropFirst()
    let keys = lines.map { Array($0.prefix { $0 != UInt8(ascii: "\t") }) }
    #expect(keys.count > 20)
    for (one, next) in zip(keys, keys.dropFirst()) where next.lexicographicallyPrecedes(one) {
      Issue.record("\(table.file): \(String(decoding: next, as: UTF8.self)) stands too late")
    }
  }

  @Test func noSurfaceHasTwoUnambiguousUnits() {
    for (index, units) in vocabulary.unitWordUnits.enumerated() {
      let clear = units.map { vocabulary.units[$0] }.filter { !$0.isAmbiguous }
      #expect(clear.count <= 1, "\(index): \(clear.map(\.id)) share a surface")
    }
  }

  @Test func everyUnitIsWrittenSomehowAndWithoutMultiplier() {
    for unit in vocabulary.units {
      #expect(!unit.surfaces.isEmpty, "\(unit.id) has no surface")
      #expect(Set(unit.surfaces).count == unit.surfaces.count, "\(unit.id) has a surface twice")
      #expect(unit.factor == nil || !unit.standardUnit.isEmpty, "\(unit.id) converts into nothing")
      for surface in unit.surfaces {
        #expect(!surface.hasPrefix("万") && !surface.hasPrefix("亿"), "\(unit.id): \(surface)")
      }
    }
  }

  @Test func unitsOfOneStandardUnitShareTheirDimension() {
    var dimensions: [String: String] = [:]
    for unit in vocabulary.units where unit.factor != nil {
      let known = dimensions.updateValue(unit.dimension, forKey: unit.standardUnit)
      if unit.standardUnit == "1" { continue }
      #expect(known == nil || known == unit.dimension, "\(unit.id): \(unit.standardUnit)")
    }
  }

  @Test(arguments: [
    ("亩", "mu", 2000, 3), ("公顷", "ha", 10000, 1), ("平方公里", "km2", 1_000_000, 1),
    ("斤", "jin", 1, 2), ("公斤", "kg", 1, 1), ("吨", "t", 1000, 1), ("担", "dan", 50, 1),
    ("千瓦时", "kWh", 3_600_000, 1), ("马力", "hp_metric", 588_399, 800), ("%", "percent", 1, 100),
    ("百分点", "percentage_point", 1, 100), ("‰", "permille", 1, 1000), ("人次", "person_time", 1, 1),
  ])
  func unitsOfTheOrdersOf1984And1990(
    _ surface: String, _ id: String, _ above: Int, _ below: Int
  ) throws {
    let unit = try #require(vocabulary.units(written: surface).first)
    #expect(unit.id == id)
    let factor = try Fraction(Int128(above), Int128(below))
    #expect(unit.factor == factor)
  }

  @Test func countsOfDifferentThingsAreNotCompared() throws {
    let words = ["人", "户", "头", "家", "所", "人次", "个"]
    let standards = words.compactMap { vocabulary.units(written: $0).first?.standardUnit }
    #expect(Set(standards).count == words.count)
    #expect(vocabulary.units(written: "名").first?.standardUnit == "person")
  }

  @Test func anAmbiguousWordHasEveryUnit() {
    #expect(Set(vocabulary.units(written: "度").map(\.id)) == ["kWh_du", "degC_du"])
    for word in ["度", "分", "里"] {
      #expect(!vocabulary.units(written: word).contains { !$0.isAmbiguous }, "\(word)")
    }
  }

  @Test func idsOfIndicatorsAreColumnNames() {
    for indicator in vocabulary.indicators {
      let id = Array(indicator.id.utf8)
      let isName = id.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
      #expect(isName && id.count <= 32 && !(0x30...0x39).contains(id[0]), "\(indicator.id)")
    }
  }

  @Test func everyFormMeansOneIndicator() {
    for form in vocabulary.indicatorForms {
      let ids = form.indicators.map { vocabulary.indicators[$0].id }
      #expect(ids.count == 1, "\(form.words) names \(ids)")
    }
  }

  @Test func indicatorsStandInUnitsOfTheirDimension() throws {
    for indicator in vocabulary.indicators {
      #expect(!indicator.units.isEmpty, "\(indicator.id) has no unit")
      for id in indicator.units {
        let unit = try #require(vocabulary.unit(id: id))
        let fits = unit.dimension == indicator.dimension || Self.mixed.contains(indicator.id)
        #expect(fits, "\(indicator.id): \(id) is \(unit.dimension), not \(indicator.dimension)")
      }
      #expect(indicator.units.contains(indicator.rangeUnit), "\(indicator.id): \(indicator.rangeUnit)")
    }
  }

  /// Indicators that are published now in one dimension, now in another: 冷库 by 吨 or 立方米, a wage by
  /// 元 or 元/月, an expectancy by 岁 or 年.
  static let mixed: Set<String> = [
    "cold_storage", "dam_output_per_mu", "dibao_standard_rural", "life_expectancy", "lowest_wage",
  ]

  @Test func rangesAreOrderedAndNested() {
    for indicator in vocabulary.indicators {
      let (typical, plausible) = (indicator.typical, indicator.plausible)
      for end in [typical.low, typical.high].compactMap({ $0 }) {
        #expect(plausible.contains(end) && typical.contains(end), "\(indicator.id)")
      }
    }
  }

  @Test func commonWordsAreWeak() throws {
    for words in ["镇", "男", "女", "医生", "小学"] {
      let form = try #require(vocabulary.indicatorForm(words))
      #expect(form.isWeak, "\(words)")
    }
    let named = try #require(vocabulary.indicatorForm("地区生产总值"))
    #expect(!named.isWeak)
  }

  @Test func aNameWithAnEnumerationCommaStaysWhole() throws {
    let form = try #require(vocabulary.indicatorForm("交通运输、仓储和邮政业增加值"))
    #expect(vocabulary.indicators[form.indicators[0]].id == "transport_va")
  }

  @Test(arguments: [
    ("两委", PhraseAction.skip), ("一是", .skip), ("三心二意", .skip), ("一季度", .parseTime),
    ("预计", .markAsTarget), ("以上", .bound), ("数十", .quantifyAsApproximate), ("首批", .skipAsLevel),
    ("20XX年", .rejectPage),
  ])
  func phrasesSayWhatIsToBeDone(_ words: String, _ action: PhraseAction) throws {
    let phrase = try #require(vocabulary.phrases.first { $0.words == words })
    #expect(phrase.action == action)
  }

  @Test func noSkippedPhraseIsAPlainQuantity() {
    let numerals = "零一二三四五六七八九十百千万亿两半0123456789."
    for phrase in vocabulary.phrases where phrase.action == .skip && !Self.words.contains(phrase.words) {
      let rest = phrase.words.drop { numerals.contains($0) }
      #expect(!rest.isEmpty, "\(phrase.words) is a bare number")
      guard rest.count < phrase.words.count else { continue }
      let units = vocabulary.units(written: String(rest)).filter { !$0.isAmbiguous }.map(\.id)
      #expect(units.isEmpty, "\(phrase.words) may be meant as a number of \(rest)")
    }
  }

  /// Words and names made of numerals, or of a numeral and a measure word, that have become one.
  static let words: Set<String> = [
    "一一", "一五一十", "万一", "万千", "万千百", "三七", "三三两两", "九一八", "亿万", "十百千", "十百千万", "千千万万", "百千万",
    "十一五", "十二五", "十三五", "十四五", "十五五", "十六五", "一起", "一批", "一对", "一片", "四周", "四处", "一本", "一套",
    "一排", "一站", "八角", "三角", "五角", "二元", "零件", "百度", "百科", "万岁", "万科", "三包", "五峰", "六枝", "十字", "零头",
  ]

  @Test func fingerprintsAreFNV1aAndTellTablesApart() {
    #expect(VocabularyTable(.units, file: "", bytes: []).fingerprint == "cbf29ce484222325")
    #expect(VocabularyTable(.units, file: "", bytes: [0x61]).fingerprint == "af63dc4c8601ec8c")
    let expected = VocabularyTable.Content.allCases.map { "\($0.rawValue).tsv" }
    #expect(Set(vocabulary.fingerprints.map(\.name)) == Set(expected))
    #expect(Set(vocabulary.fingerprints.map(\.fingerprint)).count == expected.count)
  }
}
