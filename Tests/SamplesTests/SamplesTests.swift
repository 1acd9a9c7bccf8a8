import Extract
import Foundation
import Normalize
import Records
import TestSupport
import Testing
import Vocabulary

/// The pages of `samples/` against their gold, held by the floors of `samples/floors.tsv`.
@Suite struct SamplesTests {
  static func names() throws -> [String] {
    try GoldTable("gold-documents.tsv").rows.compactMap { $0["doc"] }
  }

  static func document(_ name: String) throws -> Document {
    let bytes = [UInt8](try Data(contentsOf: GoldTable.samples.appending(path: name)))
    return Extractor(vocabulary: try Vocabulary.builtIn()).document(
      from: Page(id: name, source: name, bytes: bytes))
  }

  @Test func everyPageHasGold() throws {
    let pages = try FileManager.default.contentsOfDirectory(atPath: GoldTable.samples.path).filter {
      $0.hasSuffix(".html")
    }
    #expect(pages.count >= 10)
    #expect(try Self.names() == pages.sorted())
    #expect(try GoldTable("floors.tsv").rows.compactMap { $0["doc"] } == pages.sorted())
  }

  @Test(arguments: try GoldTable("gold-documents.tsv").rows)
  func metadata(_ row: [String: String]) throws {
    let document = try Self.document(try #require(row["doc"]))
    #expect(document.kind.rawValue == row["kind"])
    #expect(document.charset == row["charset"])
    guard document.kind == .article else {
      #expect(document.text == "")
      return
    }
    #expect(document.title ?? "" == row["title"])
    #expect(document.published?.description ?? "" == row["published"])
    #expect(document.author ?? "" == row["author"])
    #expect(document.publisher ?? "" == row["publisher"])
    #expect(document.originalURL ?? "" == row["original_url"])
  }

  /// `UPDATE_GOLDEN=1` raises the floors to what is reached; it never lowers one.
  @Test func statements() throws {
    let gold = Dictionary(grouping: try GoldTable("gold.tsv").rows) { $0["doc"] ?? "" }
    let normalizer = Normalizer(vocabulary: try Vocabulary.builtIn())
    var lines = ["doc\twhole\textra\ttrapped"]
    for floor in try GoldTable("floors.tsv").rows {
      let name = try #require(floor["doc"])
      let document = try Self.document(name)
      let score = GoldScore(
        normalizer.statements(in: document).observations, of: document.text, gold: gold[name] ?? [])
      let least = try #require(floor["whole"].flatMap(Int.init))
      let most = try #require(floor["extra"].flatMap(Int.init))
      let traps = try #require(floor["trapped"].flatMap(Int.init))
      let misses = score.misses.joined(separator: "\n")
      print("\(name): \(score.whole) of \(score.wanted) whole, \(score.extra) extra")
      #expect(
        score.whole >= least,
        "\(name): \(score.whole) of \(score.wanted) are whole, the floor is \(least)\n\(misses)")
      #expect(
        score.extra <= most, "\(name): \(score.extra) are not in the gold, the most is \(most)\n\(misses)")
      #expect(
        score.trapped <= traps, "\(name): \(score.trapped) traps are taken, the most is \(traps)\n\(misses)")
      lines.append(
        "\(name)\t\(max(least, score.whole))\t\(min(most, score.extra))\t\(min(traps, score.trapped))")
    }
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try Data((lines.joined(separator: "\n") + "\n").utf8).write(
        to: GoldTable.samples.appending(path: "floors.tsv"))
    }
  }

  /// A gate that cannot fail is none.
  @Test func theScoreSeesWhatIsWrong() throws {
    let text = "全县 党支部19个。"
    var quantity = Quantity(
      span: ByteSpan(0, 0), numeral: ByteSpan(0, 0), kind: .count, value: ExactDecimal(19))
    quantity.unit = "个"
    var observation = Observation(
      id: "1", documentID: "d", indicator: "党支部", quantity: quantity, surface: "19个", span: ScalarSpan(6, 9))
    observation.regionCode = "520621"
    let row = [
      "left": "全县党支部", "surface": "19个", "value": "19", "relation": "eq", "unit": "个", "about": "支部&党|团支部",
      "measure": "level", "status": "actual", "region": "520621|520600", "use": "indicator",
    ]
    #expect(GoldScore([observation], of: text, gold: [row]).whole == 1)
    #expect(GoldScore([], of: text, gold: [row]).misses == ["missing: 全县党支部⟦19个⟧"])
    #expect(GoldScore([observation], of: text, gold: []).extra == 1)
    #expect(GoldScore([observation], of: text, gold: [row.merging(["use": "trap"]) { $1 }]).trapped == 1)
    for (field, wrong) in [
      "value": "18", "relation": "gt", "unit": "名", "about": "团支部", "measure": "share", "status": "target",
      "region": "520600", "period": "2021", "place": "坝盘镇",
    ] {
      let score = GoldScore([observation], of: text, gold: [row.merging([field: wrong]) { $1 }])
      #expect(score.whole == 0, "\(field)")
      #expect(score.misses.first?.contains("\(field) is") == true)
    }
  }
}
