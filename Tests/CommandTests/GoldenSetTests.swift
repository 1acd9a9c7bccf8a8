import Foundation
import TestSupport
import Testing

/// The bytes that `load` makes of observations and documents of two sample pages, a reprint and two rows that disagree:
/// `UPDATE_GOLDEN=1` writes them anew.
@Suite struct GoldenSetTests {
  static let golden = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
  static let tables = ["observations", "documents", "conflicts", "revisions", "panel", "growth"]

  private func lines(_ name: String) throws -> [Substring] {
    try String(contentsOf: Self.golden.appending(path: "input/\(name).jsonl"), encoding: .utf8).split(
      separator: "\n")
  }

  /// Loads the lines in the order in which they are given.
  private func load(_ observations: [Substring], _ documents: [Substring], in folder: TemporaryFolder) throws
  {
    try folder.write("observations.jsonl", observations.joined(separator: "\n") + "\n")
    try folder.write("documents.jsonl", documents.joined(separator: "\n") + "\n")
    let result = try Command.run(
      ["load", "observations.jsonl", "--documents", "documents.jsonl", "--output", "out"], in: folder.path)
    #expect(result.status == 0, "\(result.errors)")
  }

  @Test func theBytesAreThoseOfTheGoldenSet() throws {
    let folder = try TemporaryFolder()
    try load(lines("observations"), lines("documents"), in: folder)
    for table in Self.tables {
      let file = Self.golden.appending(path: "expected/\(table).csv")
      let made = try folder.read("out/\(table).csv")
      if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(made.utf8).write(to: file)
      }
      #expect(try made == String(contentsOf: file, encoding: .utf8), "\(table).csv")
    }
  }

  @Test func theOrderOfLinesDoesNotMatter() throws {
    let (first, second) = (try TemporaryFolder(), try TemporaryFolder())
    try load(lines("observations"), lines("documents"), in: first)
    try load(lines("observations").shuffled(), lines("documents").shuffled(), in: second)
    #expect(try first.read("out/checksums.txt") == second.read("out/checksums.txt"))
  }

  @Test func allThatIsComparedIsThere() throws {
    let folder = try TemporaryFolder()
    try load(lines("observations"), lines("documents"), in: folder)
    #expect(try folder.read("out/conflicts.csv").split(separator: "\n").count == 3)
    #expect(try folder.read("out/revisions.csv").split(separator: "\n").count == 2)
    #expect(try folder.read("out/documents.csv").contains("00000000copy0001,copy.html"))
    #expect(try folder.read("out/panel.csv").split(separator: "\n").count > 1)
  }
}
