import Records
import Testing

@testable import Load

/// Which of the rows of a figure is preferred, and where they disagree. The figures are invented.
@Suite struct FigureJudgeTests {
  /// A level of one figure, as several documents state it.
  static func row(
    _ document: String, _ surface: String, _ value: String, tier: Tier? = .government,
    published: Day? = Day(2022, 2, 1),
    relation: Relation = .equal, unit: String = "元", standard: String? = nil
  ) -> ObservationRow {
    var quantity = Quantity(
      span: ByteSpan(0, surface.utf8.count), numeral: ByteSpan(0, 1), kind: .money,
      value: Examples.decimal(value))
    quantity.relation = relation
    (quantity.unit, quantity.standardUnit) = (unit, "CNY")
    quantity.standardValue = Examples.decimal(standard ?? value)
    var observation = Observation(
      id: "\(document)-\(surface)", documentID: document, indicator: "地区生产总值", quantity: quantity,
      surface: surface,
      span: ScalarSpan(0, surface.unicodeScalars.count))
    observation.regionCode = "520621"
    observation.indicatorID = "gdp"
    observation.period = Period(year: 2021)
    observation.sentence = "生产总值\(surface)。"
    var row = ObservationRow(observation)
    (row.tier, row.published) = (tier, published)
    return row
  }

  struct Verdict {
    var preferred: [String] = []
    var conflicts: [[String]] = []
    var revisions: [[String]] = []

    mutating func add(_ conflicts: [ResourceRow]) {
      for cells in conflicts.map({ CSVCells($0.csv) }) { self.conflicts.append([cells[10], cells[19]]) }
    }
  }

  static func judge(_ rows: [ObservationRow], reprints: Reprints = Reprints()) -> Verdict {
    var judge = FigureJudge(reprints: reprints)
    var verdict = Verdict()
    for row in rows.map(Resource.observations.encode).shuffled().sorted() {
      let judgement = judge.judge(row)
      let cells = CSVCells(judgement.row.csv)
      if cells[cells.count - 1] == "true" { verdict.preferred.append(cells[0]) }
      verdict.add(judgement.conflicts)
      if let revision = judgement.revision.map({ CSVCells($0.csv) }) {
        verdict.revisions.append([revision[10], revision[19]])
      }
    }
    verdict.add(judge.finish())
    return verdict
  }

  @Test func theBetterTierThenTheLaterDateThenThePreciserPrint() {
    let rows = [
      Self.row("a", "203亿元", "20300000000", tier: .statistics), Self.row("b", "202.5亿元", "20250000000"),
      Self.row("c", "202.51亿元", "20251000000", published: Day(2022, 3, 1)),
    ]
    #expect(Self.judge(rows).preferred == ["a-203亿元"])
    #expect(Self.judge(Array(rows.dropFirst())).preferred == ["c-202.51亿元"])
    let precise = Self.row("d", "202.53亿元", "20253000000")
    #expect(Self.judge([rows[1], precise]).preferred == ["d-202.53亿元"])
  }

  @Test func aNumberGoesBeforeABound() {
    let bound = Self.row("a", "超过200亿元", "20000000000", tier: .statistics, relation: .greater)
    let verdict = Self.judge([bound, Self.row("b", "202.5亿元", "20250000000", tier: .media)])
    #expect(verdict.preferred == ["b-202.5亿元"] && verdict.conflicts.isEmpty)
  }

  @Test func roundingIsNoConflict() {
    let rows = [
      Self.row("a", "16.1亿元", "1610000000", tier: .statistics), Self.row("b", "161234万元", "1612340000"),
      Self.row("c", "约17亿元", "1700000000", relation: .approximate),
    ]
    #expect(Self.judge(rows).conflicts.isEmpty)
  }

  @Test(arguments: [
    ("16.2亿元", "1620000000", Relation.equal), ("160400万元", "1604000000", .equal),
    ("17亿元", "1700000000", .greater),
    ("15亿元", "1500000000", .lessOrEqual),
  ])
  func whatNoRoundingMakesOneIsAConflict(_ surface: String, _ value: String, _ relation: Relation) {
    let best = Self.row("a", "16.1亿元", "1610000000", tier: .statistics)
    let verdict = Self.judge([best, Self.row("b", surface, value, relation: relation)])
    #expect(verdict.conflicts == [["a-16.1亿元", "b-\(surface)"]])
    #expect(verdict.revisions.isEmpty && verdict.preferred == ["a-16.1亿元"])
  }

  @Test func anOtherUnitIsComparedInTheStandardOne() {
    let best = Self.row("a", "16.1亿元", "1610000000", tier: .statistics)
    let other = Self.row("b", "2.3亿美元", "230000000", unit: "美元", standard: "1700000000")
    #expect(Self.judge([best, other]).conflicts.count == 1)
  }

  @Test func oneDocumentDoesNotContradictItself() {
    #expect(
      Self.judge([Self.row("a", "16亿元", "1600000000"), Self.row("a", "17亿元", "1700000000")]).conflicts.isEmpty
    )
  }

  @Test func aLaterDocumentOfTheSameTierRevises() {
    let rows = [
      Self.row("a", "16.1亿元", "1610000000"),
      Self.row("b", "16.5亿元", "1650000000", published: Day(2022, 11, 1)),
      Self.row("c", "16.9亿元", "1690000000", published: Day(2023, 1, 5)),
    ]
    let verdict = Self.judge(rows)
    #expect(verdict.revisions == [["b-16.5亿元", "c-16.9亿元"], ["a-16.1亿元", "b-16.5亿元"]])
    #expect(verdict.conflicts.isEmpty && verdict.preferred == ["c-16.9亿元"])
    // Without a date nobody knows which is the later one.
    #expect(Self.judge([rows[0], Self.row("d", "17亿元", "1700000000", published: nil)]).conflicts.count == 1)
  }

  @Test func aRevisionOfALesserTierLeavesTheConflictWithTheBest() {
    let verdict = Self.judge([
      Self.row("a", "16.1亿元", "1610000000", tier: .statistics), Self.row("b", "16.5亿元", "1650000000"),
      Self.row("c", "16.9亿元", "1690000000", published: Day(2021, 2, 1)),
    ])
    #expect(verdict.conflicts == [["a-16.1亿元", "b-16.5亿元"], ["a-16.1亿元", "c-16.9亿元"]])
    #expect(verdict.revisions == [["c-16.9亿元", "b-16.5亿元"]])
  }

  @Test func everyRowOfTheOlderDocumentIsRevised() {
    let verdict = Self.judge([
      Self.row("a", "16.1亿元", "1610000000"),
      Self.row("b", "16.5亿元", "1650000000", published: Day(2021, 2, 1)),
      Self.row("b", "165000万元", "1650000000", published: Day(2021, 2, 1)),
      Self.row("c", "16.7亿元", "1670000000", published: Day(2021, 2, 1)),
    ])
    #expect(verdict.revisions.map { $0[0] }.sorted() == ["b-16.5亿元", "b-165000万元", "c-16.7亿元"])
    #expect(verdict.revisions.allSatisfy { $0[1] == "a-16.1亿元" } && verdict.conflicts.isEmpty)
  }

  @Test func aRowOfAnotherTierBetweenHidesNoRevision() {
    let verdict = Self.judge([
      Self.row("a", "16亿元", "1600000000", tier: .statistics), Self.row("b", "16亿元", "1600000000"),
      Self.row(
        "c", "超过17亿元", "1700000000", tier: .statistics, published: Day(2021, 2, 1), relation: .greater),
    ])
    #expect(verdict.revisions == [["c-超过17亿元", "a-16亿元"]] && verdict.conflicts.isEmpty)
  }

  /// The document b prints a again.
  static let reprints: Reprints = {
    let text =
      String(repeating: "江口县各乡镇统筹推进茶叶、冷水鱼和林下经济，", count: 1) + (0..<40).map { "第\($0)村增收\($0 * 7)元" }.joined()
    return Reprints(
      among: ["b", "a"].map { id in
        var document = Document(id: id, source: id)
        document.text = text
        return SketchedDocument(document)
      })
  }()

  @Test func aReprintIsNeverPreferredAndComparedWithItsOriginalAlone() {
    #expect(Self.reprints.original(of: "b") == "a" && Self.reprints.original(of: "a") == nil)
    let other = Self.row("c", "18亿元", "1800000000", tier: .media)
    let rows = ["b", "a"].map { Self.row($0, "16.1亿元", "1610000000", tier: .statistics) }
    let verdict = Self.judge(rows + [other], reprints: Self.reprints)
    #expect(verdict.preferred == ["a-16.1亿元"] && verdict.conflicts == [["a-16.1亿元", "c-18亿元"]])
    #expect(Self.judge([rows[0], other], reprints: Self.reprints).conflicts.isEmpty)
    #expect(Self.judge([rows[0]], reprints: Self.reprints).preferred.isEmpty)
  }

  /// The misprint has more digits or the better tier, so that it may stand before or behind what it misprints.
  @Test(arguments: [("19.1亿元", "1910000000"), ("161亿元", "16100000000"), ("16.31亿元", "1631000000")])
  func aMisprintOfAReprintIsAConflictWithItsOriginal(_ surface: String, _ value: String) {
    for tier in [Tier.statistics, .government, .reprint] {
      let rows = [
        Self.row("a", "16.1亿元", "1610000000"), Self.row("b", surface, value, tier: tier),
        Self.row("c", "16.1亿元", "1610000000", tier: .statistics),
      ]
      let verdict = Self.judge(rows, reprints: Self.reprints)
      #expect(verdict.conflicts == [["a-16.1亿元", "b-\(surface)"]])
      #expect(verdict.preferred == ["c-16.1亿元"] && verdict.revisions.isEmpty)
    }
  }

  @Test func aReprintOfOneOfTwoValuesIsNoMisprint() {
    let rows = [
      Self.row("a", "16.1亿元", "1610000000"), Self.row("a", "17.2亿元", "1720000000"),
      Self.row("b", "17.2亿元", "1720000000"), Self.row("b", "16亿元", "1600000000"),
    ]
    #expect(Self.judge(rows, reprints: Self.reprints).conflicts.isEmpty)
  }

  @Test(arguments: [
    ("16.1亿元", "1610000000", 3), ("1.10万", "11000", 3), ("一万", "10000", 1), ("10000元", "10000", 5),
    ("3万4000", "34000", 2), ("1,200亩", "1200", 4), ("下降4.70%", "-4.7", 3), ("0.50", "0.5", 2), ("零", "0", 1),
  ])
  func printedDigitsAreToldFromTheSurface(_ surface: String, _ value: String, _ count: Int) {
    #expect(PrintedNumber(Examples.decimal(value), surface: surface).digitCount == count)
  }
}
