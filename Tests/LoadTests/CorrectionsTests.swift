import Records
import Testing
import Vocabulary

@testable import Load

/// Corrections are rows of a table; they say what they expect to find. The figures are invented.
@Suite struct CorrectionsTests {
  static let header = "locator\taction\tvalue\texpect\treason\twho\n"

  static func corrections(_ lines: String...) throws -> Corrections {
    let vocabulary = try Vocabulary.builtIn()
    let text = header + lines.map { $0 + "\n" }.joined()
    let table = try CorrectionTable(file: "corrections.tsv", bytes: Array(text.utf8), vocabulary: vocabulary)
    return Corrections(table.corrections, file: "corrections.tsv", vocabulary: vocabulary)
  }

  private func outcome(_ lines: String...) throws -> Corrections.Outcome {
    let vocabulary = try Vocabulary.builtIn()
    let text = Self.header + lines.map { $0 + "\n" }.joined()
    let table = try CorrectionTable(file: "corrections.tsv", bytes: Array(text.utf8), vocabulary: vocabulary)
    return Corrections(table.corrections, file: "corrections.tsv", vocabulary: vocabulary)
      .apply(to: Examples.row(of: Examples.farmland), source: "pages/a.html")
  }

  @Test func aRowIsFoundByItsIdOrByItsCells() throws {
    for locator in [
      "a1b2", "observation_id=a1b2", "source=pages/a.html;text=12.3万亩", "region_code=520621;period=2021",
    ] {
      let outcome = try outcome("\(locator)\tdrop\t\tvalue=123000\tprinted twice\tWang")
      #expect(outcome.row == nil && outcome.used == [0], "\(locator)")
      #expect(outcome.findings.map(\.code) == [.corrected])
      #expect(outcome.findings[0].message == "line 2 of corrections.tsv, drop: printed twice (Wang)")
    }
    let other = try outcome("source=pages/b.html\tdrop\t\tvalue=123000\tprinted twice\tWang")
    #expect(other.row != nil && other.used.isEmpty && other.findings.isEmpty)
  }

  @Test(arguments: [
    ("age=35岁以下;sex=女", #"age=35岁以下\;sex=女"#), (#"part=甲\乙"#, #"part=甲\\乙"#),
    ("part=甲\t乙\n丙", #"part=甲\t乙\n丙"#), ("=", "="),
  ])
  func aValueMayHoldWhatEndsOne(_ breakdown: String, _ written: String) throws {
    var observation = Examples.farmland
    observation.breakdown = breakdown
    let corrections = try Self.corrections(
      "breakdown=\(written);period=2021\toverride\tplace=坝盘镇\\;甲村\tbreakdown=\(written);value=123000\tr\tw")
    let outcome = corrections.apply(to: Examples.row(of: observation), source: "a")
    #expect(outcome.used == [0] && outcome.row?.observation.place == "坝盘镇;甲村")
    #expect(corrections.apply(to: Examples.row(of: Examples.farmland), source: "a").used.isEmpty)
  }

  @Test func aValueIsOverriddenWithItsStandardValue() throws {
    let outcome = try outcome(
      "a1b2\toverride\tvalue=1230;period=2020-H1;place=坝盘镇\ttext=12.3万亩\tmisprint\tWang")
    let row = try #require(outcome.row)
    #expect(row.observation.quantity.value == Examples.decimal("1230"))
    #expect(row.observation.quantity.standardValue == Examples.decimal("820000"))
    #expect(row.observation.period?.label == "2020-H1" && row.observation.place == "坝盘镇")
    #expect(row.flags == ["corrected", "out_of_range"] && outcome.isChanged)
  }

  /// What was read along with an old value goes with it.
  @Test(arguments: [
    ("period=2020", ["period": "2020", "period_start": "2020-01-01", "period_basis": "", "place": "坝盘镇"]),
    (
      "region_code=522728",
      ["region_code": "522728", "region_name": "罗甸县", "place": "", "period_basis": "inherited"]
    ),
    ("place=龙坪镇;region_code=522728", ["region_name": "罗甸县", "place": "龙坪镇"]),
    ("place=", ["place": "", "region_code": "520621"]),
    ("status=target", ["status": "target", "status_note": ""]),
    ("status_note=norm;status=actual", ["status": "actual", "status_note": "norm"]),
    ("status_note=", ["status": "actual", "status_note": ""]),
    ("measure=change", ["measure": "change", "status_note": "capacity", "period_basis": "inherited"]),
    (
      "value=7",
      ["value": "7", "standard_value": "4666.66666667", "is_exact": "false", "low": "", "relation": "eq"]
    ),
    ("indicator_id=tea_area", ["indicator_id": "tea_area", "flags": "corrected out_of_range"]),
  ])
  func whatDescribedTheOldReadingGoes(_ value: String, _ expected: [String: String]) throws {
    var observation = Examples.farmland
    (observation.place, observation.statusNote) = ("坝盘镇", .capacity)
    observation.quantity.relation = .greaterOrEqual
    observation.quantity.low = Bound(Examples.decimal("123000"), isClosed: true)
    var row = Examples.row(of: observation)
    row.flags = ["out_of_range", "unit_dimension_mismatch"]
    let corrections = try Self.corrections("a1b2\toverride\t\(value)\tvalue=123000\tr\tw")
    let outcome = try #require(corrections.apply(to: row, source: "a").row)
    for (column, cell) in expected {
      #expect(Resource.observations.text(of: column, in: outcome) == cell, "\(column)")
    }
    // How the page was read stays.
    for column in ["observation_id", "text", "sentence", "rule", "rules", "start", "end"] {
      #expect(
        Resource.observations.text(of: column, in: outcome) == Resource.observations.text(of: column, in: row)
      )
    }
  }

  @Test func anOverrideThatDoesNotFitIsSaid() throws {
    let value = String(repeating: "9", count: 38)
    let outcome = try outcome("a1b2\toverride\tvalue=\(value)\tvalue=123000\tr\tw")
    #expect(outcome.row?.observation.quantity == Examples.farmland.quantity && !outcome.isChanged)
    #expect(outcome.findings.map(\.code) == [.conversionOverflow])
  }

  @Test func numbersAreScaled() throws {
    let row = try #require(try outcome("a1b2\tscale\t1/10000\tvalue=123000\t万 too many\tWang").row)
    #expect(row.observation.quantity.value == Examples.decimal("12.3"))
    #expect(row.observation.quantity.standardValue == Examples.decimal("8200"))
  }

  @Test func aScaledRowIsConvertedAnew() throws {
    // 7 亩 is 4666.66… m², and 10 times what was rounded there would be another number.
    var observation = Examples.farmland
    observation.quantity.value = Examples.decimal("7")
    observation.quantity.standardValue = Examples.decimal("4666.66666667")
    observation.quantity.isExact = false
    func scaled(_ factor: String) throws -> Quantity {
      let corrections = try Self.corrections("a1b2\tscale\t\(factor)\tvalue=7\tr\tw")
      let outcome = corrections.apply(to: Examples.row(of: observation), source: "a")
      return try #require(outcome.row).observation.quantity
    }
    #expect(try scaled("3").standardValue == Examples.decimal("14000"))
    #expect(try scaled("3").isExact)
    #expect(try scaled("1/3").isExact == false)
  }

  @Test(arguments: [
    "100000000000000000000000000000000000000", "10000000000000000000000000000000000",
    "1/85070591730234615865843651857942052864",
  ])
  func whatWouldNotFitStaysAsItIs(_ factor: String) throws {
    let outcome = try outcome("a1b2\tscale\t\(factor)\tvalue=123000\tr\tw")
    #expect(outcome.row?.observation.quantity == Examples.farmland.quantity && !outcome.isChanged)
    #expect(outcome.row?.flags == ["out_of_range"])
    #expect(outcome.findings.map(\.code) == [.conversionOverflow] && outcome.used == [0])
  }

  @Test func spreadsheetsWriteTheTableToo() throws {
    let text =
      "\u{FEFF}"
      + (Self.header + "# 某县\n\na1b2\tdrop\t\tvalue=1\tr\tWang\n").split(
        separator: "\n", omittingEmptySubsequences: false
      ).joined(separator: "\r\n")
    let table = try CorrectionTable(
      file: "corrections.tsv", bytes: Array(text.utf8), vocabulary: try Vocabulary.builtIn())
    #expect(table.corrections.map(\.who) == ["Wang"] && table.corrections.map(\.line) == [4])
  }

  @Test func aRowIsFlagged() throws {
    let outcome = try outcome("a1b2\tflag\told_boundary\tvalue=123000\tbefore the merger\tWang")
    #expect(outcome.row?.flags == ["old_boundary", "out_of_range"] && !outcome.isChanged)
  }

  @Test func aSourceThatHasChangedIsSaid() throws {
    let outcome = try outcome("a1b2\tscale\t10000\tvalue=12.3\t万 is missing\tWang")
    #expect(outcome.row?.observation.quantity.value == Examples.decimal("123000"), "nothing is done")
    #expect(outcome.used == [0] && outcome.findings.map(\.code) == [.correctionOutdated])
    #expect(
      outcome.findings[0].message.hasPrefix("line 2 of corrections.tsv expects value=12.3 and finds 123000: ")
    )
  }

  @Test(arguments: [
    ("\tdrop\t\tvalue=1\tr\tw", "corrections.tsv:2: locator: is empty"),
    (
      "a\tmove\t\tvalue=1\tr\tw",
      "corrections.tsv:2: action: expected one of drop, override, scale, flag, found \"move\""
    ),
    ("a\tdrop\t\t\tr\tw", "corrections.tsv:2: expect: is empty"),
    ("a\tdrop\t\t;\tr\tw", "corrections.tsv:2: expect: \";\" is no column=value"),
    ("a\toverride\t\tvalue=1\tr\tw", "corrections.tsv:2: value: is empty"),
    ("a\tdrop\t\tvalue=1\t\tw", "corrections.tsv:2: reason: is empty"),
    ("a\tdrop\t\tvalue=1\tr", "corrections.tsv:2: who: is empty"),
    ("a\tscale\t0\tvalue=1\tr\tw", "corrections.tsv:2: value: \"0\" is no factor such as 10000 or 1/10000"),
    ("a\toverride\tvalue=1e3\tvalue=1\tr\tw", "corrections.tsv:2: value: \"1e3\" is no value"),
    (
      "a\toverride\tindicator_id=no_such\tvalue=1\tr\tw",
      "corrections.tsv:2: value: \"no_such\" is no indicator_id"
    ),
    (
      "county=1\tdrop\t\tvalue=1\tr\tw",
      "corrections.tsv:2: locator: \"county\" is no column of observations, nor source"
    ),
    (
      #"text=a\x"# + "\tdrop\t\tvalue=1\tr\tw",
      #"corrections.tsv:2: locator: "\x" is none of the escapes \; \t \n \\"#
    ),
    (
      "a\tdrop\t\ttext=1\\\tr\tw", #"corrections.tsv:2: expect: "\" is none of the escapes \; \t \n \\"#
    ),
    ("a\tdrop\t\tvalue=1\tr\tw\tx", "corrections.tsv:2: has 7 cells, the header 6"),
  ])
  func faultsPoint(_ line: String, _ expected: String) throws {
    let vocabulary = try Vocabulary.builtIn()
    let error = #expect(throws: Fault.self) {
      try CorrectionTable(
        file: "corrections.tsv", bytes: Array((Self.header + line).utf8), vocabulary: vocabulary)
    }
    #expect(error?.description == expected)
  }

  @Test(arguments: [
    "2013", "2016/2020", "2013-H1", "2013-Q4", "2013-06", "2013-01/2013-09", "2013-06-30",
    "2013-06-01/2013-06-10",
  ])
  func labelsOfPeriodsComeBack(_ label: String) { #expect(Period(label: label)?.label == label) }

  @Test(arguments: ["", "13", "2013-13", "2013-Q5", "2013/2012", "2013-02-30", "2013/2014/2015", "2013-"])
  func whatIsNoLabel(_ label: String) { #expect(Period(label: label) == nil) }
}
