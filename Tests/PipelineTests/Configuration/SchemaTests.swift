import Foundation
import Load
import Records
import Testing
import Vocabulary

@testable import Pipeline

/// `pipeline.schema.json` says what the reader takes, and nothing else.
@Suite struct SchemaTests {
  private let schema: JSONNode

  init() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "pipeline.schema.json")
    schema = try JSONNode.parse([UInt8](Data(contentsOf: file)), file: "pipeline.schema.json")
  }

  private func node(_ path: String) throws -> JSONNode {
    var node = schema
    for key in path.split(separator: "/") { node = try #require(node[String(key)], "no \(key) in \(path)") }
    return node
  }

  private func keys(_ path: String) throws -> [String] {
    guard case .object(let members) = try node(path).value else { return [] }
    return members.map(\.key)
  }

  private func strings(_ path: String) throws -> [String] {
    guard case .array(let elements) = try node(path).value else { return [] }
    return elements.compactMap { if case .string(let text) = $0.value { text } else { nil } }
  }

  private func integer(_ path: String) throws -> Int? {
    guard case .number(let text) = try node(path).value else { return nil }
    return Int(text)
  }

  @Test func keysAreThoseOfTheReader() throws {
    #expect(try keys("properties").sorted() == Configuration.keys.sorted())
    #expect(try keys("$defs/source/properties").sorted() == Configuration.sourceKeys.sorted())
    #expect(try keys("properties/output/properties").sorted() == Configuration.outputKeys.sorted())
    #expect(try keys("properties/limits/properties").sorted() == Configuration.limitKeys.sorted())
    #expect(try keys("properties/pages/properties").sorted() == Configuration.pageKeys.sorted())
    #expect(try keys("properties/quality/properties").sorted() == Configuration.qualityKeys.sorted())
    #expect(try keys("properties/fetch/properties").sorted() == Configuration.fetchKeys.sorted())
    #expect(try keys("$defs/source/properties/list/properties").sorted() == Configuration.listKeys.sorted())
    #expect(
      try keys("$defs/source/properties/sitemap/properties").sorted() == Configuration.sitemapKeys.sorted())
    #expect(
      try keys("properties/vocabulary/properties").sorted()
        == VocabularyTable.Content.allCases.map(\.rawValue).sorted())
  }

  @Test func choicesAreThoseOfTheReader() throws {
    #expect(try strings("$defs/source/properties/tier/enum") == Tier.allCases.map(\.rawValue))
    #expect(
      try strings("properties/output/properties/formats/items/enum") == DataFormat.allCases.map(\.rawValue))
    #expect(
      try strings("properties/quality/properties/max_findings/propertyNames/enum").sorted()
        == Finding.Code.allCases.map(\.rawValue).sorted())
  }

  @Test(arguments: [
    ("properties/fetch/properties/delay_seconds", Configuration.delays),
    ("properties/fetch/properties/file_bytes", Configuration.fileSizes),
    ("properties/fetch/properties/parallel_hosts", Configuration.hostCounts),
    ("properties/fetch/properties/attempts", Configuration.attemptCounts),
    ("$defs/source/properties/delay_seconds", Configuration.delays),
    ("$defs/source/properties/refresh_days", Configuration.refreshDays),
    ("$defs/source/properties/list/properties/max_pages", Configuration.listPageCounts),
  ])
  func boundsOfFetchAreThoseOfTheReader(_ path: String, _ range: ClosedRange<Int>) throws {
    #expect(try integer(path + "/minimum") == range.lowerBound)
    if range.upperBound < .max { #expect(try integer(path + "/maximum") == range.upperBound) }
  }

  @Test func boundsAreThoseOfTheReader() throws {
    let web = WebSource(kind: .pages([]))
    #expect(try integer("$defs/source/properties/refresh_days/default") == web.refreshDays)
    #expect(try integer("properties/workers/minimum") == Configuration.workerCounts.lowerBound)
    #expect(try integer("properties/workers/maximum") == Configuration.workerCounts.upperBound)
    #expect(
      try integer("properties/limits/properties/page_bytes/minimum") == Configuration.pageSizes.lowerBound)
    #expect(
      try integer("properties/limits/properties/page_bytes/maximum") == Configuration.pageSizes.upperBound)
    #expect(
      try integer("properties/limits/properties/page_bytes/default") == Configuration.Limits().pageBytes)
    let nodes = "properties/limits/properties/nodes"
    #expect(try integer(nodes + "/minimum") == Configuration.nodeCounts.lowerBound)
    #expect(try integer(nodes + "/maximum") == Configuration.nodeCounts.upperBound)
    #expect(try integer(nodes + "/default") == Configuration.Limits().nodes)
  }
}
