import Foundation
import TestSupport
import Testing

/// Same input, same bytes: for any number of workers and any order of inputs.
@Suite struct DeterminismTests {
  static let samples = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "samples")

  static func pages() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: samples.path).filter { $0.hasSuffix(".html") }
      .sorted()
      .map { samples.appending(path: $0).path }
  }

  private func datasets(_ pages: [String], workers: Int, in folder: TemporaryFolder) throws -> [String: Data]
  {
    let list = pages.map { "\"\($0)\"" }.joined(separator: ", ")
    try folder.write("pipeline.json", #"{ "sources": [{ "name": "samples", "files": [\#(list)] }] }"#)
    let result = try Command.run(["run", "--workers", "\(workers)", "--output", "set"], in: folder.path)
    #expect(result.status == 0, "\(result.errors)")
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder("set")) where name != "run.json" {
      files[name] = try Data(contentsOf: URL(filePath: folder("set/" + name)))
    }
    return files
  }

  @Test func workersAndOrderDoNotMatter() throws {
    let pages = try Self.pages()
    let one = try datasets(pages, workers: 1, in: TemporaryFolder())
    let tables = [
      "citations", "conflicts", "documents", "findings", "growth", "indicators", "observations", "panel",
      "quarantine",
      "regions", "revisions", "units",
    ]
    let others = [
      "CITATION.cff", "checksums.txt", "csvw-metadata.json", "datapackage.json", "observations.json",
      "observations.jsonl",
      "quarantine.jsonl",
    ]
    #expect(
      one.keys.sorted() == (tables.flatMap { ["\($0).csv", "\($0).csv-metadata.json"] } + others).sorted())
    #expect(one.allSatisfy { name, bytes in !bytes.isEmpty || name == "quarantine.jsonl" })
    #expect(try datasets(pages, workers: 2, in: TemporaryFolder()) == one)
    #expect(try datasets(pages.reversed(), workers: 7, in: TemporaryFolder()) == one)
  }

  @Test func aPageThatFailsIsAFindingAndTheOthersGoOn() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.html", ExitStatusTests.page)
    try folder.write("b.html", ExitStatusTests.page)
    try FileManager.default.createDirectory(atPath: folder("c.html"), withIntermediateDirectories: true)
    let files = try datasets([folder("b.html"), folder("c.html"), folder("a.html")], workers: 2, in: folder)
    let findings = String(decoding: try #require(files["findings.csv"]), as: UTF8.self)
    #expect(findings.contains("duplicate_page,has the same bytes as \(folder("a.html"))"), "\(findings)")
    #expect(findings.contains("unreadable_file,is no file"), "\(findings)")
    let documents = String(decoding: try #require(files["documents.csv"]), as: UTF8.self)
    #expect(documents.split(separator: "\n").count == 2, "a header and the one document:\n\(documents)")
  }
}
