import Foundation
import Normalize
import Records
import TestSupport
import Testing
import Vocabulary

/// Whole documents in the manner of communiqués, reports, profiles and news against their gold, held by the
/// floors of `Documents/floors.tsv`.
///
/// The texts were written for this project; their figures are made up. A file has the title in its first
/// line, the day of publication and perhaps the publisher in its second, then paragraphs; `# ` marks headings.
/// `gold.tsv` has the columns of `samples/gold.tsv`, with a row for each number of each text.
@Suite struct DocumentTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Documents")

  static func document(_ name: String) throws -> Document {
    let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    let lines = text.split(separator: "\n").map(String.init)
    let head = lines[1].split(separator: " ").map(String.init)
    var document = Document(id: name, source: name)
    document.title = lines[0]
    let day = head[0].split(separator: "-").compactMap { Int($0) }
    document.published = Day(day[0], day[1], day[2])
    document.publisher = head.count > 1 ? head[1] : nil
    for line in lines.dropFirst(2) {
      let isHeading = line.hasPrefix("# ")
      if !document.text.isEmpty { document.text += "\n" }
      let start = document.text.utf8.count
      document.text += isHeading ? String(line.dropFirst(2)) : line
      document.blocks.append(
        Block(isHeading ? .heading : .paragraph, span: ByteSpan(start, document.text.utf8.count)))
    }
    return document
  }

  static func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".txt") }.sorted()
  }

  @Test func everyDocumentHasGoldAndAFloor() throws {
    let names = try Self.names()
    #expect(names.count >= 10)
    let gold = try GoldTable(at: Self.folder.appending(path: "gold.tsv")).rows
    #expect(Set(gold.compactMap { $0["doc"] }).sorted() == names)
    #expect(
      try GoldTable(at: Self.folder.appending(path: "floors.tsv")).rows.compactMap { $0["doc"] } == names)
  }

  /// `UPDATE_GOLDEN=1` raises the floors to what is reached; it never lowers one.
  @Test func statements() throws {
    let gold = Dictionary(
      grouping: try GoldTable(at: Self.folder.appending(path: "gold.tsv")).rows
    ) { $0["doc"] ?? "" }
    let normalizer = Normalizer(vocabulary: try Vocabulary.builtIn())
    var lines = ["doc\twhole\textra\ttrapped"]
    for floor in try GoldTable(at: Self.folder.appending(path: "floors.tsv")).rows {
      let name = try #require(floor["doc"])
      let document = try Self.document(name)
      let score = GoldScore(
        normalizer.statements(in: document).observations, of: document.text, gold: gold[name] ?? [])
      let least = try #require(floor["whole"].flatMap(Int.init))
      let most = try #require(floor["extra"].flatMap(Int.init))
      let traps = try #require(floor["trapped"].flatMap(Int.init))
      let misses = score.misses.joined(separator: "\n")
      #expect(score.whole >= least, "\(name): \(score.whole) of \(score.wanted) are whole\n\(misses)")
      #expect(score.extra <= most, "\(name): \(score.extra) are not in the gold\n\(misses)")
      #expect(score.trapped <= traps, "\(name): \(score.trapped) traps are taken\n\(misses)")
      lines.append(
        "\(name)\t\(max(least, score.whole))\t\(min(most, score.extra))\t\(min(traps, score.trapped))")
    }
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try Data((lines.joined(separator: "\n") + "\n").utf8).write(
        to: Self.folder.appending(path: "floors.tsv"))
    }
  }
}
